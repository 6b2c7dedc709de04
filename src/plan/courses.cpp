#include <care/plan_courses.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "plan/course_walk.hpp"

namespace care {
namespace {

void explain(const CustomerDay& today, const Plan& plan, const Course& course) {
  if (today.account == nullptr) return;
  note(today, "R17", course.cause, "plan {}: began {}", plan.name, course.start);
  for (std::size_t i = 0; i < course.done.size(); ++i) {
    note(today, "R17", course.done[i]->at, "plan {}: step {} done on {}", plan.name,
         static_cast<int>(i + 1), course.done[i]->on.day);
  }
  if (course.reply != nullptr) {
    note(today, "R17", course.reply->at, "plan {}: over, as they were in touch on {}", plan.name,
         course.reply->on.day);
  } else if (course.done.size() == plan.steps.size()) {
    note(today, "R17", plan.at, "plan {}: over, all of it is done", plan.name);
  }
}

void add_item(const CustomerDay& today, const Course& course, CustomerPlan& plan) {
  const Plan& of_book = today.book.plans[course.plan];
  const PlanStep& step = of_book.steps[course.done.size()];
  Item item = plan_item(today, course.due);
  const bool cannot_wait =
      of_book.starts == PlanStart::emergency || of_book.starts == PlanStart::strained;
  if (cannot_wait && is_due(item)) item.urgency = Urgency::delicate;
  item.what = step.what;
  item.how = step.how;
  item.plan = of_book.name;
  item.step = static_cast<std::uint32_t>(course.done.size() + 1);
  item.steps = static_cast<std::uint32_t>(of_book.steps.size());
  item.record = course.plan;
  item.occurrence = course.start;
  note(today, "R17", step.at, "plan {}: step {} \"{}\" {} later, due {}, to do on {}: {}",
       of_book.name, static_cast<int>(item.step), step.what, step.after, course.due, item.act,
       word(item.when));
  plan.items.push_back(item);
}

}  // namespace

bool is_open(const Book& book, const Course& course) {
  return course.reply == nullptr && course.done.size() < book.plans[course.plan].steps.size();
}

bool fits(const Book& book, const Plan& plan, const Customer& customer) {
  const auto has = [](const Texts& all, Text one) {
    return std::ranges::any_of(all, [&](Text each) { return equal_composed(each, one); });
  };
  if (!plan.tiers.empty() &&
      (!customer.tier || !has(plan.tiers, book.policy.tiers[*customer.tier].name))) {
    return false;
  }
  return plan.tags.empty() ||
         std::ranges::any_of(customer.tags, [&](Text tag) { return has(plan.tags, tag); });
}

PlanMarks::PlanMarks(const std::vector<const Touch*>& touches) {
  for (std::size_t i = 0; i < touches.size(); ++i) {
    const Touch& touch = *touches[i];
    if (!touch.reached || touch.from_them) continue;
    for (const Text name : touch.plans) marks_.push_back({name_key(name), i, &touch});
  }
  std::ranges::sort(marks_, [](const Mark& a, const Mark& b) {
    return std::tie(a.name, a.place) < std::tie(b.name, b.place);
  });
}

std::vector<const Touch*> PlanMarks::of(std::string_view name) const {
  std::vector<const Touch*> touches;
  if (marks_.empty()) return touches;
  const std::string key = name_key(name);
  auto mark = std::ranges::lower_bound(marks_, key, {}, &Mark::name);
  for (; mark != marks_.end() && mark->name == key; ++mark) {
    // One touch does one step, however often it says so.
    if (touches.empty() || touches.back() != mark->touch) touches.push_back(mark->touch);
  }
  return touches;
}

Item plan_item(const CustomerDay& today, Date due) {
  const Date act = today.calendar().after(due);
  Item item = today.item(Kind::plan, today.state(act, act), due, act);
  item.days_late = std::max(0, days_between(act, today.date));
  if (item.when == State::coming) item.hiding = Hiding::later;
  return item;
}

void plan_courses(const CustomerDay& today, CustomerPlan& plan) {
  const auto& plans = today.book.plans;
  if (plans.empty() && today.customer.plans.empty()) return;
  const CourseTouches touches{today};
  Beginnings beginnings{today, plan};
  for (std::uint32_t i = 0; i < plans.size(); ++i) {
    if (!fits(today.book, plans[i], today.customer)) continue;
    const auto begun = beginnings.of(plans[i]);
    if (begun.empty()) continue;
    const auto course = CourseWalk{today, i, touches.of(plans[i])}.from(begun);
    explain(today, plans[i], *course);
    if (is_open(today.book, *course)) add_item(today, *course, plan);
    plan.courses.push_back(*course);
  }
  plan_own_courses(today, touches.marks(), plan);
}

}  // namespace care
