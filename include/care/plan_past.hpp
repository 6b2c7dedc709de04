#pragma once

#include <care/plan.hpp>

namespace care {

// What the rules said about one customer on days that are over (R20), as known by `now`.

/// A strained state (R5).
struct StrainedState {
  Date from;
  const Touch* by = nullptr;    ///< its first touch that says so
  std::optional<Date> ended{};  ///< nothing: it lasts
};
/// By day.
[[nodiscard]] std::vector<StrainedState> strained_states(const Book& book, CustomerIndex customer,
                                                         Moment now);

/// The day from which on someone never contacted is waited for: the latest of `since`, `added` and
/// the book's beginning, where there is one (R4).
struct FirstBase {
  Date day;
  std::string_view reason;
  Position at;
};
[[nodiscard]] std::optional<FirstBase> first_base(const Book& book, const Customer& customer);

/// The last contact with somebody, as it stood at the end of its day.
struct LastContact {
  Date day;
  bool is_first_base = false;  ///< there was none yet: the day in its place
  bool strained = false;
  std::optional<Date> emergency_ended{};  ///< the first, with no contact on a later day
};
/// The days that a follow-up rests on, before it is known how late it is.
struct FollowUpDays {
  Date base, due, act;
  int interval = 0;
  bool strained = false;    ///< brought forward by R5
  bool after_care = false;  ///< brought forward by an emergency that ended
};
/// Nothing where the cadence is "never" and no after-care calls.
[[nodiscard]] std::optional<FollowUpDays> follow_up_days(const Policy& policy,
                                                         const Cadence& cadence,
                                                         const LastContact& last);
/// The follow-up of R4 alone, snoozed or waiting too.
[[nodiscard]] std::optional<Item> follow_up_item(const Book& book, CustomerIndex customer,
                                                 Moment now);

/// How a request went (R7).
struct RequestPast {
  RequestState state;                 ///< `solve_by` moves on while we wait for them
  std::optional<When> answered{};     ///< first; an end done is an answer, too
  std::optional<When> ended{};        ///< like `RequestState::ending`
  std::optional<When> solved{};       ///< where it ended so: done, or offered what they accepted
  bool withdrawn_unanswered = false;  ///< ended by that
  /// Of an emergency: the days at the end of each of which it was one that had ended that day.
  std::vector<Date> ended_on{};
};
/// Of all that have been asked, in file order.
[[nodiscard]] std::vector<RequestPast> request_pasts(const Book& book, CustomerIndex customer,
                                                     Moment now);

/// A step of a plan that came to be due, or an occurrence of an own plan (R17).
struct PlannedStep {
  Text plan;               ///< its name, or what is planned with them alone
  std::uint32_t step = 0;  ///< from 1; 0: an own plan's
  Date due, act;
  const Touch* done = nullptr;
  std::optional<Date> gone{};  ///< when it no longer was to be done, where it was not
  Position at{};               ///< what began the course, or the own plan
};
/// Those that were to be done from `from` to `to`.
[[nodiscard]] std::vector<PlannedStep> planned_steps(const Book& book, CustomerIndex customer,
                                                     Moment now, Date from, Date to);

}  // namespace care
