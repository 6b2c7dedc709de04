#include "render/words/days.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace care {
namespace {

constexpr std::array<std::string_view, 7> weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

std::string_view weekday_of(Date day) {
  return weekdays[std::chrono::weekday{day}.iso_encoding() - 1];
}

std::string_view month_of(Date day) {
  return months[static_cast<unsigned>(civil(day).month()) - 1];
}

unsigned number_of(Date day) { return static_cast<unsigned>(civil(day).day()); }
int year_of(Date day) { return static_cast<int>(civil(day).year()); }

}  // namespace

std::string past_day(Date day, Date today) {
  const auto month = month_of(day).substr(0, 3);
  if (year_of(day) == year_of(today)) return fmt::format("{} {}", number_of(day), month);
  return fmt::format("{} {} {}", number_of(day), month, year_of(day));
}

std::string short_day(Date day, Date today) {
  return fmt::format("{} {}", weekday_words(day), past_day(day, today));
}

std::string long_day(Date day) {
  return fmt::format("{} {} {} {}", weekday_of(day), number_of(day), month_of(day), year_of(day));
}

std::string by_day(Date day, Date today) {
  const bool same_month = month_and_year(day) == month_and_year(today);
  return same_month ? fmt::format("{} {}", weekday_words(day), number_of(day))
                    : short_day(day, today);
}

std::string month_and_year(Date day) {
  return fmt::format("{} {}", month_of(day).substr(0, 3), year_of(day));
}

std::string weekday_words(Date day) { return std::string{weekday_of(day).substr(0, 3)}; }

std::string days_words(Date from, Date to) {
  if (from == to) return long_day(from);
  return fmt::format("{} to {} {}", short_day(from, to), short_day(to, to), year_of(to));
}

std::string clock(Moment moment) { return iso(moment).substr(11); }

std::string moment_words(Moment moment, Date today) {
  if (day_of(moment) == today) return clock(moment);
  return fmt::format("{} {}", short_day(day_of(moment), today), clock(moment));
}

std::string time_words(std::chrono::minutes time) {
  constexpr int minutes_in_hour = 60;
  constexpr int hours_in_days = 48;
  const auto total = time.count();
  const auto hours = total / minutes_in_hour;
  if (hours >= hours_in_days) return fmt::format("{} days", hours / 24);
  if (hours == 0) return fmt::format("{} min", total);
  if (total % minutes_in_hour == 0) return fmt::format("{} h", hours);
  return fmt::format("{} h {} min", hours, total % minutes_in_hour);
}

std::string days_late_words(int days) {
  return fmt::format("{} {} late", days, days == 1 ? "day" : "days");
}

}  // namespace care
