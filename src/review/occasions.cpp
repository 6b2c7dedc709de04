#include <care/plan_occasions.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "review/cases.hpp"

namespace care {
namespace {

/// `birthday of Joe Tran`, `anniversary`, `"Opening day"`.
std::string name_of(const Occasion& occasion) {
  if (occasion.kind == Kind::birthday) return fmt::format("birthday of {}", occasion.person);
  if (occasion.kind == Kind::anniversary) return "anniversary as a customer";
  return fmt::format("\"{}\"", occasion.what);
}

/// Whether it was learned later that there is such a day.
bool is_learned_later(const Past& past, const Occasion& occasion) {
  if (past.view.later.empty()) return false;
  if (occasion.kind == Kind::event) return past.view.is_later(occasion.at);
  const bool is_contact = occasion.kind == Kind::birthday && occasion.record != Item::own;
  return is_contact && past.view.is_later(past.customer.contacts[occasion.record].at);
}

}  // namespace

void add_occasions(const Past& past, Cases& cases) {
  std::chrono::days longest_belated{0};
  for_each_occasion(past.book, past.customer, [&](const Occasion& occasion) {
    longest_belated = std::max(longest_belated, longest(occasion.belated));
  });
  const Period period = past.view.period;
  for (const SeenOccurrence& seen : occurrences_between(past.book, past.who, past.view.then,
                                                        period.from - longest_belated, period.to)) {
    if (is_learned_later(past, seen.occasion)) continue;
    const Date last = past.book.policy.calendar.plus(seen.day, seen.occasion.belated);
    cases.add(Measure::occasions, last, seen.marked.has_value(), seen.occasion.at, [&] {
      return fmt::format(
          "{} on {}{}", name_of(seen.occasion), spelled_day(seen.day),
          seen.marked ? fmt::format(", greeted on {}", spelled_day(*seen.marked)) : "");
    });
  }
}

}  // namespace care
