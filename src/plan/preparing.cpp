#include <fmt/format.h>

#include "plan/occasions.hpp"

namespace care {
void plan_preparation(const CustomerDay& today, const Marks& marks, const Occasion& occasion,
                      Date occurrence, CustomerPlan& plan) {
  const Date due = today.calendar().minus(occurrence, *occasion.prepare);
  const Date act = today.calendar().before(due);
  if (!today.has_come(act) || today.date > occurrence) return;
  if (const Ready* ready = marks.readiness(occasion, occurrence)) {
    note(today, "R3", ready->at,
         [&] { return fmt::format("{} was prepared on {}", name_of(occasion), iso(ready->on)); });
    return;
  }
  Item item = item_of(today, Kind::prepare, occasion, occurrence,
                      today.date > due ? State::overdue : State::today, due, act);
  item.years = std::nullopt;
  note(today, "R3", occasion.at, [&] {
    return fmt::format("prepare {} by {}: {} before {}", name_of(occasion), spoken(due),
                       to_string(*occasion.prepare), spoken(occurrence));
  });
  plan.items.push_back(item);
}

}  // namespace care
