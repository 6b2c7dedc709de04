#include <care/calendar_work.hpp>

namespace care {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::month_day;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

Moment When::moment() const {
  return Moment{day} + time.value_or(std::chrono::hours{23} + minutes{59});
}

Date day_of(Moment moment) { return std::chrono::floor<days>(moment); }

year_month_day civil(Date day) { return year_month_day{day}; }

std::optional<Date> make_date(int y, unsigned m, unsigned d) {
  const year_month_day day{year{y}, month{m}, std::chrono::day{d}};
  if (!day.ok()) return std::nullopt;
  return Date{day};
}

Date in_year(month_day day, year y, LeapDay leap_day) {
  const year_month_day exact{y, day.month(), day.day()};
  if (exact.ok()) return Date{exact};
  return leap_day == LeapDay::march_1 ? Date{y / 3 / 1} : Date{y / 2 / 28};
}

Date add_calendar(Date anchor, Duration period, int n) {
  const int count = period.count * n;
  if (period.unit == Unit::day) return anchor + days{count};
  if (period.unit == Unit::week) return anchor + std::chrono::weeks{count};
  const year_month_day from = civil(anchor);
  const year_month target = from.year() / from.month() +
                            std::chrono::months{period.unit == Unit::year ? count * 12 : count};
  const year_month_day exact = target / from.day();
  return exact.ok() ? Date{exact} : Date{target / std::chrono::last};
}

Date easter(year y) {
  // The Meeus/Jones/Butcher computation.
  const int n = static_cast<int>(y);
  const int a = n % 19;
  const int b = n / 100;
  const int c = n % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return Date{y / (sum / 31) / (sum % 31 + 1)};
}

}  // namespace care
