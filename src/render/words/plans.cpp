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
std::string step_state(const Course& course, const Plan& plan, std::size_t step, Date today) {
  if (step < course.done.size()) {
    return "done " + past_day(course.done[step]->on.day, today);
  }
  if (course.reply != nullptr) return "ended";
  if (step > course.done.size() || step >= plan.steps.size()) return "not yet";
  return "due " + short_day(course.due, today);
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

std::vector<PlannedLine> planned_lines(const CallSheet& sheet) {
  const Book& book = *sheet.book;
  const Date today = day_of(sheet.now);
  std::vector<PlannedLine> lines;
  for (const Course& course : sheet.courses) {
    const Plan& plan = book.plans[course.plan];
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
      const PlanStep& step = plan.steps[i];
      lines.push_back({step_state(course, plan, i, today),
                       fmt::format("{} {} of {}: {}{}", neutralised(plan.name), i + 1,
                                   plan.steps.size(), in_line(step.what), how_words(step.how))});
    }
  }
  for (const OwnCourse& course : sheet.own_courses) {
    const OwnPlan& plan = book.customers[sheet.customer].plans[course.plan];
    std::string text = in_line(plan.what) + how_words(plan.how);
    if (plan.every) text += ", " + every_words(*plan.every);
    if (course.done != nullptr) {
      text += ", last done " + past_day(course.done->on.day, today);
    }
    lines.push_back({course.occurrence ? "due " + short_day(*course.occurrence, today) : "over",
                     std::move(text)});
  }
  return lines;
}

}  // namespace care
