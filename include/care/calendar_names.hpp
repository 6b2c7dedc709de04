#pragma once

#include <array>
#include <string_view>

#include <care/calendar.hpp>

namespace care {

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
