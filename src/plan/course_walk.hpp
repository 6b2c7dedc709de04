#pragma once

#include <care/plan_past.hpp>

#include "plan/customer_day.hpp"

namespace care {

/// A day on which a course may begin, and what it is the day of.
struct Beginning {
  Date day;
  Position at;
};

/// Those that have come, less what began before the plan or the book did; others are watched.
class Beginnings {
 public:
  Beginnings(const CustomerDay& today, const CustomerPlan& plan) : today_{today}, plan_{plan} {}

  /// By day.
  [[nodiscard]] std::vector<Beginning> of(const Plan& of_book);
  /// Of a plan that starts with a strained state: the first touch of it that says so.
  [[nodiscard]] std::vector<Beginning> of(const Plan& of_book, const Touch& strained_by);

 private:
  void add(const Plan& of_book, Date day, Position at);

  const CustomerDay& today_;
  const CustomerPlan& plan_;
  std::vector<Beginning> found_;
};

/// Follows the course of one plan through the touches.
class CourseWalk {
 public:
  CourseWalk(const CustomerDay& today, std::uint32_t plan, std::vector<const Touch*> touches)
      : today_{today}, plan_{today.book.plans[plan]}, index_{plan}, touches_{std::move(touches)} {}

  /// The course that runs, or ran last.
  [[nodiscard]] std::optional<Course> from(const std::vector<Beginning>& beginnings);
  /// The steps of all courses that came to be due.
  [[nodiscard]] std::vector<PlannedStep>& steps() { return steps_; }

 private:
  [[nodiscard]] bool waits(Date day) const;
  [[nodiscard]] bool is_running() const;
  void begin(const Beginning& beginning);
  void set_due(Date since);
  void take_next();

  const CustomerDay& today_;
  const Plan& plan_;
  std::uint32_t index_;
  std::vector<const Touch*> touches_;
  std::size_t next_ = 0;
  std::optional<Course> course_;
  std::vector<PlannedStep> steps_;
};

/// What a plan's course goes through: the touches that name it and, where a contact from them ends
/// it, those too.
class CourseTouches {
 public:
  explicit CourseTouches(const CustomerDay& today);
  [[nodiscard]] std::vector<const Touch*> of(const Plan& plan) const;
  [[nodiscard]] const PlanMarks& marks() const { return marks_; }

 private:
  PlanMarks marks_;
  std::vector<const Touch*> replies_;
};

/// The occurrences of the customer's own plans, added to the steps.
void add_own_steps(const CustomerDay& today, const PlanMarks& marks, Date from, Date to,
                   std::vector<PlannedStep>& steps);

}  // namespace care
