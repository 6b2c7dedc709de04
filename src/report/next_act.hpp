#pragma once

#include <optional>
#include <set>
#include <vector>

#include <care/report.hpp>

namespace care {

inline constexpr std::chrono::days year_ahead{366};

/// Walks the days after today for a year, with the plan of each, until `visit` wants no more.
template <class Visit>
void walk_ahead(const Book& book, CustomerIndex customer, Date today, const Visit& visit) {
  constexpr std::chrono::days one_day{1};
  for (Date day = today + one_day; day <= today + year_ahead; day += one_day) {
    if (!visit(day, plan_customer(book, customer, book.policy.calendar.opening(day)))) return;
  }
}

[[nodiscard]] std::set<Identity> identities(const std::vector<Item>& items);

/// What is due by the plan of a day and was not known before; the most urgent of it.
[[nodiscard]] std::optional<NextAct> first_due(const CustomerPlan& plan, Date day,
                                               const std::set<Identity>& known);

/// The first later day on which something of theirs is due that is not among `already`, and what;
/// looks a year ahead.
[[nodiscard]] std::optional<NextAct> next_act(const Book& book, CustomerIndex customer, Moment now,
                                              const std::vector<Item>& already);

}  // namespace care
