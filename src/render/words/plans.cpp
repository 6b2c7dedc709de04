#include "render/words/plans.hpp"
#include <care/text.hpp>
#include "render/words/phrases.hpp"

#include <fmt/format.h>

namespace care {
namespace {

std::string how_words(const std::optional<Channel>& how) {
  if (!how || *how == Channel::other) return {};
  return fmt::format(" ({})", word(*how));
}

/// One step of a course: the number of it from 0.
Planned step_of(const Course& course, const Plan& plan, std::size_t step) {
  Planned one{plan.name, static_cast<std::uint32_t>(step + 1),
              static_cast<std::uint32_t>(plan.steps.size()), plan.steps[step].what,
              plan.steps[step].how};
  one.state = PlannedState::not_yet;
  if (step < course.done.size()) {
    one.state = PlannedState::done;
    one.day = course.done[step]->on.day;
  } else if (course.reply != nullptr) {
    one.state = PlannedState::ended;
  } else if (step == course.done.size()) {
    one.state = PlannedState::due;
    one.day = course.due;
  }
  return one;
}

Planned own_plan_of(const OwnCourse& course, const OwnPlan& plan) {
  Planned one{{}, 0, 0, plan.what, plan.how, plan.every};
  if (course.occurrence) one.state = PlannedState::due;
  one.day = course.occurrence;
  if (course.done != nullptr) one.last = course.done->on.day;
  return one;
}

std::string state_words(const Planned& one, Date today) {
  switch (one.state) {
    case PlannedState::done: return "done " + past_day(*one.day, today);
    case PlannedState::due: return "due " + short_day(*one.day, today);
    case PlannedState::not_yet: return "not yet";
    case PlannedState::ended:
    case PlannedState::over: break;
  }
  return std::string{word(one.state)};
}

}  // namespace

std::string plan_name_words(const Item& item) {
  if (item.plan.empty()) return in_line(item.what);
  return fmt::format("{} {} of {}", neutralised(item.plan), item.step, item.steps);
}

std::string plan_words(const Item& item, std::string_view late) {
  const std::string_view comma = late.empty() ? "" : ", ";
  if (item.plan.empty()) {
    return fmt::format("{}{}{}{}", in_line(item.what), how_words(item.how), comma, late);
  }
  return fmt::format("{}{}{}: {}{}", plan_name_words(item), comma, late, in_line(item.what),
                     how_words(item.how));
}

std::vector<Planned> planned(const CallSheet& sheet) {
  const Book& book = *sheet.book;
  std::vector<Planned> all;
  for (const Course& course : sheet.courses) {
    const Plan& plan = book.plans[course.plan];
    for (std::size_t i = 0; i < plan.steps.size(); ++i) all.push_back(step_of(course, plan, i));
  }
  for (const OwnCourse& course : sheet.own_courses) {
    all.push_back(own_plan_of(course, book.customers[sheet.customer].plans[course.plan]));
  }
  return all;
}

std::vector<PlannedLine> planned_lines(const CallSheet& sheet) {
  const Date today = day_of(sheet.now);
  std::vector<PlannedLine> lines;
  for (const Planned& one : planned(sheet)) {
    std::string text = in_line(one.what) + how_words(one.how);
    if (one.step > 0) {
      text = fmt::format("{} {} of {}: {}", neutralised(one.plan), one.step, one.steps, text);
    }
    if (one.every) text += ", " + every_words(*one.every);
    if (one.last) text += ", last done " + past_day(*one.last, today);
    lines.push_back({state_words(one, today), std::move(text)});
  }
  return lines;
}

}  // namespace care
