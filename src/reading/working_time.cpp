#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "reading/takes.hpp"
#include "reading/working_time.hpp"

namespace care::reading {
namespace {

using Windows = std::vector<Window>;

constexpr std::string_view hours_example = "[\"09:00-12:30\", \"13:30-17:00\"]";
constexpr std::string_view holidays_example =
    "[2026-11-26, \"12-25\", { from = 2026-12-28, to = 2026-12-31 }, \"4th thu nov\", "
    "\"easter-2\"]";

void bad_hours(Reader& in, const Node& value, std::string what) {
  in.problems.error("bad-hours", value.at, std::move(what), std::string{hours_example});
}

/// The windows of a day, in order; nothing where one of them is wrong.
std::optional<Windows> windows(Reader& in, const Node& value) {
  if (value.kind != ValueKind::list) {
    in.values.wrong_type(value, "a list of windows", hours_example);
    return std::nullopt;
  }
  Windows all;
  for (const Node& element : value) {
    const auto window = element.kind == ValueKind::text ? parse_window(element.text) : std::nullopt;
    if (!window) {
      bad_hours(in, element, fmt::format("{} is not a window of a day", described(element)));
      return std::nullopt;
    }
    all.push_back(*window);
  }
  std::ranges::sort(all, {}, &Window::from);
  const auto overlap = std::ranges::adjacent_find(
      all, [](const Window& a, const Window& b) { return b.from < a.to; });
  const bool runs_into_next =
      !all.empty() && all.back().to - std::chrono::days{1} > all.front().from;
  if (overlap == all.end() && !runs_into_next) return all;
  bad_hours(in, value, "two of these windows overlap");
  return std::nullopt;
}

/// `days = { 2026-12-24 = […], … }`: one that cannot be read is reported and left out.
OwnHours own_hours(Reader& in, const Node& value) {
  constexpr std::string_view example = "{ 2026-12-24 = [\"09:00-12:00\"] }";
  OwnHours days;
  if (value.kind != ValueKind::table) {
    in.values.wrong_type(value, "a table of days", example);
    return days;
  }
  for (const Node& day : value) {
    const auto date = parse_iso(day.key);
    if (!date || date->time) {
      in.problems.error("bad-date", day.key_at, fmt::format("{} is not a day", in_quotes(day.key)),
                        std::string{example});
    } else if (auto of_day = windows(in, day)) {
      days[date->day] = std::move(*of_day);
    }
  }
  return days;
}

std::optional<unsigned> weekday(Reader& in, const Node& value, std::string_view word, Position at) {
  const auto day = parse_weekday(word);
  if (!day) {
    in.problems.error(
        "bad-value", at, fmt::format("{} is not a day of the week", in_quotes(word)),
        written(value, "\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\" or \"sun\""));
  }
  return day;
}

/// `hours = { mon = […], … }`: the workdays are its keys.
std::optional<Week> week_by_day(Reader& in, const Node& value) {
  Week week;
  week.workday.fill(false);
  for (const Node& day : value) {
    const auto index = parse_weekday(day.key);
    if (!index || week.workday[*index]) {
      in.problems.error(
          "bad-hours", day.key_at,
          fmt::format("{} is not a day of the week, or stands twice", in_quotes(day.key)),
          "mon, tue, wed, thu, fri, sat, sun, each once");
      return std::nullopt;
    }
    auto of_day = windows(in, day);
    if (!of_day) return std::nullopt;
    week.workday[*index] = true;
    week.windows[*index] = std::move(*of_day);
  }
  return week;
}

/// The days of a list of names; an element that is not one is reported and left out.
std::optional<std::array<bool, 7>> workdays(Reader& in, const Node& value) {
  if (value.kind != ValueKind::list) {
    in.values.wrong_type(value, "a list of days", "[\"mon\", \"tue\", \"wed\"]");
    return std::nullopt;
  }
  std::array<bool, 7> days{};
  bool any_bad = false;
  for (const Node& element : value) {
    if (element.kind != ValueKind::text) {
      in.values.wrong_type(element, "names of days", "\"mon\"");
      any_bad = true;
    } else if (const auto day = weekday(in, element, element.text, element.at)) {
      days[*day] = true;
    } else {
      any_bad = true;
    }
  }
  if (std::ranges::find(days, true) != days.end()) return days;
  if (!any_bad) {
    in.problems.error("no-working-day", value.at, "no day of the week would be a working day",
                      written(value, "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]"));
  }
  return std::nullopt;
}

bool has_windows(const Week& week) {
  for (std::size_t day = 0; day < 7; ++day)
    if (week.workday[day] && !week.windows[day].empty()) return true;
  return false;
}

/// The week as `hours` says it; nothing where it cannot be read or leaves nothing to work.
std::optional<Week> hours(Reader& in, const Node& value) {
  std::optional<Week> week;
  if (value.kind == ValueKind::table) {
    week = week_by_day(in, value);
    if (week && std::ranges::find(week->workday, true) == week->workday.end()) {
      in.problems.error("no-working-day", value.at, "no day of the week would be a working day",
                        written(value, hours_example));
      return std::nullopt;
    }
  } else if (const auto all = windows(in, value)) {
    week = default_week();
    week->windows.fill(*all);
  }
  if (week && !has_windows(*week)) {
    in.problems.error("no-working-hours", value.at, "no day would have working hours",
                      written(value, hours_example));
    return std::nullopt;
  }
  return week;
}

std::optional<DaySpan> read_span(Reader& in, const Node& value) {
  std::optional<Date> from;
  std::optional<Date> to;
  bool sound = true;
  for (const Node& end : value) {
    if (end.key != "from" && end.key != "to") {
      in.problems.error("unknown-key", end.key_at,
                        fmt::format("no key is called {} here", in_quotes(end.key)),
                        "{ from = 2026-12-21, to = 2027-01-02 }");
      continue;
    }
    const auto day = in.values.date(end);
    sound = sound && day;
    (end.key == "from" ? from : to) = day;
  }
  if (!sound) return std::nullopt;
  if (!from || !to) {
    in.problems.error("missing-key", value.at,
                      fmt::format("these days have no `{}`", from ? "to" : "from"),
                      "{ from = 2026-12-21, to = 2027-01-02 }");
    return std::nullopt;
  }
  if (*to >= *from) return DaySpan{*from, *to};
  in.problems.error("bad-date", value.at, fmt::format("{} is before {}", iso(*to), iso(*from)),
                    fmt::format("{{ from = {}, to = {} }}", iso(*to), iso(*from)));
  return std::nullopt;
}

std::optional<Holiday> holiday(Reader& in, const Node& value) {
  if (value.kind == ValueKind::date) return DaySpan{value.when.day, value.when.day};
  if (value.kind == ValueKind::table) {
    if (const auto span = read_span(in, value)) return *span;
    return std::nullopt;
  }
  if (value.kind != ValueKind::text) {
    in.values.wrong_type(value, "days", holidays_example);
    return std::nullopt;
  }
  if (const auto named = parse_holiday(value.text)) return named;
  const auto quoted_date = parse_iso(value.text);
  in.problems.error("bad-date", value.at, fmt::format("{} is not a holiday", in_quotes(value.text)),
                    quoted_date ? fmt::format("{} without quotes", iso(quoted_date->day))
                                : std::string{holidays_example});
  return std::nullopt;
}

/// Holidays so long that the next working day is out of sight (R1) are reported; they stay, as the
/// plan has an answer for that.
void check_working_days(Reader& in, const Node& value, const WorkCalendar& calendar,
                        const std::vector<Holiday>& holidays) {
  constexpr std::chrono::days long_enough{14};
  bool all_worked = calendar.has_working_day_after(Date{std::chrono::days{20454}});
  std::vector<DaySpan> spans;
  for (const Holiday& one : holidays)
    if (const auto* span = std::get_if<DaySpan>(&one)) spans.push_back(*span);
  std::ranges::sort(spans, {}, &DaySpan::from);
  for (std::size_t i = 0; i < spans.size() && all_worked;) {
    DaySpan whole = spans[i];
    while (++i < spans.size() && spans[i].from <= whole.to + long_enough)
      whole.to = std::max(whole.to, spans[i].to);
    if (whole.to - whole.from >= long_enough)
      all_worked = calendar.has_working_day_after(whole.from);
  }
  if (!all_worked) {
    in.problems.error("no-working-day", value.at,
                      "these holidays leave no working day for more than 400 days",
                      "holidays with working days between them");
  }
}

}  // namespace

bool read_value(Reader& in, const Node& value, takes::Spans /*kind*/,
                std::vector<DaySpan>& member) {
  constexpr std::string_view example = "[{ from = 2026-12-21, to = 2027-01-02 }]";
  if (value.kind != ValueKind::list) {
    in.values.wrong_type(value, "a list of days", example);
    return false;
  }
  for (const Node& element : value) {
    if (element.kind != ValueKind::table) {
      in.values.wrong_type(element, "days from and to", example);
    } else if (const auto span = read_span(in, element)) {
      member.push_back(*span);
    }
  }
  return !member.empty();
}

WorkCalendar read_working_time(Reader& in, const WorkingTime& keys) {
  const auto note = [&](const Node& value) {
    in.book.policy.at[in.book.texts->keep(value.key)] = value.key_at;
  };
  Week week = default_week();
  week.windows.fill(Windows{week.windows.front()});
  bool days_are_given = false;
  if (keys.hours != nullptr) {
    if (const auto read = hours(in, *keys.hours)) {
      week = *read;
      days_are_given = keys.hours->kind == ValueKind::table;
      note(*keys.hours);
    }
  }
  if (keys.workdays != nullptr) {
    const auto days = workdays(in, *keys.workdays);
    if (days && days_are_given && *days != week.workday) {
      in.problems.warning("bad-hours", keys.workdays->at,
                          "`hours` has other days, and its days are the workdays",
                          "the same days in both, or no `workdays`");
    } else if (days) {
      week.workday = *days;
      note(*keys.workdays);
    }
  }
  std::vector<Holiday> holidays;
  if (keys.holidays != nullptr) {
    if (keys.holidays->kind == ValueKind::list) {
      for (const Node& element : *keys.holidays)
        if (const auto one = holiday(in, element)) holidays.push_back(*one);
      note(*keys.holidays);
    } else {
      in.values.wrong_type(*keys.holidays, "a list", holidays_example);
    }
  }
  OwnHours days;
  if (keys.days != nullptr) {
    days = own_hours(in, *keys.days);
    note(*keys.days);
  }
  WorkCalendar calendar{std::move(week), holidays, std::move(days)};
  if (keys.holidays != nullptr) check_working_days(in, *keys.holidays, calendar, holidays);
  return calendar;
}

}  // namespace care::reading
