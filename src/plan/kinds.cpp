#include <care/plan_kinds.hpp>

#include <algorithm>
#include <array>

namespace care {
namespace {

constexpr auto ranks = [] {
  std::array<int, kinds.size()> result{};
  for (int i = 0; const KindRow& row : kinds) result[static_cast<std::size_t>(row.kind)] = i++;
  return result;
}();

struct StateWord {
  State state;
  std::string_view word;
};
constexpr StateWord state_words[] = {
    {State::overdue, "overdue"}, {State::today, "today"}, {State::coming, "coming"}};

}  // namespace

int rank_of(Kind kind) { return ranks[static_cast<std::size_t>(kind)]; }

const KindRow& row_of(Kind kind) { return kinds[static_cast<std::size_t>(rank_of(kind))]; }

Urgency urgency_of(Kind kind, State when) {
  const KindRow& row = row_of(kind);
  if (when == State::overdue) return row.overdue;
  return when == State::today ? row.today : row.coming;
}

bool is_occasion(Kind kind) { return row_of(kind).group == Group::occasion; }

std::string_view word(Kind kind) { return row_of(kind).word; }

std::string_view rule_of(Kind kind) { return row_of(kind).rule; }

std::optional<Kind> parse_kind(std::string_view word) {
  const auto found = std::ranges::find(kinds, word, &KindRow::word);
  if (found == kinds.end()) return std::nullopt;
  return found->kind;
}

std::string_view word(State state) {
  return std::ranges::find(state_words, state, &StateWord::state)->word;
}

}  // namespace care
