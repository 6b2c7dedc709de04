#pragma once

#include <care/agenda.hpp>

#include <unordered_map>

namespace care {

/// An item with the one day on which it stands in a calendar of the whole plan.
struct PlannedItem {
  Item item;
  Date day;
};

/// What is on record about an item: a calendar that has it knows by that whether it has changed.
struct OnRecord {
  int count = 0;
  std::optional<Moment> latest;
};
/// All that is on record about the items of one customer, walked over once.
class CustomerRecords {
 public:
  CustomerRecords(const Book& book, CustomerIndex customer, Date today);
  /// Of a request, promise or something to prepare, what names it; of a follow-up or thanks,
  /// whatever moves them: touches, snoozes, purchases and facts up to today; of an occasion, facts.
  [[nodiscard]] OnRecord of(const Item& item) const;

 private:
  void see(OnRecord& found, const When& on) const;

  const Book& book_;
  Date today_;
  OnRecord plain_, preparation_, occasions_;
  std::unordered_map<std::uint32_t, OnRecord> requests_, promises_;
};

/// Of one customer: open requests and promises, and the next follow-up, thanks and preparations,
/// each on its day to act or the later one on which a snooze or the wait after an attempt ends.
/// With `owner`, only what is theirs or nobody's that day, and emergencies (R14).
[[nodiscard]] std::vector<PlannedItem> planned_items(const Book& book, CustomerIndex customer,
                                                     Moment now, std::optional<StaffIndex> owner);

/// A plan of the customer's own that returns, from the day that is open (R17).
struct RepeatedPlan {
  Item item;
  Duration every;
  std::optional<Date> until;  ///< none on or after it
  bool by_rule = false;       ///< `every` from the first day gives exactly its days
  std::vector<Date> days;     ///< that day; without a rule, all of the coming two years
};
/// None for who is former or not to be contacted.
[[nodiscard]] std::vector<RepeatedPlan> repeated_plans(const Book& book, CustomerIndex customer,
                                                       Moment now);

/// An occasion with all its days (R3), for programs that repeat a date by themselves.
struct RepeatedDate {
  CustomerIndex customer = 0;
  Kind kind = Kind::event;
  YearlyDate date;  ///< the year that ages count from, where it is known
  bool yearly = true;
  bool round = false;  ///< only the first year and each fifth
  Text what, person;
  std::optional<Date> first;  ///< no occurrence before it
  std::optional<Date> until;  ///< none on or after it
  LeapDay leap_day = LeapDay::february_28;
  Duration heads_up{0, Unit::day};
};

/// Every occasion that has a day on or after `today`, greeted or not, in the book's order; without
/// those of former customers.
[[nodiscard]] std::vector<RepeatedDate> repeated_dates(const Book& book, Date today,
                                                       const Selection& selection);

}  // namespace care
