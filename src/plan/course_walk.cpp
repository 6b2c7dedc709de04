#include "plan/course_walk.hpp"

#include <algorithm>
#include <iterator>

namespace care {
namespace {

/// Touches of both lists by day, then as they stand in the file.
std::vector<const Touch*> merged(const std::vector<const Touch*>& a,
                                 const std::vector<const Touch*>& b) {
  std::vector<const Touch*> all;
  std::ranges::merge(a, b, std::back_inserter(all), [](const Touch* x, const Touch* y) {
    return x->on.day != y->on.day ? x->on.day < y->on.day : x < y;
  });
  return all;
}

/// The part of the touches from one day to another.
std::vector<const Touch*> between(const std::vector<const Touch*>& touches, Date from, Date to) {
  const auto day = [](const Touch* touch) { return touch->on.day; };
  return {std::ranges::lower_bound(touches, from, {}, day),
          std::ranges::upper_bound(touches, to, {}, day)};
}

/// One course for each strained state, as long as that lasts.
void add_strained_courses(const CustomerDay& today, std::uint32_t plan, Beginnings& beginnings,
                          const std::vector<const Touch*>& touches,
                          const std::vector<StrainedState>& states,
                          std::vector<PlannedStep>& steps) {
  for (const StrainedState& state : states) {
    if (state.by == nullptr) continue;
    const auto begun = beginnings.of(today.book.plans[plan], *state.by);
    if (begun.empty()) continue;
    const Date end = state.ended.value_or(today.date);
    CourseWalk walk{today, plan, between(touches, state.by->on.day, end)};
    const auto course = walk.from(begun);
    if (state.ended && is_open(today.book, *course)) walk.steps().back().gone = state.ended;
    std::ranges::move(walk.steps(), std::back_inserter(steps));
  }
}

}  // namespace

std::vector<Beginning> Beginnings::of(const Plan& of_book) {
  found_.clear();
  switch (of_book.starts) {
    case PlanStart::new_customer:
      if (const auto& since = today_.customer.since) {
        add(of_book, *since, today_.line_of(today_.customer.lines.since));
      }
      break;
    case PlanStart::purchase:
      for (const std::uint32_t i : today_.book.purchases.of(today_.index)) {
        const Purchase& purchase = today_.book.purchases.all[i];
        add(of_book, purchase.on.day, purchase.at);
      }
      break;
    case PlanStart::emergency:
      for (const RequestState& state : plan_.requests) {
        const Request& request = today_.book.requests.all[state.request];
        if (request.urgent && state.ending) add(of_book, state.ending->day, request.at);
      }
      break;
    case PlanStart::strained:
      if (plan_.strained && plan_.strained_by != nullptr) {
        add(of_book, plan_.strained_by->on.day, plan_.strained_by->at);
      }
      break;
  }
  std::ranges::stable_sort(found_, {}, &Beginning::day);
  return found_;
}

std::vector<Beginning> Beginnings::of(const Plan& of_book, const Touch& strained_by) {
  found_.clear();
  add(of_book, strained_by.on.day, strained_by.at);
  return found_;
}

void Beginnings::add(const Plan& of_book, Date day, Position at) {
  if (day < of_book.from || today_.before_book(day) || !today_.has_come(day)) return;
  found_.push_back({day, at});
}

std::optional<Course> CourseWalk::from(const std::vector<Beginning>& beginnings) {
  for (const Beginning& beginning : beginnings) {
    while (next_ < touches_.size() && touches_[next_]->on.day < beginning.day) take_next();
    if (!waits(beginning.day)) begin(beginning);
  }
  while (next_ < touches_.size()) take_next();
  return course_;
}

/// Whether step 1 of the course is still to be done by that day or later: then a further start
/// changes nothing.
bool CourseWalk::waits(Date day) const {
  return course_ && course_->done.empty() && course_->reply == nullptr && course_->due >= day;
}

bool CourseWalk::is_running() const { return course_ && is_open(today_.book, *course_); }

void CourseWalk::begin(const Beginning& beginning) {
  if (is_running()) steps_.back().gone = beginning.day;
  course_ = Course{.plan = index_, .start = beginning.day, .cause = beginning.at};
  set_due(beginning.day);
}

void CourseWalk::set_due(Date since) {
  const std::size_t done = course_->done.size();
  if (done == plan_.steps.size()) return;
  course_->due = today_.calendar().plus(since, plan_.steps[done].after);
  steps_.push_back({.plan = plan_.name,
                    .step = static_cast<std::uint32_t>(done + 1),
                    .due = course_->due,
                    .act = course_->due,
                    .at = course_->cause});
}

void CourseWalk::take_next() {
  const Touch* const touch = touches_[next_++];
  if (!is_running()) return;
  if (!touch->from_them) {
    course_->done.push_back(touch);
    steps_.back().done = touch;
    set_due(touch->on.day);
  } else if (touch->on.day > course_->start) {
    course_->reply = touch;
    steps_.back().gone = touch->on.day;
  }
}

CourseTouches::CourseTouches(const CustomerDay& today) : marks_{today.touches} {
  std::ranges::copy_if(today.touches, std::back_inserter(replies_),
                       [](const Touch* touch) { return touch->from_them; });
}

std::vector<const Touch*> CourseTouches::of(const Plan& plan) const {
  auto touches = marks_.of(plan.name);
  return plan.ends_on_reply ? merged(touches, replies_) : touches;
}

std::vector<PlannedStep> planned_steps(const Book& book, CustomerIndex customer, Moment now,
                                       Date from, Date to) {
  std::vector<PlannedStep> steps;
  if (book.plans.empty() && as_of(book, customer, day_of(now)).plans.empty()) return steps;
  const CustomerDay today = gather(book, customer, now);
  const CourseTouches touches{today};
  CustomerPlan plan;
  plan_requests(today, plan);
  const std::vector<StrainedState> states = strained_states(book, customer, now);
  Beginnings beginnings{today, plan};
  for (std::uint32_t i = 0; i < book.plans.size(); ++i) {
    if (!fits(book, book.plans[i], today.customer)) continue;
    if (book.plans[i].starts == PlanStart::strained) {
      add_strained_courses(today, i, beginnings, touches.of(book.plans[i]), states, steps);
      continue;
    }
    CourseWalk walk{today, i, touches.of(book.plans[i])};
    if (walk.from(beginnings.of(book.plans[i]))) {
      std::ranges::move(walk.steps(), std::back_inserter(steps));
    }
  }
  for (PlannedStep& step : steps) step.act = today.calendar().after(step.due);
  std::erase_if(steps, [&](const PlannedStep& step) { return step.act < from || step.act > to; });
  add_own_steps(today, touches.marks(), from, to, steps);
  return steps;
}

}  // namespace care
