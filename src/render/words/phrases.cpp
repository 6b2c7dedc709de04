#include "render/words/phrases.hpp"
#include <care/calendar.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

std::string_view name_of_month(Date day) { return month_name(civil(day).month()); }

}  // namespace

std::string in_line(std::string_view text) { return on_one_line(neutralised_lines(text)); }
std::string quoted(std::string_view text) { return fmt::format("\"{}\"", in_line(text)); }

std::string listed(std::span<const std::string_view> texts) {
  return in_line(fmt::format("{}", fmt::join(texts, ", ")));
}

std::string in_short(std::string_view text) {
  constexpr std::size_t most_columns = 60;
  return shortened(in_line(text), most_columns);
}
std::string short_quote(std::string_view text) { return quoted(in_short(text)); }

std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

std::string enumerated(const std::vector<std::string>& names) {
  if (names.size() < 2) return fmt::format("{}", fmt::join(names, ""));
  return fmt::format("{} and {}", fmt::join(names.begin(), names.end() - 1, ", "), names.back());
}

std::string theirs(std::string_view said) {
  constexpr std::string_view yours = "your ";
  if (!said.starts_with(yours)) return std::string{said};
  return fmt::format("their {}", said.substr(yours.size()));
}

std::string counted(int count, std::string_view one, std::string_view several) {
  return fmt::format("{} {}", count, count == 1 ? one : several);
}

std::string missing_words(std::size_t problems) {
  if (problems == 0) return {};
  return fmt::format("{} in the book; something may be missing here: care check",
                     counted(static_cast<int>(problems), "problem", "problems"));
}

std::string capitalised(std::string text) {
  const bool is_small = !text.empty() && text.front() >= 'a' && text.front() <= 'z';
  if (is_small) text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string short_when(const When& when, Date today) {
  const std::string day = short_day(when.day, today);
  return when.time ? fmt::format("{} {}", day, clock(when.moment())) : day;
}

std::string past_day(Date day, Date today) {
  constexpr std::chrono::days far{300};
  const auto date = civil(day);
  // Long tables are made of days, so this does without a format.
  std::string text = std::to_string(static_cast<unsigned>(date.day()));
  text += ' ';
  text += short_name(month_name(date.month()));
  const bool near = today - day <= far && day - today <= far;
  if (near && date.year() == civil(today).year()) return text;
  text += ' ';
  return text += std::to_string(static_cast<int>(date.year()));
}

std::string short_day(Date day, Date today) {
  return fmt::format("{} {}", weekday_words(day), past_day(day, today));
}

std::string long_day(Date day) {
  return fmt::format("{} {} {} {}", weekday_name(day), number_of(day), name_of_month(day),
                     year_of(day));
}

std::string by_day(Date day, Date today) {
  const bool same_month = month_and_year(day) == month_and_year(today);
  return same_month ? fmt::format("{} {}", weekday_words(day), number_of(day))
                    : short_day(day, today);
}

std::string month_and_year(Date day) {
  return fmt::format("{} {}", short_name(name_of_month(day)), year_of(day));
}

std::string weekday_words(Date day) { return std::string{short_name(weekday_name(day))}; }

std::string days_words(Date from, Date to) {
  if (from == to) return long_day(from);
  return fmt::format("{} to {} {}", short_day(from, to), short_day(to, to), year_of(to));
}

std::string clock(Moment moment) { return iso(moment).substr(11); }

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

std::string ago_words(Date day, Date today) {
  const int days = static_cast<int>((today - day).count());
  if (days < 14) return counted(days, "day ago", "days ago");
  if (days < 60) return counted(days / 7, "week ago", "weeks ago");
  const int months = days * 12 / 365;
  return months < 24 ? counted(months, "month ago", "months ago")
                     : counted(days / 365, "year ago", "years ago");
}

}  // namespace care
