#pragma once

#include <optional>
#include <vector>

#include <care/agenda.hpp>

namespace care {

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
