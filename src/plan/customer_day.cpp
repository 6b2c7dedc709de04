#include "plan/customer_day.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {

CustomerDay gather(const Book& book, CustomerIndex customer, Moment now, Account* account) {
  const Date date = day_of(now);
  const std::chrono::year year = civil(date).year();
  CustomerDay today{.book = book,
                    .customer = as_of(book, customer, date),
                    .index = customer,
                    .now = now,
                    .date = date,
                    .year = year,
                    .new_year = Date{year / 1 / 1},
                    .account = account};
  today.watch(next_fact(book, customer, today.date));
  constexpr std::size_t ahead = 8;
  book.touches.prefetch(customer + ahead);
  const auto order = book.touches.of(customer);
  today.touches.reserve(order.size());
  for (const std::uint32_t i : order) {
    const Touch& touch = book.touches.all[i];
    if (!today.has_come(touch.on.day)) break;  // sorted by day: the rest has not happened yet
    today.touches.push_back(&touch);
    if (!touch.heard.empty()) today.heard = &touch;
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

std::vector<const Touch*> attempts_since_last(const CustomerDay& today) {
  std::vector<const Touch*> attempts;
  auto touch = today.last != nullptr ? today.touches_from(today.last->on.day + std::chrono::days{1})
                                     : today.touches.begin();
  for (; touch != today.touches.end(); ++touch) {
    if (!(*touch)->reached && !(*touch)->from_them) attempts.push_back(*touch);
  }
  return attempts;
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
  if (day > last_of_calendar) return "beyond 9999";
  return fmt::format("{} {}", short_name(weekday_name(day)), iso(day));
}

void add_step(Account& account, Step step, std::initializer_list<std::string> parts) {
  std::size_t at = 0;
  for (const std::string& part : parts) {
    at = step.text.find("{}", at);
    step.text.replace(at, 2, part);
    at += part.size();
  }
  account.push_back(std::move(step));
}

std::string_view default_note(Position at) { return at.line == 0 ? " (default)" : ""; }

}  // namespace care
