#pragma once

#include <set>

#include <care/report.hpp>

namespace care {

inline constexpr std::chrono::days year_ahead{366};

/// Walks the days from `changes` to `last` on which a plan may show more than before, with the plan
/// of each, until `visit` wants no more.
template <class Visit>
void walk_ahead(const Book& book, CustomerIndex customer, Date changes, Date last,
                const Visit& visit) {
  for (Date day = changes; day <= last;) {
    const CustomerPlan plan = plan_customer(book, customer, book.policy.calendar.opening(day));
    if (!visit(day, plan)) return;
    day = plan.changes;
  }
}

[[nodiscard]] std::set<Identity> identities(const std::vector<Item>& items);

/// What is due by the plan of a day and was not known before; the most urgent of it.
[[nodiscard]] std::optional<NextAct> first_due(const CustomerPlan& plan, Date day,
                                               const std::set<Identity>& known);

/// The first day of the year from `changes` on, as today's plan has it, on which something of
/// theirs is due that is not among `already`, and what.
[[nodiscard]] std::optional<NextAct> next_act(const Book& book, CustomerIndex customer, Date today,
                                              Date changes, const std::vector<Item>& already);

}  // namespace care
