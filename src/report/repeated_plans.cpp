#include <care/report_calendar.hpp>

#include <algorithm>
#include <unordered_map>

namespace care {
namespace {

/// Whether calendars that repeat a date by themselves give the days of the plan, and no others.
bool has_rule(const OwnPlan& plan) {
  constexpr std::chrono::day last_of_each_month{28};
  const auto from = civil(plan.from);
  if (from.day() <= last_of_each_month) return true;
  if (plan.every->unit == Unit::year) return from.month() != std::chrono::February;
  return plan.every->unit != Unit::month;
}

/// From the open one on, for two years.
std::vector<Date> days_of(const OwnPlan& plan, const OwnCourse& course, Date today) {
  const Date last = add_calendar(today, {2, Unit::year});
  std::vector<Date> days{*course.occurrence};
  for (int n = course.number + 1;; ++n) {
    const Date day = occurrence_of(plan, n);
    if (day > last || (plan.until && day >= *plan.until)) return days;
    days.push_back(day);
  }
}

}  // namespace

std::vector<RepeatedPlan> repeated_plans(const Book& book, CustomerIndex customer, Moment now) {
  std::vector<RepeatedPlan> all;
  const Customer& who = as_of(book, customer, day_of(now));
  const bool any =
      std::ranges::any_of(who.plans, [](const OwnPlan& plan) { return plan.every.has_value(); });
  if (!any || who.status != Status::active) return all;
  const CustomerPlan plan = plan_customer(book, customer, now);
  const auto first_own = static_cast<std::uint32_t>(book.plans.size());
  std::unordered_map<std::uint32_t, const Item*> items;
  for (const Item& item : plan.items) {
    if (item.kind == Kind::plan) items.emplace(item.record, &item);
  }
  for (const OwnCourse& course : plan.own_courses) {
    const OwnPlan& own = who.plans[course.plan];
    if (!own.every || !course.occurrence) continue;
    RepeatedPlan repeated{*items.at(first_own + course.plan),
                          *own.every,
                          own.until,
                          has_rule(own),
                          {*course.occurrence}};
    if (!repeated.by_rule) repeated.days = days_of(own, course, day_of(now));
    all.push_back(std::move(repeated));
  }
  return all;
}

}  // namespace care
