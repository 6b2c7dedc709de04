#include <care/text.hpp>

#include <fmt/format.h>

#include "plan/occasions.hpp"

namespace care {
namespace {

/// The card or gift counts as prepared where a record names the event in the year before the day.
const Ready* readiness(const CustomerDay& today, const Occasion& occasion, Date day) {
  const Date year_before = add_calendar(day, {1, Unit::year}, -1);
  for (const std::uint32_t i : today.book.readies.of(today.index)) {
    const Ready& ready = today.book.readies.all[i];
    const Date on = ready.on.day;
    if (on > year_before && on <= day && on <= today.date &&
        equal_ignoring_case(ready.what, occasion.what)) {
      return &ready;
    }
  }
  return nullptr;
}

}  // namespace

void plan_preparation(const CustomerDay& today, const Occasion& occasion, Date occurrence,
                      CustomerPlan& plan) {
  const Date due = today.calendar().minus(occurrence, *occasion.prepare);
  const Date act = today.calendar().before(due);
  if (!today.has_come(act) || today.date > occurrence) return;
  if (const Ready* ready = readiness(today, occasion, occurrence)) {
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
