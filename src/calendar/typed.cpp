#include <care/calendar_typed.hpp>

#include <algorithm>

#include "calendar/tokens.hpp"

namespace care {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using Words = std::vector<std::string_view>;

constexpr int latest_year = 9999;

/// What the words of one text are read against.
struct Setting {
  Moment now;
  const WorkCalendar& calendar;
  Lean lean = Lean::future;

  [[nodiscard]] Date today() const { return day_of(now); }
};

/// A year that a book can write.
bool is_writable(Date day) {
  const int year = static_cast<int>(civil(day).year());
  return year >= 1 && year <= latest_year;
}

std::optional<When> only_day(std::optional<Date> day) {
  if (!day) return std::nullopt;
  return When{*day, std::nullopt};
}

/// `9am`, `3:30pm`, `3.30pm`: small letters, no blanks.
std::optional<minutes> half_day_clock(std::string_view text) {
  const bool is_afternoon = text.ends_with("pm");
  text.remove_suffix(2);
  const auto colon = std::min(text.find_first_of(":."), text.size());
  const auto hour = number(text.substr(0, colon));
  const auto behind = text.substr(std::min(colon + 1, text.size()));
  const auto minute = colon == text.size() ? std::optional{0} : number(behind);
  constexpr int half_day = 12;
  if (!hour || *hour < 1 || *hour > half_day || !minute || *minute >= 60) return std::nullopt;
  if (colon != text.size() && behind.size() != 2) return std::nullopt;
  return hours{*hour % half_day + (is_afternoon ? half_day : 0)} + minutes{*minute};
}

/// `9:00` as well as `09:00`, `9am` and `15h30`; not 24:00.
std::optional<minutes> typed_clock(std::string_view text) {
  std::string filled = lowered(text);
  if (filled.ends_with("am") || filled.ends_with("pm")) return half_day_clock(filled);
  std::ranges::replace(filled, 'h', ':');
  if (filled.size() == 4) filled.insert(0, 1, '0');
  const auto time = parse_clock(filled);
  if (!time || *time >= hours{24}) return std::nullopt;
  return time;
}

std::optional<int> typed_year(std::string_view text) {
  const auto year = number(text);
  if (!year || text.size() != 4) return std::nullopt;
  return year;
}

/// `28`, `28th`, `28.`, `28,`.
std::optional<int> typed_day_of_month(std::string_view text) {
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view rest = text.substr(digits);
  constexpr std::string_view endings[] = {"", "st", "nd", "rd", "th", ".", ","};
  if (std::ranges::find(endings, rest) == std::end(endings)) return std::nullopt;
  const auto day = number(text.substr(0, digits));
  if (!day || digits > 2) return std::nullopt;
  return day;
}

/// A day of some month, and its year where one is written.
struct Civil {
  std::chrono::month_day day;
  std::optional<int> year;
};

/// `28 Nov`, `Nov 28`, each with or without a year; also where no month has such a day.
std::optional<Civil> named_in_words(const Words& words) {
  if (words.size() < 2 || words.size() > 3) return std::nullopt;
  auto month = parse_month(words[1]);
  auto day = typed_day_of_month(words[0]);
  if (!month) {
    month = parse_month(words[0]);
    day = typed_day_of_month(words[1]);
  }
  if (!month || !day) return std::nullopt;
  Civil civil{{*month, std::chrono::day{static_cast<unsigned>(*day)}}, std::nullopt};
  if (words.size() == 3) {
    civil.year = typed_year(words[2]);
    if (!civil.year) return std::nullopt;
  }
  return civil;
}

/// The same where there is such a day.
std::optional<Civil> civil_words(const Words& words) {
  const auto civil = named_in_words(words);
  return civil && civil->day.ok() ? civil : std::nullopt;
}

/// The nearest such day in the direction that is meant; today counts.
std::optional<Date> nearest_day(std::chrono::month_day day, const Setting& setting) {
  constexpr int longest_gap = 8;  // between two days 29 February, around 1900
  const int this_year = static_cast<int>(civil(setting.today()).year());
  const int step = setting.lean == Lean::future ? 1 : -1;
  for (int i = 0; i <= longest_gap; ++i) {
    const auto date = make_date(this_year + step * i, static_cast<unsigned>(day.month()),
                                static_cast<unsigned>(day.day()));
    if (!date) continue;
    if (step > 0 ? *date >= setting.today() : *date <= setting.today()) return date;
  }
  return std::nullopt;
}

std::optional<Date> weekday_from(Date today, unsigned weekday, Lean lean) {
  const days step{lean == Lean::future ? 1 : -1};
  Date day = today + step;
  while (std::chrono::weekday{day}.iso_encoding() != weekday + 1) day += step;
  return day;
}

/// `fri`, `next fri`, `last fri`.
std::optional<Date> weekday_words(const Words& words, const Setting& setting) {
  Lean lean = setting.lean;
  if (words.size() == 2) {
    const std::string which = lowered(words[0]);
    if (which != "next" && which != "last" && which != "this" && which != "on") return std::nullopt;
    if (which == "next") lean = Lean::future;
    if (which == "last") lean = Lean::past;
  } else if (words.size() != 1) {
    return std::nullopt;
  }
  const auto weekday = parse_weekday(words.back());
  if (!weekday) return std::nullopt;
  return weekday_from(setting.today(), *weekday, lean);
}

std::optional<When> moved(Duration duration, bool back, const Setting& setting) {
  const Date today = setting.today();
  const int sign = back ? -1 : 1;
  if (duration.unit == Unit::minute || duration.unit == Unit::hour) {
    const minutes span =
        duration.unit == Unit::hour ? hours{duration.count} : minutes{duration.count};
    const Moment then = setting.now + sign * span;
    return When{day_of(then), then - day_of(then)};
  }
  if (duration.unit != Unit::working_day) return only_day(add_calendar(today, duration, sign));
  const WorkCalendar& calendar = setting.calendar;
  return only_day(back ? calendar.minus(today, duration) : calendar.plus(today, duration));
}

/// `next week`, `last month`: from today.
std::optional<When> next_unit(const Words& words, const Setting& setting) {
  if (words.size() != 2) return std::nullopt;
  const std::string which = lowered(words[0]);
  const auto duration = parse_duration("1 " + std::string{words[1]});
  if ((which != "next" && which != "last") || !duration || words[1].size() < 3) return std::nullopt;
  return moved(*duration, which == "last", setting);
}

/// `+3d`, `-2d`, `2w`, `in 3 days`, `2 weeks ago`, `a week`.
std::optional<When> distance_words(std::string_view text, const Setting& setting) {
  bool back = setting.lean == Lean::past;
  std::string low = lowered(text);
  std::string_view rest = low;
  if (rest.starts_with('+') || rest.starts_with("in ")) {
    back = false;
    rest.remove_prefix(rest.starts_with('+') ? 1 : 3);
  } else if (rest.starts_with('-')) {
    back = true;
    rest.remove_prefix(1);
  } else if (rest.ends_with(" ago")) {
    back = true;
    rest.remove_suffix(4);
  }
  std::string count{trimmed(rest)};
  if (count.starts_with("a ")) count.replace(0, 1, "1");
  if (count.starts_with("an ")) count.replace(0, 2, "1");
  const auto duration = parse_duration(count);
  if (!duration) return std::nullopt;
  return moved(*duration, back, setting);
}

std::optional<Date> named_day(std::string_view word, const Setting& setting) {
  const std::string low = lowered(word);
  if (low == "today" || low == "tonight") return setting.today();
  if (low == "yesterday") return setting.today() - days{1};
  if (low == "tomorrow") return setting.today() + days{1};
  return std::nullopt;
}

std::optional<When> day_words(std::string_view text, const Setting& setting) {
  const Words parts = words(text);
  if (parts.empty()) return std::nullopt;
  if (parts.size() == 1) {
    if (const auto day = named_day(text, setting)) return only_day(day);
    if (const auto written = parse_iso(text); written && !written->time) return written;
    if (const auto yearly = parse_month_day(text)) return only_day(nearest_day(*yearly, setting));
  }
  if (const auto day = weekday_words(parts, setting)) return only_day(day);
  if (const auto day = next_unit(parts, setting)) return day;
  if (const auto day = civil_words(parts)) {
    if (!day->year) return only_day(nearest_day(day->day, setting));
    return only_day(make_date(*day->year, static_cast<unsigned>(day->day.month()),
                              static_cast<unsigned>(day->day.day())));
  }
  return distance_words(text, setting);
}

/// A day, a time or both; of any year.
std::optional<When> any_day(std::string_view text, const Setting& setting) {
  if (lowered(text) == "now") return When{setting.today(), setting.now - setting.today()};
  if (const auto written = parse_iso(text); written && written->time) return written;
  const auto blank = text.find_last_of(" \t");
  const auto time = typed_clock(blank == std::string_view::npos ? text : text.substr(blank + 1));
  if (!time) return day_words(text, setting);
  if (blank == std::string_view::npos) return When{setting.today(), time};
  std::string_view before = trimmed(text.substr(0, blank));
  if (lowered(before).ends_with(" at")) before = trimmed(before.substr(0, before.size() - 3));
  auto when = day_words(before, setting);
  if (!when || when->time) return std::nullopt;
  when->time = time;
  return when;
}

}  // namespace

std::optional<When> parse_typed_day(std::string_view text, Moment now, const WorkCalendar& calendar,
                                    Lean lean) {
  std::string typed{trimmed(text)};
  const std::string low = lowered(typed);
  if (low.ends_with(" am") || low.ends_with(" pm")) typed.erase(typed.size() - 3, 1);
  const auto when = any_day(typed, Setting{now, calendar, lean});
  if (!when || !is_writable(when->day)) return std::nullopt;
  return when;
}

bool is_day_of_no_month(std::string_view text) {
  const auto civil = named_in_words(words(text));
  return civil && !civil->day.ok();
}

std::optional<YearlyDate> parse_typed_yearly(std::string_view text) {
  text = trimmed(text);
  const auto whole = [](Date day) -> std::optional<YearlyDate> {
    const auto date = civil(day);
    if (!is_writable(day)) return std::nullopt;
    return YearlyDate{date.year(), {date.month(), date.day()}};
  };
  if (const auto written = parse_iso(text); written && !written->time) return whole(written->day);
  if (const auto day = parse_month_day(text)) return YearlyDate{std::nullopt, *day};
  const auto day = civil_words(words(text));
  if (!day) return std::nullopt;
  if (!day->year) return YearlyDate{std::nullopt, day->day};
  const auto date = make_date(*day->year, static_cast<unsigned>(day->day.month()),
                              static_cast<unsigned>(day->day.day()));
  if (!date) return std::nullopt;
  return whole(*date);
}

}  // namespace care
