#pragma once

#include <care/calendar.hpp>
#include <care/calendar_work.hpp>

namespace care {

/// Which of two days is meant where a word fits one before and one after today: `fri`, `28 Nov`,
/// `2w`.
enum class Lean { past, future };

/// Reads a day, or a day and a time, as people type it:
///
///     2026-11-28   2026-11-28T15:30   11-28   28 Nov   Nov 28 2027   today   yesterday
///     tomorrow   now   fri   next tuesday   last fri   +3d   -2d   2w   3wd   in 3 days
///     2 weeks ago   15:30   yesterday 15:30   fri 9:00   3pm   15h30
///
/// A weekday is never today; 29 Feb is that of a leap year. Minutes and hours (`-30min`) count
/// from `now` and have a time. Nothing where it is not a day, or not of the years 1 to 9999.
[[nodiscard]] std::optional<When> parse_typed_day(std::string_view text, Moment now,
                                                  const WorkCalendar& calendar, Lean lean);

/// `30 Feb`, `Feb 30 2026`: said like a day, but no month has it.
[[nodiscard]] bool is_day_of_no_month(std::string_view text);

/// Reads a day that returns each year: `1984-02-29`, `29 Feb 1984`, `02-29`, `29 Feb`.
[[nodiscard]] std::optional<YearlyDate> parse_typed_yearly(std::string_view text);

}  // namespace care
