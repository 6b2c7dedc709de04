#pragma once

#include <string>
#include <vector>

#include <care/plan.hpp>

namespace care {

/// What every rule needs to know about one customer on one day; built once, read by all.
struct Facts {
  const Book& book;
  const Customer& customer;
  CustomerIndex index;
  Moment now;
  Date today;
  std::vector<const Touch*> touches;  ///< those that have happened, by day, then file order
  Account* account;

  [[nodiscard]] const WorkCalendar& calendar() const { return book.policy.calendar; }
  [[nodiscard]] bool do_not_contact() const { return customer.status == Status::do_not_contact; }
  [[nodiscard]] LeapDay leap_day() const {
    return customer.leap_day.value_or(book.policy.leap_day);
  }
  /// Nobody counts as late from before the book began.
  [[nodiscard]] bool before_book(Date day) const { return book.started && day < *book.started; }
  /// Where a key of the policy stands; nowhere for a default.
  [[nodiscard]] Position policy_at(std::string_view key) const;
  /// A line of the customer's own table.
  [[nodiscard]] Position line_of(std::uint32_t line) const { return {customer.at.file, line, 0}; }
};

/// Notes a step, where an account is asked for; the text is only made then.
template <class MakeText>
void note(const Facts& facts, std::string_view rule, Position at, MakeText&& text) {
  if (facts.account != nullptr) facts.account->push_back({rule, text(), at});
}

/// `Mon 2026-11-23`, as accounts write a day: as the book spells it.
[[nodiscard]] std::string spoken(Date day);
/// ` (default)` where a policy key is not written, nothing where it is.
[[nodiscard]] std::string_view default_note(Position at);

[[nodiscard]] inline int days_between(Date from, Date to) {
  return static_cast<int>((to - from).count());
}

// One function for each kind; each adds its items to the plan, or what the others need.
void plan_mood(const Facts& facts, CustomerPlan& plan);                   // R5
void plan_requests(const Facts& facts, CustomerPlan& plan);               // R7
void plan_promises(const Facts& facts, CustomerPlan& plan);               // R6
void plan_occasions(const Facts& facts, CustomerPlan& plan);              // R3
void plan_thanks(const Facts& facts, CustomerPlan& plan);                 // R8
void plan_follow_up(const Facts& facts, CustomerPlan& plan);              // R4
void hide_what_is_not_for_today(const Facts& facts, CustomerPlan& plan);  // R13, R15

}  // namespace care
