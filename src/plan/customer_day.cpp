#include "plan/customer_day.hpp"

#include <care/calendar_names.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace care {

CustomerDay gather(const Book& book, CustomerIndex customer, Moment now, Account* account) {
  CustomerDay today{
      book, book.customers[customer], customer, now, day_of(now), {}, 0, nullptr, nullptr, account};
  const auto order = book.touches.of(customer);
  today.touches.reserve(order.size());
  for (const std::uint32_t i : order) {
    const Touch& touch = book.touches.all[i];
    if (!today.has_come(touch.on.day)) break;  // sorted by day: the rest has not happened yet
    today.touches.push_back(&touch);
    if (!touch.reached) continue;
    ++today.reached;
    today.last = &touch;
    if (!touch.thanked.empty()) today.last_thanking = &touch;
  }
  return today;
}

std::vector<const Touch*>::const_iterator CustomerDay::touches_from(Date day) const {
  return std::ranges::lower_bound(touches, day, {},
                                  [](const Touch* touch) { return touch->on.day; });
}

Position CustomerDay::policy_at(std::string_view key) const {
  const auto found = book.policy.at.find(key);
  return found == book.policy.at.end() ? Position{} : found->second;
}

Item CustomerDay::item(Kind kind, State when, Date due, Date act) const {
  Item item;
  item.customer = index;
  item.kind = kind;
  item.when = when;
  item.urgency = urgency_of(kind, when);
  item.due = {due, std::nullopt};
  item.act = act;
  if (when == State::overdue) item.days_late = std::max(0, days_between(due, date));
  return item;
}

std::string spoken(Date day) {
  return fmt::format("{} {}", short_name(weekday_name(day)), iso(day));
}

std::string_view default_note(Position at) { return at.line == 0 ? " (default)" : ""; }

}  // namespace care
