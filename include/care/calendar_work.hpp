#pragma once

#include <variant>
#include <vector>

#include <care/calendar.hpp>

#include <map>

namespace care {

/// Opening hours of one stretch of a day; `to` may be 24:00, or later where it ends on the next.
struct Window {
  std::chrono::minutes from;
  std::chrono::minutes to;
  friend bool operator==(const Window&, const Window&) = default;
};

/// Reads `09:00-12:30`; `24:00` may end it. What ends before it starts ends on the next day:
/// `22:00-06:00`.
[[nodiscard]] std::optional<Window> parse_window(std::string_view text);
/// 0 = Monday … 6 = Sunday, from `mon` or `monday` in any letter case; nothing otherwise.
[[nodiscard]] std::optional<unsigned> parse_weekday(std::string_view text);

struct DaySpan {
  Date from;
  Date to;
  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};
/// `4th thu nov`; `nth` is 0 for the last one.
struct NthWeekday {
  unsigned nth;
  unsigned weekday;
  std::chrono::month month;
  friend bool operator==(const NthWeekday&, const NthWeekday&) = default;
};
struct EasterOffset {
  std::chrono::days offset;
  friend bool operator==(const EasterOffset&, const EasterOffset&) = default;
};
using Holiday = std::variant<DaySpan, std::chrono::month_day, NthWeekday, EasterOffset>;

/// Reads `12-25`, `4th thu nov`, `last mon may`, `easter-2`, `easter`, `easter+1`.
[[nodiscard]] std::optional<Holiday> parse_holiday(std::string_view text);
/// Easter Sunday of the Gregorian calendar.
[[nodiscard]] Date easter(std::chrono::year year);

/// Which weekdays are worked, and when; windows sorted and without overlap.
struct Week {
  std::array<bool, 7> workday{true, true, true, true, true, false, false};
  std::array<std::vector<Window>, 7> windows;
  friend bool operator==(const Week&, const Week&) = default;
};
/// The hours of single dates, whatever else is said of them; none: not worked.
using OwnHours = std::map<Date, std::vector<Window>>;
/// Monday to Friday, 09:00-12:30 and 13:30-17:00.
[[nodiscard]] Week default_week();

/// Working days and working time (R1, R2). Needs a week with at least one workday; time is only
/// added where some workday has a window.
class WorkCalendar {
 public:
  explicit WorkCalendar(Week week = default_week(), std::vector<Holiday> holidays = {},
                        OwnHours own_hours = {});

  [[nodiscard]] bool is_working(Date day) const;
  /// The nearest working day on or before, on or after `day`; `day` itself where there is none
  /// within 400 days (reading reports that).
  [[nodiscard]] Date before(Date day) const;
  [[nodiscard]] Date after(Date day) const;
  [[nodiscard]] bool has_working_day_after(Date day) const;

  /// `n` working days count from the day after, and backwards from the day before.
  [[nodiscard]] Date plus(Date day, Duration duration) const;
  [[nodiscard]] Date minus(Date day, Duration duration) const;

  /// Opening of the first, close of the last window, where the day has any.
  [[nodiscard]] std::optional<Moment> first_opening(Date day) const;
  [[nodiscard]] std::optional<Moment> last_close(Date day) const;
  /// The same with 09:00 and 23:59 for a day without a window.
  [[nodiscard]] Moment opening(Date day) const;
  [[nodiscard]] Moment close(Date day) const;
  /// The first opening on `day` or the next working day that has one; 09:00 where none has.
  [[nodiscard]] Moment next_opening(Date day) const;

  /// `time` later, counting open hours only; the closing minute still counts:
  ///
  ///     Fri 16:00 + 1 h = Fri 17:00      Fri 16:30 + 1 h = Mon 09:30
  ///
  /// What would take more than ten years ends after ten.
  [[nodiscard]] Moment add_working_time(Moment start, std::chrono::minutes time) const;
  /// How much of it lies between the two.
  [[nodiscard]] std::chrono::minutes working_time(Moment from, Moment to) const;

  /// By what it was made of, from which the days that are known follow.
  friend bool operator==(const WorkCalendar& a, const WorkCalendar& b) {
    return a.week_ == b.week_ && a.holidays_ == b.holidays_ && a.own_hours_ == b.own_hours_;
  }

 private:
  [[nodiscard]] bool is_holiday(Date day) const;
  [[nodiscard]] const std::vector<Window>& windows(Date day) const;
  [[nodiscard]] std::optional<Date> nearest(Date day, std::chrono::days step) const;

  Week week_;
  std::vector<Holiday> holidays_;
  OwnHours own_hours_;
  std::vector<bool> known_;  ///< is_holiday of each day from `first_known` on
};

}  // namespace care
