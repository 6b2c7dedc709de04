#include <care/plan_courses.hpp>
#include <care/text.hpp>

#include <algorithm>

#include "plan/course_walk.hpp"

namespace care {
namespace {

using std::chrono::days;

/// The fewest days that a period takes.
int fewest_days(Duration period) {
  switch (period.unit) {
    case Unit::week: return 7 * period.count;
    case Unit::month: return 28 * period.count;
    case Unit::year: return 365 * period.count;
    default: return period.count;
  }
}

/// The first n for which `is_wanted` is true; it is so of all later ones, and of one that is two
/// periods behind `day` at the latest.
template <class Wanted>
int first_number(const OwnPlan& plan, Date day, const Wanted& is_wanted) {
  int low = 0;
  int high = std::max(0, days_between(plan.from, day) / fewest_days(*plan.every)) + 2;
  while (low < high) {
    const int middle = low + (high - low) / 2;
    if (is_wanted(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/// What was done from then on serves the n-th date: up to half an interval early.
Date earliest_for(const OwnPlan& plan, int n) {
  const Date before = occurrence_of(plan, std::max(n - 1, 0));
  const int interval = days_between(before, occurrence_of(plan, std::max(n, 1)));
  return occurrence_of(plan, n) - days{interval / 2};
}

/// The number of the open occurrence; nothing where one that comes once is done.
std::optional<int> open_number(const CustomerDay& today, const OwnPlan& plan, const Touch* done) {
  if (!plan.every) return done == nullptr ? std::optional{0} : std::nullopt;
  int n = 0;
  if (today.book.started) {
    n = first_number(plan, *today.book.started,
                     [&](int i) { return occurrence_of(plan, i) >= *today.book.started; });
  }
  if (done != nullptr) {
    n = std::max(n, first_number(plan, done->on.day,
                                 [&](int i) { return earliest_for(plan, i) > done->on.day; }));
  }
  return n;
}

void explain(const CustomerDay& today, const OwnPlan& plan, const OwnCourse& course) {
  if (today.account == nullptr) return;
  if (course.done != nullptr) {
    note(today, "R17", course.done->at, "plan \"{}\": done on {}", plan.what, course.done->on.day);
  }
  if (!course.occurrence) {
    note(today, "R17", plan.at, "plan \"{}\": over", plan.what);
  } else if (plan.every) {
    note(today, "R17", plan.at, "plan \"{}\": {} from {}, next to serve {}", plan.what,
         every_words(*plan.every), plan.from, *course.occurrence);
  } else {
    note(today, "R17", plan.at, "plan \"{}\": once, {}", plan.what, *course.occurrence);
  }
}

/// The first that did the n-th date, by day; nothing where none did.
const Touch* done_by(const OwnPlan& plan, int n, const std::vector<const Touch*>& touches) {
  const Date earliest = plan.every ? earliest_for(plan, n) : Date::min();
  const auto done = std::ranges::lower_bound(touches, earliest, {},
                                             [](const Touch* touch) { return touch->on.day; });
  return done == touches.end() ? nullptr : *done;
}

}  // namespace

Date occurrence_of(const OwnPlan& plan, int n) {
  return plan.every && n > 0 ? add_calendar(plan.from, *plan.every, n) : plan.from;
}

void plan_own_courses(const CustomerDay& today, const PlanMarks& marks, CustomerPlan& plan) {
  const auto& plans = today.customer.plans;
  for (std::uint32_t i = 0; i < plans.size(); ++i) {
    const OwnPlan& own = plans[i];
    const auto touches = marks.of(own.what);
    OwnCourse course{.plan = i, .done = touches.empty() ? nullptr : touches.back()};
    const auto number = open_number(today, own, course.done);
    const auto is_over = [&](Date day) { return own.until && *own.until <= day; };
    if (number && !is_over(today.date) && !is_over(occurrence_of(own, *number))) {
      course.number = *number;
      course.occurrence = occurrence_of(own, *number);
    }
    explain(today, own, course);
    plan.own_courses.push_back(course);
    if (!course.occurrence) continue;
    if (own.until) today.watch(*own.until);  // somebody without a rhythm has no plan then (R10)
    Item item = plan_item(today, *course.occurrence);
    item.what = own.what;
    item.how = own.how;
    item.record = static_cast<std::uint32_t>(today.book.plans.size()) + i;
    item.occurrence = *course.occurrence;
    note(today, "R17", own.at, "plan \"{}\": due {}, to do on {}: {}", own.what, *course.occurrence,
         item.act, word(item.when));
    plan.items.push_back(item);
  }
}

void add_own_steps(const CustomerDay& today, const PlanMarks& marks, Date from, Date to,
                   std::vector<PlannedStep>& steps) {
  constexpr days longest_holiday{400};  // no day to act is later behind its due
  for (const OwnPlan& own : today.customer.plans) {
    const auto touches = marks.of(own.what);
    const auto is_from = [&](int n) { return occurrence_of(own, n) >= from - longest_holiday; };
    for (int n = own.every ? first_number(own, from - longest_holiday, is_from) : 0;; ++n) {
      const Date due = occurrence_of(own, n);
      if (due > to || (own.until && due >= *own.until)) break;
      const Date act = today.calendar().after(due);
      if (act >= from && act <= to && !(own.every && today.before_book(due))) {
        steps.push_back({.plan = own.what,
                         .due = due,
                         .act = act,
                         .done = done_by(own, n, touches),
                         .gone = own.until,
                         .at = own.at});
      }
      if (!own.every) break;
    }
  }
}

}  // namespace care
