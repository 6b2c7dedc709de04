#include <care/plan_kinds.hpp>

#include <algorithm>
#include <array>

namespace care {
namespace {

using enum Urgency;

constexpr KindRow rows[] = {
    {Kind::emergency, "emergency", "R7", Group::asked, emergency, emergency, emergency},
    {Kind::request, "request", "R7", Group::asked, overdue, open, coming},
    {Kind::promise, "promise", "R6", Group::asked, overdue, open, coming},
    {Kind::birthday, "birthday", "R3", Group::occasion, belated, occasion, coming},
    {Kind::anniversary, "anniversary", "R3", Group::occasion, belated, occasion, coming},
    {Kind::event, "event", "R3", Group::occasion, belated, occasion, coming},
    {Kind::prepare, "prepare", "R3", Group::preparation, occasion, occasion, coming},
    {Kind::thanks, "thanks", "R8", Group::plain, belated, belated, coming, 1},
    {Kind::no_plan, "no_plan", "R10", Group::plain, routine, routine, coming},
    {Kind::follow_up, "follow_up", "R4", Group::plain, routine, routine, routine, 1},
    {Kind::unreadable, "unreadable", "", Group::none, unreadable, unreadable, unreadable},
};

constexpr auto ranks = [] {
  std::array<int, std::size(rows)> result{};
  for (int i = 0; const KindRow& row : rows) result[static_cast<std::size_t>(row.kind)] = i++;
  return result;
}();

struct StateWord {
  State state;
  std::string_view word;
};
constexpr StateWord state_words[] = {
    {State::overdue, "overdue"}, {State::today, "today"}, {State::coming, "coming"}};

}  // namespace

std::span<const KindRow> kinds() { return rows; }

int rank_of(Kind kind) { return ranks[static_cast<std::size_t>(kind)]; }

const KindRow& row_of(Kind kind) { return rows[static_cast<std::size_t>(rank_of(kind))]; }

Urgency urgency_of(Kind kind, State when) {
  const KindRow& row = row_of(kind);
  if (when == State::overdue) return row.overdue;
  return when == State::today ? row.today : row.coming;
}

bool is_occasion(Kind kind) { return row_of(kind).group == Group::occasion; }

std::string_view word(Kind kind) { return row_of(kind).word; }

std::string_view rule_of(Kind kind) { return row_of(kind).rule; }

std::optional<Kind> parse_kind(std::string_view word) {
  const auto found = std::ranges::find(rows, word, &KindRow::word);
  if (found == std::end(rows)) return std::nullopt;
  return found->kind;
}

std::string_view word(State state) {
  return std::ranges::find(state_words, state, &StateWord::state)->word;
}

}  // namespace care
