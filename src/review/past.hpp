#pragma once

#include <care/plan_past.hpp>
#include <care/review.hpp>

namespace care {

/// The moment of which one period speaks.
struct View {
  const Book& book;
  Period period;
  Moment then;      ///< now, or the end of the period
  bool is_over;     ///< all of the period's last day is
  Date wow_from{};  ///< a WOW on a later day is one in `wow_every` (R9)
  /// Whether the book has any by the period's end, however old; of the previous period, by the end
  /// of the one that is compared with it (R21).
  bool purchases = false, referrals = false;
  /// Where contacts, events and plans stand that were learned later, by position.
  std::vector<Position> later{};

  [[nodiscard]] Date end() const { return period.to; }
  [[nodiscard]] bool has(Date day) const { return period.from <= day && day <= period.to; }
  /// Whether it can no longer be done then; of a day of the period.
  [[nodiscard]] bool is_past(const When& when) const;
  [[nodiscard]] bool is_later(Position at) const;
  /// Whether somebody is a customer then: neither former, nor added later.
  [[nodiscard]] bool is_customer(const Customer& customer) const;
};
[[nodiscard]] View view_of(const Book& book, Moment now, Period period);

/// A day on which something reached a customer.
struct ContactDay {
  Date day;
  Position at;  ///< of the last touch that day that did
};

/// A customer's past as of a view, walked once.
struct Past {
  const View& view;
  const Book& book;
  CustomerIndex who;
  const Customer& customer;
  std::optional<StaffIndex> owner;
  std::vector<const Touch*> touches{};    ///< by day, then file order
  std::vector<ContactDay> contacts{};     ///< of touches that reached them
  std::vector<Date> attempts{};           ///< of ours, in vain
  std::vector<Date> thankings{};          ///< reached touches that thanked
  std::optional<Date> heard{};            ///< the last day on which anything was heard from them
  std::vector<StrainedState> strained{};  ///< R5
  std::vector<RequestPast> requests{};    ///< R7

  [[nodiscard]] Date end() const { return view.end(); }
  /// Neither former nor do-not-contact.
  [[nodiscard]] bool is_active() const { return customer.status == Status::active; }
  [[nodiscard]] bool is_strained_at_end_of(Date day) const;
  /// Days from one to another on which something reached them.
  [[nodiscard]] int contacts_between(Date from, Date to) const;
};
[[nodiscard]] Past past_of(const View& view, CustomerIndex who);

/// Whether it was done in time; without a time on both sides, day against day.
[[nodiscard]] bool is_in_time(const When& done, const When& due);
/// A moment as a record would carry it.
[[nodiscard]] When when_of(Moment moment);
/// `Tue 2026-11-24`.
[[nodiscard]] std::string spelled_day(Date day);

}  // namespace care
