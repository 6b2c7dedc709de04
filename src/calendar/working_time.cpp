#include <care/calendar_work.hpp>

#include <algorithm>
#include <cstddef>

namespace care {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::month_day;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr days search_limit{400};
/// How far working time is counted: who writes 1000 years does not mean a day.
constexpr days farthest{3660};
/// Holidays of these years are laid out once; others are worked out when asked for.
constexpr year first_known_year{1990};
constexpr year last_known_year{2060};

Date first_of(year y) { return Date{year_month_day{y, month{1}, std::chrono::day{1}}}; }

unsigned weekday_index(Date day) { return weekday{day}.iso_encoding() - 1; }

std::optional<Date> nth_weekday(const NthWeekday& rule, year y) {
  const weekday wanted{(rule.weekday + 1) % 7};
  if (rule.nth == 0) return Date{y / rule.month / wanted[std::chrono::last]};
  const auto day = y / rule.month / wanted[rule.nth];
  if (!day.ok()) return std::nullopt;
  return Date{day};
}

/// The days in `y` on which `holiday` falls; nothing for one that no such year has.
std::optional<DaySpan> span_in(const Holiday& holiday, year y) {
  std::optional<Date> day;
  if (const auto* span = std::get_if<DaySpan>(&holiday)) return *span;
  if (const auto* yearly = std::get_if<month_day>(&holiday)) {
    const year_month_day exact{y, yearly->month(), yearly->day()};
    if (exact.ok()) day = Date{exact};
  } else if (const auto* nth = std::get_if<NthWeekday>(&holiday)) {
    day = nth_weekday(*nth, y);
  } else {
    day = easter(y) + std::get<EasterOffset>(holiday).offset;
  }
  if (!day) return std::nullopt;
  return DaySpan{*day, *day};
}

bool covers(const Holiday& holiday, Date day) {
  // An offset from Easter may lead into the year before or after.
  const year around = civil(day).year();
  for (const year y : {around, around - std::chrono::years{1}, around + std::chrono::years{1}}) {
    const auto span = span_in(holiday, y);
    if (span && span->from <= day && day <= span->to) return true;
  }
  return false;
}

/// 24:00 is written, and compared, as 23:59 of its own day (R2).
Moment end_of(Date day, const Window& window) {
  return Moment{day} + (window.to == minutes{days{1}} ? window.to - minutes{1} : window.to);
}

}  // namespace

Week default_week() {
  using std::chrono::hours;
  Week week;
  for (unsigned day = 0; day < 5; ++day) {
    week.windows[day] = {{hours{9}, hours{12} + minutes{30}}, {hours{13} + minutes{30}, hours{17}}};
  }
  return week;
}

WorkCalendar::WorkCalendar(Week week, std::vector<Holiday> holidays, OwnHours own_hours)
    : week_(std::move(week)), holidays_(std::move(holidays)), own_hours_(std::move(own_hours)) {
  const Date first = first_of(first_known_year);
  const Date end = first_of(last_known_year + std::chrono::years{1});
  known_.resize(static_cast<std::size_t>((end - first).count()));
  const auto lay_out = [&](DaySpan span) {
    const Date last = std::min(span.to, end - days{1});
    for (Date day = std::max(span.from, first); day <= last; day += days{1}) {
      known_[static_cast<std::size_t>((day - first).count())] = true;
    }
  };
  for (const Holiday& holiday : holidays_) {
    if (const auto* span = std::get_if<DaySpan>(&holiday)) {
      lay_out(*span);
      continue;
    }
    const std::chrono::years one{1};
    for (year y = first_known_year - one; y <= last_known_year + one; ++y) {
      if (const auto span = span_in(holiday, y)) lay_out(*span);
    }
  }
}

bool WorkCalendar::is_holiday(Date day) const {
  const auto offset = (day - first_of(first_known_year)).count();
  if (offset >= 0 && static_cast<std::size_t>(offset) < known_.size()) {
    return known_[static_cast<std::size_t>(offset)];
  }
  return std::ranges::any_of(holidays_, [&](const Holiday& h) { return covers(h, day); });
}

bool WorkCalendar::is_working(Date day) const {
  if (const auto own = own_hours_.find(day); own != own_hours_.end()) return !own->second.empty();
  return week_.workday[weekday_index(day)] && !is_holiday(day);
}

std::optional<Date> WorkCalendar::nearest(Date day, days step) const {
  for (int i = 0; i <= search_limit.count(); ++i, day += step) {
    if (is_working(day)) return day;
  }
  return std::nullopt;
}

Date WorkCalendar::before(Date day) const { return nearest(day, days{-1}).value_or(day); }

Date WorkCalendar::after(Date day) const { return nearest(day, days{1}).value_or(day); }

bool WorkCalendar::has_working_day_after(Date day) const {
  return nearest(day, days{1}).has_value();
}

Date WorkCalendar::plus(Date day, Duration duration) const {
  if (duration.unit != Unit::working_day) return add_calendar(day, duration);
  for (int i = 0; i < duration.count; ++i) day = after(day + days{1});
  return day;
}

Date WorkCalendar::minus(Date day, Duration duration) const {
  if (duration.unit != Unit::working_day) return add_calendar(day, duration, -1);
  for (int i = 0; i < duration.count; ++i) day = before(day - days{1});
  return day;
}

const std::vector<Window>& WorkCalendar::windows(Date day) const {
  static const std::vector<Window> none;
  if (const auto own = own_hours_.find(day); own != own_hours_.end()) return own->second;
  return is_working(day) ? week_.windows[weekday_index(day)] : none;
}

std::optional<Moment> WorkCalendar::first_opening(Date day) const {
  const auto& open = windows(day);
  if (open.empty()) return std::nullopt;
  return Moment{day} + open.front().from;
}

std::optional<Moment> WorkCalendar::last_close(Date day) const {
  const auto& open = windows(day);
  if (open.empty()) return std::nullopt;
  return end_of(day, open.back());
}

Moment WorkCalendar::opening(Date day) const {
  return first_opening(day).value_or(Moment{day} + std::chrono::hours{9});
}

Moment WorkCalendar::close(Date day) const {
  return last_close(day).value_or(Moment{day} + minutes{24 * 60 - 1});
}

Moment WorkCalendar::next_opening(Date day) const {
  for (Date later = day; later <= day + search_limit; later += days{1}) {
    if (const auto open = first_opening(later)) return *open;
  }
  return opening(day);
}

Moment WorkCalendar::add_working_time(Moment start, minutes time) const {
  const Date last = day_of(start) + farthest;
  Date day = day_of(start) - days{1};  // the window of last night may still be open
  for (int idle = -1; idle <= search_limit.count(); ++idle, day += days{1}) {
    if (day > last) return opening(last);
    for (const Window& window : windows(day)) {
      const Moment begin = std::max(Moment{day} + window.from, start);
      const Moment end = Moment{day} + window.to;
      if (begin >= end) continue;
      idle = 0;
      if (begin + time == end) return end_of(day, window);
      if (begin + time < end) return begin + time;
      time -= end - begin;
    }
  }
  return start + time;
}

minutes WorkCalendar::working_time(Moment from, Moment to) const {
  minutes time{0};
  for (Date day = day_of(from) - days{1}; day <= day_of(to); day += days{1}) {
    for (const Window& window : windows(day)) {
      const Moment begin = std::max(Moment{day} + window.from, from);
      time += std::max(minutes{0}, std::min(Moment{day} + window.to, to) - begin);
    }
  }
  return time;
}

}  // namespace care
