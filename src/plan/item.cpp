#include <care/plan_item.hpp>

#include <algorithm>

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

std::strong_ordering by_lateness(const FollowUp& a, const FollowUp& b) {
  const auto left = static_cast<std::int64_t>(a.ratio.late) * b.ratio.interval;
  const auto right = static_cast<std::int64_t>(b.ratio.late) * a.ratio.interval;
  return right <=> left;
}

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

bool is_due(const Item& item) { return item.urgency != Urgency::coming; }

Identity identity(const Item& item) {
  // A cause of thanks stays the same where another day of it is learned.
  const Date day = item.kind == Kind::thanks ? Date{} : item.occurrence;
  return {item.customer, item.kind, item.record, day, item.referral, item.step};
}

bool comes_before(const Item& a, const Item& b) {
  if (a.urgency != b.urgency) return number_of(a.urgency) < number_of(b.urgency);
  if (const int x = row_of(a.kind).place, y = row_of(b.kind).place; x != y) return x < y;
  if (a.follow_up && b.follow_up) {
    if (const auto order = by_lateness(*a.follow_up, *b.follow_up); order != 0) return order < 0;
    if (a.days_late != b.days_late) return a.days_late > b.days_late;
    if (a.follow_up->base != b.follow_up->base) return a.follow_up->base < b.follow_up->base;
  } else if (const Moment x = a.due.moment(), y = b.due.moment(); x != y) {
    return x < y;
  }
  if (a.customer != b.customer) return a.customer < b.customer;
  if (a.kind != b.kind) return rank_of(a.kind) < rank_of(b.kind);
  if (a.record != b.record) {
    // The customer's own birthday stands before those of the contacts.
    if (a.record == Item::own || b.record == Item::own) return a.record == Item::own;
    return a.record < b.record;
  }
  return a.occurrence < b.occurrence;
}

}  // namespace care
