#include <care/calendar_work.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "calendar/tokens.hpp"

namespace care {
namespace {

struct UnitName {
  std::string_view shorthand, singular, plural;
  Unit unit;
  int most;  ///< a thousand years, as far as a year needs it
};
constexpr std::array<UnitName, 7> units{{
    {"min", "minute", "minutes", Unit::minute, 525'600'000},
    {"h", "hour", "hours", Unit::hour, 8'760'000},
    {"d", "day", "days", Unit::day, 365'000},
    {"w", "week", "weeks", Unit::week, 52'000},
    {"m", "month", "months", Unit::month, 12'000},
    {"y", "year", "years", Unit::year, 1'000},
    {"wd", "working day", "working days", Unit::working_day, 10'000},
}};

const UnitName& name_of(Unit unit) { return *std::ranges::find(units, unit, &UnitName::unit); }

std::optional<Holiday> parse_nth_weekday(std::string_view text) {
  const auto parts = words(text);
  if (parts.size() != 3) return std::nullopt;
  constexpr std::array<std::string_view, 6> ordinals{"last", "1st", "2nd", "3rd", "4th", "5th"};
  const auto nth = std::ranges::find(ordinals, lowered(parts[0]));
  const auto day = parse_weekday(parts[1]);
  const auto month = parse_month(parts[2]);
  if (nth == ordinals.end() || !day || !month) return std::nullopt;
  return NthWeekday{static_cast<unsigned>(nth - ordinals.begin()), *day, *month};
}

std::optional<Holiday> parse_easter(std::string_view text) {
  if (text.empty()) return EasterOffset{std::chrono::days{0}};
  const auto offset = number(trimmed(text.substr(1)));
  if (!offset || *offset > 200 || (text.front() != '+' && text.front() != '-')) {
    return std::nullopt;
  }
  return EasterOffset{std::chrono::days{text.front() == '-' ? -*offset : *offset}};
}

}  // namespace

std::string iso(Date day) {
  const auto date = civil(day);
  const int year = static_cast<int>(date.year());
  const auto month = static_cast<unsigned>(date.month());
  const auto of_month = static_cast<unsigned>(date.day());
  constexpr int most = 9999;
  if (year < 0 || year > most) return fmt::format("{:04}-{:02}-{:02}", year, month, of_month);
  // Long tables are made of days, so this does without a format.
  std::string text = "0000-00-00";
  const auto put = [&](std::size_t at, unsigned value) {
    text[at] = static_cast<char>('0' + value / 10);
    text[at + 1] = static_cast<char>('0' + value % 10);
  };
  put(0, static_cast<unsigned>(year) / 100);
  put(2, static_cast<unsigned>(year) % 100);
  put(5, month);
  put(8, of_month);
  return text;
}

std::string iso(Moment moment) { return iso(When{day_of(moment), moment - day_of(moment)}); }

std::string iso(const When& when) {
  if (!when.time) return iso(when.day);
  return fmt::format("{}T{:02}:{:02}", iso(when.day), when.time->count() / 60,
                     when.time->count() % 60);
}

std::string iso(const YearlyDate& date) {
  // Any leap year has all days.
  constexpr std::chrono::year leap{2000};
  constexpr std::size_t year_size = 5;
  const std::string day = iso(Date{std::chrono::local_days{date.year.value_or(leap) / date.day}});
  return date.year ? day : day.substr(year_size);
}

std::optional<When> parse_iso(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const auto date = make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  if (!date) return std::nullopt;
  if (text.size() == 10) return When{*date, std::nullopt};
  if (text[10] != 'T' && text[10] != 't' && text[10] != ' ') return std::nullopt;
  const auto time = parse_clock(text.substr(11, 5));
  if (!time || *time >= std::chrono::hours{24}) return std::nullopt;
  if (text.size() == 16) return When{*date, time};
  const auto seconds = number(text.substr(17));
  if (text.size() != 19 || text[16] != ':' || !seconds || *seconds > 60) return std::nullopt;
  return When{*date, time};
}

std::optional<Duration> parse_duration(std::string_view text) {
  text = trimmed(text);
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto count = number(text.substr(0, digits));
  if (!count) return std::nullopt;
  // One blank between words, whatever stands there: "1  working   day".
  std::string unit;
  for (const std::string_view word : words(text.substr(digits))) {
    if (!unit.empty()) unit += ' ';
    unit += lowered(word);
  }
  for (const UnitName& name : units) {
    if (unit != name.shorthand && unit != name.singular && unit != name.plural) continue;
    if (*count > name.most) return std::nullopt;
    return Duration{*count, name.unit};
  }
  return std::nullopt;
}

std::string to_string(Duration duration) {
  const UnitName& name = name_of(duration.unit);
  return fmt::format("{} {}", duration.count, duration.count == 1 ? name.singular : name.plural);
}

std::string every_words(Duration period) {
  const UnitName& name = name_of(period.unit);
  if (period.count == 1) return fmt::format("every {}", name.singular);
  return fmt::format("every {} {}", period.count, name.plural);
}

std::string spelled(Duration duration) {
  return fmt::format("{}{}", duration.count, name_of(duration.unit).shorthand);
}

std::optional<std::chrono::month_day> parse_month_day(std::string_view text) {
  if (text.size() != 5 || text[2] != '-') return std::nullopt;
  const auto month = number(text.substr(0, 2));
  const auto day = number(text.substr(3));
  if (!month || !day) return std::nullopt;
  const std::chrono::month_day result{std::chrono::month{static_cast<unsigned>(*month)},
                                      std::chrono::day{static_cast<unsigned>(*day)}};
  if (!result.ok()) return std::nullopt;
  return result;
}

std::optional<Window> parse_window(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto from = parse_clock(trimmed(text.substr(0, dash)));
  const auto to = parse_clock(trimmed(text.substr(dash + 1)));
  constexpr std::chrono::hours day{24};
  if (!from || !to || *from == *to || *from == day) return std::nullopt;
  return Window{*from, *from < *to ? *to : *to + day};
}

std::optional<Holiday> parse_holiday(std::string_view text) {
  const std::string low = lowered(trimmed(text));
  constexpr std::string_view easter_word = "easter";
  if (low.starts_with(easter_word)) {
    return parse_easter(trimmed(std::string_view{low}.substr(easter_word.size())));
  }
  if (const auto yearly = parse_month_day(low)) return Holiday{*yearly};
  return parse_nth_weekday(low);
}

}  // namespace care
