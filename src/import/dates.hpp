#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <care/calendar.hpp>
#include <care/import.hpp>

namespace care {

enum class DateTrouble {
  none,
  absent,      ///< nothing, or zeros alone
  undecided,   ///< 3/4/2024
  impossible,  ///< 31 June
  unreadable,
};

/// A date as people and programs write it.
struct ReadDate {
  std::optional<YearlyDate> date;
  DateTrouble trouble = DateTrouble::none;
  bool lacks_century = false;  ///< 3/15/84: then the year is none
};

/// Reads `2024-03-15`, `20240315`, `3/15/2024`, `15.03.2024`, `15 Mar 2024`, also with a time
/// behind; without a year `--0203`, `--02-14`, `15 Mar`. The year 1604 is how address books of
/// Apple's say that there is none.
[[nodiscard]] ReadDate read_date(std::string_view text, std::optional<DateOrder> order);

/// The order that a date proves: 3/15/2024 has no 15th month.
[[nodiscard]] std::optional<DateOrder> proven_order(std::string_view text);

/// "birthday 31 June is not a date"; empty where there is no trouble to speak of.
[[nodiscard]] std::string trouble_words(std::string_view what, std::string_view text,
                                        const ReadDate& read);

/// The day of a date that has its year; two-digit years are of the hundred years up to `today`.
[[nodiscard]] std::optional<Date> whole_date(std::string_view text, const ReadDate& read,
                                             Date today);

}  // namespace care
