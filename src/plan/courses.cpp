#include <care/plan_courses.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "plan/customer_day.hpp"

namespace care {
namespace {

using std::chrono::days;

/// A day on which a course may begin, and what it is the day of.
struct Beginning {
  Date day;
  Position at;
};

/// Those that have come; others are watched.
class Beginnings {
 public:
  Beginnings(const CustomerDay& today, const CustomerPlan& plan) : today_{today}, plan_{plan} {}

  /// By day.
  [[nodiscard]] std::vector<Beginning> of(const Plan& of_book) {
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

 private:
  void add(const Plan& of_book, Date day, Position at) {
    if (day < of_book.from || today_.before_book(day) || !today_.has_come(day)) return;
    found_.push_back({day, at});
  }

  const CustomerDay& today_;
  const CustomerPlan& plan_;
  std::vector<Beginning> found_;
};

/// Follows the course of one plan through the touches.
class Walk {
 public:
  Walk(const CustomerDay& today, std::uint32_t plan, std::vector<const Touch*> touches)
      : today_{today}, plan_{today.book.plans[plan]}, index_{plan}, touches_{std::move(touches)} {}

  [[nodiscard]] std::optional<Course> from(const std::vector<Beginning>& beginnings) {
    for (const Beginning& beginning : beginnings) {
      while (next_ < touches_.size() && touches_[next_]->on.day < beginning.day) take_next();
      if (!waits(beginning.day)) begin(beginning);
    }
    while (next_ < touches_.size()) take_next();
    return course_;
  }

 private:
  /// Whether step 1 of the course is still to be done by that day or later: then a further start
  /// changes nothing.
  [[nodiscard]] bool waits(Date day) const {
    return course_ && course_->done.empty() && course_->reply == nullptr && course_->due >= day;
  }

  void begin(const Beginning& beginning) {
    course_ = Course{.plan = index_, .start = beginning.day, .cause = beginning.at};
    set_due(beginning.day);
  }

  void set_due(Date since) {
    if (course_->done.size() == plan_.steps.size()) return;
    course_->due = today_.calendar().plus(since, plan_.steps[course_->done.size()].after);
  }

  void take_next() {
    const Touch* const touch = touches_[next_++];
    if (!course_ || !is_open(today_.book, *course_)) return;
    if (!touch->from_them) {
      course_->done.push_back(touch);
      set_due(touch->on.day);
    } else if (touch->on.day > course_->start) {
      course_->reply = touch;
    }
  }

  const CustomerDay& today_;
  const Plan& plan_;
  std::uint32_t index_;
  std::vector<const Touch*> touches_;
  std::size_t next_ = 0;
  std::optional<Course> course_;
};

/// Touches of both lists by day, then as they stand in the file.
std::vector<const Touch*> merged(const std::vector<const Touch*>& a,
                                 const std::vector<const Touch*>& b) {
  std::vector<const Touch*> all;
  std::ranges::merge(a, b, std::back_inserter(all), [](const Touch* x, const Touch* y) {
    return x->on.day != y->on.day ? x->on.day < y->on.day : x < y;
  });
  return all;
}

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
    return std::ranges::find(all, one) != all.end();
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
  const PlanMarks marks{today.touches};
  Beginnings beginnings{today, plan};
  std::vector<const Touch*> replies;
  std::ranges::copy_if(today.touches, std::back_inserter(replies),
                       [](const Touch* touch) { return touch->from_them; });
  for (std::uint32_t i = 0; i < plans.size(); ++i) {
    if (!fits(today.book, plans[i], today.customer)) continue;
    const auto begun = beginnings.of(plans[i]);
    if (begun.empty()) continue;
    auto touches = marks.of(plans[i].name);
    if (plans[i].ends_on_reply) touches = merged(touches, replies);
    const auto course = Walk{today, i, std::move(touches)}.from(begun);
    explain(today, plans[i], *course);
    if (is_open(today.book, *course)) add_item(today, *course, plan);
    plan.courses.push_back(*course);
  }
  plan_own_courses(today, marks, plan);
}

}  // namespace care
