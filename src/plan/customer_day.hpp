#pragma once

#include <algorithm>

#include <care/plan.hpp>

namespace care {

/// No date beyond it can be written.
inline constexpr Date last_of_calendar{std::chrono::local_days{
    std::chrono::year{9999} / std::chrono::December / std::chrono::day{31}}};

/// One customer on one day: what every rule needs to know, gathered once.
struct CustomerDay {
  const Book& book;
  const Customer& customer;
  CustomerIndex index;
  Moment now;
  Date date;                             ///< the day of `now`
  std::chrono::year year;                ///< of that day
  Date new_year;                         ///< on which that year began
  std::vector<const Touch*> touches{};   ///< those that have happened, by day, then file order
  std::size_t reached = 0;               ///< how many of them reached the customer
  const Touch* last = nullptr;           ///< the latest of these
  const Touch* heard = nullptr;          ///< the latest of all that says what was heard
  const Touch* last_thanking = nullptr;  ///< the latest of these that thanked
  Account* account = nullptr;
  mutable Date changes = CustomerPlan::never;  ///< the earliest day that is watched

  [[nodiscard]] const WorkCalendar& calendar() const { return book.policy.calendar; }
  [[nodiscard]] bool do_not_contact() const { return customer.status == Status::do_not_contact; }
  [[nodiscard]] bool former() const { return customer.status == Status::former; }
  [[nodiscard]] LeapDay leap_day() const {
    return customer.leap_day.value_or(book.policy.leap_day);
  }
  /// Nobody counts as late from before the book began.
  [[nodiscard]] bool before_book(Date day) const { return book.started && day < *book.started; }
  /// From that day on, if it is still to come, there may be an item more, or one more due.
  void watch(Date day) const {
    if (date < day) changes = std::min(changes, day);
  }
  /// Whether what was dated then has happened, or it is time for what begins then; watched.
  [[nodiscard]] bool has_come(Date day) const {
    watch(day);
    return day <= date;
  }
  [[nodiscard]] bool thanked_since(Date day) const {
    return last_thanking != nullptr && day <= last_thanking->on.day;
  }
  /// Where in `touches` those on or after `day` begin.
  [[nodiscard]] std::vector<const Touch*>::const_iterator touches_from(Date day) const;
  /// The year of a day that may be near.
  [[nodiscard]] std::chrono::year year_of(Date day) const {
    constexpr std::chrono::days least_year{365};
    return day >= new_year && day < new_year + least_year ? year : civil(day).year();
  }
  /// Where a key of the policy stands; nowhere for a default.
  [[nodiscard]] Position policy_at(std::string_view key) const {
    return position_of(book.policy.at, key);
  }
  /// Of what is to be done from `act` on and is late after `due`.
  [[nodiscard]] State state(Date act, Date due) const {
    if (date > due) return State::overdue;
    return has_come(act) ? State::today : State::coming;
  }
  /// Where a key of the customer's stands, as of today.
  [[nodiscard]] Position line_of(std::uint32_t line) const {
    return position_of(book, customer.at, line);
  }

  /// An item of this customer's, due on a day and to be done on another; `when` it is, and so its
  /// class and how late it is, follows.
  [[nodiscard]] Item item(Kind kind, State when, Date due, Date act) const;
};

[[nodiscard]] CustomerDay gather(const Book& book, CustomerIndex customer, Moment now,
                                 Account* account = nullptr);

/// `Mon 2026-11-23`, as accounts write a day: as the book spells it.
[[nodiscard]] std::string spoken(Date day);

// How an account says what fills a text.
[[nodiscard]] inline std::string said(Date day) { return spoken(day); }
[[nodiscard]] inline std::string said(Moment moment) { return iso(moment); }
[[nodiscard]] inline std::string said(const When& when) { return iso(when); }
[[nodiscard]] inline std::string said(Duration duration) { return to_string(duration); }
[[nodiscard]] inline std::string said(int number) { return std::to_string(number); }
[[nodiscard]] inline std::string said(std::string_view text) { return std::string{text}; }

void add_step(Account& account, Step step, std::initializer_list<std::string> parts);

/// Notes a step, where an account is asked for: `text`, with each `{}` filled in turn.
template <class... Part>
void note(const CustomerDay& today, std::string_view rule, Position at, std::string_view text,
          const Part&... parts) {
  if (today.account == nullptr) return;
  add_step(*today.account, {rule, std::string{text}, at}, {said(parts)...});
}

/// ` (default)` where a policy key is not written, nothing where it is.
[[nodiscard]] std::string_view default_note(Position at);

[[nodiscard]] inline int days_between(Date from, Date to) {
  return static_cast<int>((to - from).count());
}

/// The snoozes in force; those beyond what is allowed go to `CustomerPlan::refused_snoozes` (R13).
[[nodiscard]] std::vector<const Snooze*> snoozes_in_force(const CustomerDay& today,
                                                          CustomerPlan& plan);

/// Our attempts in vain on later days than the last touch that reached them (R4).
[[nodiscard]] std::vector<const Touch*> attempts_since_last(const CustomerDay& today);

/// An item of a plan, due on that day (R17).
[[nodiscard]] Item plan_item(const CustomerDay& today, Date due);

// One function for each kind of rule; each adds its items to the plan, or what the others need.
void plan_mood(const CustomerDay& today, CustomerPlan& plan);       // R5
void plan_requests(const CustomerDay& today, CustomerPlan& plan);   // R7
void plan_promises(const CustomerDay& today, CustomerPlan& plan);   // R6
void plan_occasions(const CustomerDay& today, CustomerPlan& plan);  // R3
void plan_thanks(const CustomerDay& today, CustomerPlan& plan);     // R8, R11
void plan_courses(const CustomerDay& today, CustomerPlan& plan);    // R17
void plan_own_courses(const CustomerDay& today, const PlanMarks& marks, CustomerPlan& plan);
void plan_follow_up(const CustomerDay& today, CustomerPlan& plan);  // R4
void hide_items(const CustomerDay& today, CustomerPlan& plan);      // R4, R13, R15

}  // namespace care
