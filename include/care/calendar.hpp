#pragma once

#include <array>
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <ratio>
#include <string>
#include <string_view>

namespace care {

/// A civil day. Books hold local dates only, so no zone is attached to it.
using Date = std::chrono::local_days;
/// A civil minute; daylight saving changes nothing (R2).
using Moment = std::chrono::local_time<std::chrono::minutes>;

/// The day of a record, with its time where one was written; a book has many.
struct When {
  using Time = std::chrono::duration<std::int32_t, std::ratio<60>>;
  Date day;
  std::optional<Time> time;

  /// A date compared with a moment counts as its 23:59.
  [[nodiscard]] Moment moment() const;
  friend bool operator==(const When&, const When&) = default;
};

[[nodiscard]] Date day_of(Moment moment);
[[nodiscard]] std::chrono::year_month_day civil(Date day);
/// Nothing for a day that no calendar has, such as 30 February.
[[nodiscard]] std::optional<Date> make_date(int year, unsigned month, unsigned day);

/// `2026-11-22`, `2026-11-22T08:30`, and whichever of the two the record has.
[[nodiscard]] std::string iso(Date day);
[[nodiscard]] std::string iso(Moment moment);
[[nodiscard]] std::string iso(const When& when);
/// Reads `2026-11-22`, or `2026-11-22T08:30` (also with a blank for the T, and with seconds,
/// which are dropped); nothing for anything else.
[[nodiscard]] std::optional<When> parse_iso(std::string_view text);

enum class Unit { minute, hour, day, week, month, year, working_day };

/// A length of time as people say it: what it is in days depends on where it starts (R2).
struct Duration {
  int count;
  Unit unit;
  friend bool operator==(const Duration&, const Duration&) = default;
};

/// Reads `30d`, `2 weeks`, `3wd`, `1 working day`. Nothing where it is not a duration, has
/// no whole number, or lasts more than a thousand years.
[[nodiscard]] std::optional<Duration> parse_duration(std::string_view text);
/// `2 weeks`, `1 working day`: as a person reads it.
[[nodiscard]] std::string to_string(Duration duration);
/// `every 2 weeks`, `every working day`.
[[nodiscard]] std::string every_words(Duration period);
/// `2w`, `1wd`: as a book spells it.
[[nodiscard]] std::string spelled(Duration duration);

/// A day that returns each year; the year is unknown where only month and day were written.
struct YearlyDate {
  std::optional<std::chrono::year> year;
  std::chrono::month_day day{};
  friend bool operator==(const YearlyDate&, const YearlyDate&) = default;
};

/// `1984-02-29`, or `02-29` where the year is not known.
[[nodiscard]] std::string iso(const YearlyDate& date);
/// Reads `02-29`; nothing for a day that no year has.
[[nodiscard]] std::optional<std::chrono::month_day> parse_month_day(std::string_view text);

/// Where 29 February falls in common years.
enum class LeapDay : std::uint8_t { february_28, march_1 };

/// `day` as it falls in `year`: only 29 February ever moves, and it is never skipped (R3).
[[nodiscard]] Date in_year(std::chrono::month_day day, std::chrono::year year, LeapDay leap_day);

/// Calendar arithmetic (R2): d and w are days; m and y keep the day of month, clamped to the
/// month's end. `n` counts the periods from the anchor, so that 31 Jan becomes 28 Feb, 31 Mar.
/// Only for days, weeks, months and years; working days need a WorkCalendar.
[[nodiscard]] Date add_calendar(Date anchor, Duration period, int n = 1);

inline constexpr std::array<std::string_view, 7> weekday_names{
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
inline constexpr std::array<std::string_view, 12> month_names{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// `Mon`, `Nov`: the first three letters of a name.
[[nodiscard]] constexpr std::string_view short_name(std::string_view name) {
  return name.substr(0, 3);
}

/// `Monday`, `November`.
[[nodiscard]] constexpr std::string_view weekday_name(Date day) {
  return weekday_names[std::chrono::weekday{day}.iso_encoding() - 1];
}
[[nodiscard]] constexpr std::string_view month_name(std::chrono::month month) {
  return month_names[static_cast<unsigned>(month) - 1];
}

}  // namespace care
