#include <care/calendar.hpp>
#include <care/calendar_work.hpp>

#include <ostream>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace care;
using std::chrono::days;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::month_day;
using std::chrono::year;

namespace {

Date day(std::string_view text) {
  const auto when = parse_iso(text);
  REQUIRE(when.has_value());
  return when->day;
}
Moment at(std::string_view text) {
  const auto when = parse_iso(text);
  REQUIRE(when.has_value());
  REQUIRE(when->time.has_value());
  return when->moment();
}
Duration length(std::string_view text) {
  const auto duration = parse_duration(text);
  REQUIRE(duration.has_value());
  return *duration;
}
Holiday holiday(std::string_view text) {
  const auto found = parse_holiday(text);
  REQUIRE(found.has_value());
  return *found;
}

/// Monday to Friday, 09:00-17:00 without a break, as in the examples of R2.
WorkCalendar plain_week(std::vector<Holiday> holidays = {}) {
  Week week;
  for (unsigned weekday = 0; weekday < 5; ++weekday) {
    week.windows[weekday] = {{std::chrono::hours{9}, std::chrono::hours{17}}};
  }
  return WorkCalendar{week, std::move(holidays)};
}

/// Christmas Day 2026 is a Friday.
WorkCalendar closed_at_christmas() { return plain_week({holiday("12-25")}); }

}  // namespace

TEST_CASE("R1: a working day is a day in `workdays` that is not a holiday") {
  const WorkCalendar calendar = closed_at_christmas();
  CHECK(calendar.is_working(day("2026-12-24")));
  CHECK_FALSE(calendar.is_working(day("2026-12-25")));
  CHECK_FALSE(calendar.is_working(day("2026-12-26")));
  CHECK_FALSE(calendar.is_working(day("2026-12-27")));
  CHECK(calendar.is_working(day("2026-12-28")));
  Week saturdays;
  saturdays.workday = {false, false, false, false, false, true, false};
  CHECK(WorkCalendar{saturdays}.is_working(day("2026-12-26")));
  CHECK_FALSE(WorkCalendar{saturdays}.is_working(day("2026-12-24")));
}

TEST_CASE("R1: before and after are the nearest working days, the day itself counting") {
  const WorkCalendar calendar = closed_at_christmas();
  CHECK(iso(calendar.before(day("2026-12-26"))) == "2026-12-24");
  CHECK(iso(calendar.after(day("2026-12-26"))) == "2026-12-28");
  CHECK(iso(calendar.before(day("2026-12-25"))) == "2026-12-24");
  CHECK(iso(calendar.after(day("2026-12-25"))) == "2026-12-28");
  CHECK(iso(calendar.before(day("2026-12-24"))) == "2026-12-24");
  CHECK(iso(calendar.after(day("2026-12-28"))) == "2026-12-28");
}

TEST_CASE("R1: a working day is looked for within 400 days") {
  const auto closed_for = [](int count) {
    const Date from = day("2026-11-23");
    return plain_week({DaySpan{from, from + days{count - 1}}});
  };
  CHECK(iso(closed_for(400).after(day("2026-11-23"))) == "2027-12-28");
  CHECK(closed_for(400).has_working_day_after(day("2026-11-23")));
  CHECK_FALSE(closed_for(401).has_working_day_after(day("2026-11-23")));
  CHECK(iso(closed_for(401).after(day("2026-11-23"))) == "2026-11-23");
  CHECK(iso(closed_for(404).after(day("2026-11-23"))) == "2026-11-23");
  CHECK(iso(closed_for(398).before(day("2026-11-23") + days{397})) == "2026-11-20");
  CHECK(iso(closed_for(410).before(day("2026-11-23") + days{397})) == "2026-11-20");
  CHECK(iso(closed_for(410).before(day("2026-11-23") + days{398})) ==
        iso(day("2026-11-23") + days{398}));
}

TEST_CASE("R1: holidays in every spelling") {
  struct Row {
    std::string spelled;
    std::vector<std::string> days;      ///< all of them are holidays
    std::vector<std::string> not_days;  ///< and none of these
  };
  const Row rows[] = {
      {"12-25", {"2026-12-25", "2027-12-25", "2150-12-25"}, {"2026-12-24", "2026-12-26"}},
      {"02-29", {"2028-02-29"}, {"2027-02-28", "2027-03-01"}},
      {"4th thu nov", {"2026-11-26", "2027-11-25", "2150-11-26"}, {"2026-11-19", "2026-12-24"}},
      {"last mon may", {"2026-05-25", "2027-05-31", "2150-05-25"}, {"2026-05-18", "2027-05-24"}},
      {"1st mon sep", {"2026-09-07"}, {"2026-09-14"}},
      {"2nd tue oct", {"2026-10-13"}, {"2026-10-06"}},
      {"3rd wed jan", {"2026-01-21"}, {"2026-01-14"}},
      {"5th fri jul", {"2026-07-31"}, {"2025-07-25", "2025-08-01"}},
      {"5th sun feb", {}, {"2026-02-22", "2026-03-01"}},
      {"1st sunday january", {"2026-01-04"}, {"2026-01-11"}},
      {"LAST Saturday December", {"2026-12-26"}, {}},
      {"easter", {"2026-04-05", "2027-03-28"}, {"2026-04-06"}},
      {"easter-2", {"2026-04-03", "2027-03-26", "2150-04-10"}, {"2026-04-05", "2026-04-07"}},
      {"easter+1", {"2026-04-06", "2027-03-29"}, {"2026-04-05"}},
      {"Easter - 2", {"2026-04-03"}, {}},
      {"easter-100", {"2025-12-26"}, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.spelled);
    Week all_days;
    all_days.workday.fill(true);
    const WorkCalendar calendar{all_days, {holiday(row.spelled)}};
    for (const std::string& one : row.days) CHECK_FALSE(calendar.is_working(day(one)));
    for (const std::string& one : row.not_days) CHECK(calendar.is_working(day(one)));
  }
}

TEST_CASE("R1: a span of holidays holds from its first day through its last, in any century") {
  for (const std::string century : {"19", "20", "21"}) {
    const WorkCalendar calendar =
        plain_week({DaySpan{day(century + "26-12-28"), day(century + "26-12-31")}});
    CAPTURE(century);
    for (const std::string_view one : {"28", "29", "30", "31"}) {
      CHECK_FALSE(calendar.is_working(day(century + "26-12-" + std::string{one})));
    }
  }
  const WorkCalendar calendar = plain_week({DaySpan{day("2026-12-28"), day("2026-12-31")}});
  CHECK(calendar.is_working(day("2026-12-25")));
  CHECK(calendar.is_working(day("2027-01-01")));
}

TEST_CASE("R1: what is not a holiday is not read as one") {
  for (const std::string_view text :
       {"", "25 december", "12-32", "13-01", "6th thu nov", "0th thu nov", "4th thu", "4th nov thu",
        "4 thu nov", "4th thu nov 2026", "easter2", "easter-", "easter-x", "easter-201", "eastern",
        "thanksgiving"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_holiday(text).has_value());
  }
}

TEST_CASE("Easter Sunday, as the almanacs have it") {
  for (const std::string_view sunday :
       {"1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23",
        "2011-04-24", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
        "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22"}) {
    CHECK(iso(easter(civil(day(sunday)).year())) == sunday);
  }
}

TEST_CASE("R2: months and years keep the day of month, clamped to the month's end") {
  struct Row {
    std::string_view from, length, expected;
  };
  const Row rows[] = {
      {"2026-11-23", "1d", "2026-11-24"},  {"2026-11-23", "10d", "2026-12-03"},
      {"2026-11-23", "2w", "2026-12-07"},  {"2026-11-23", "1m", "2026-12-23"},
      {"2026-01-31", "1m", "2026-02-28"},  {"2028-01-31", "1m", "2028-02-29"},
      {"2026-12-31", "2m", "2027-02-28"},  {"2026-10-31", "1m", "2026-11-30"},
      {"2026-11-23", "14m", "2028-01-23"}, {"2026-11-23", "1y", "2027-11-23"},
      {"2028-02-29", "1y", "2029-02-28"},  {"2028-02-29", "4y", "2032-02-29"},
      {"2026-11-23", "0d", "2026-11-23"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.from);
    CAPTURE(row.length);
    CHECK(iso(add_calendar(day(row.from), length(row.length))) == row.expected);
    CHECK(iso(plain_week().plus(day(row.from), length(row.length))) == row.expected);
  }
}

TEST_CASE("R2: a series is always anchor + N x period, never chained through a clamped date") {
  const Date anchor = day("2026-01-31");
  CHECK(iso(add_calendar(anchor, length("1m"), 1)) == "2026-02-28");
  CHECK(iso(add_calendar(anchor, length("1m"), 2)) == "2026-03-31");
  CHECK(iso(add_calendar(anchor, length("1m"), 3)) == "2026-04-30");
  CHECK(iso(add_calendar(anchor, length("2w"), 3)) == "2026-03-14");
  CHECK(iso(add_calendar(anchor, length("3d"), -2)) == "2026-01-25");
}

TEST_CASE("R2: going back is clamped likewise") {
  CHECK(iso(plain_week().minus(day("2026-03-31"), length("1m"))) == "2026-02-28");
  CHECK(iso(plain_week().minus(day("2028-02-29"), length("1y"))) == "2027-02-28");
  CHECK(iso(plain_week().minus(day("2026-01-15"), length("2m"))) == "2025-11-15");
  CHECK(iso(plain_week().minus(day("2026-11-23"), length("1w"))) == "2026-11-16");
}

TEST_CASE("R2: n working days count from the next day, and backwards from the day before") {
  struct Row {
    std::string_view from, length, later, earlier;
  };
  const Row rows[] = {
      {"2026-12-11", "1wd", "2026-12-14", "2026-12-10"},  // a Friday
      {"2026-12-12", "1wd", "2026-12-14", "2026-12-11"},  // a Saturday
      {"2026-12-13", "2wd", "2026-12-15", "2026-12-10"},  // a Sunday
      {"2026-12-28", "1wd", "2026-12-29", "2026-12-24"},  // Monday after Christmas
      {"2026-12-24", "1wd", "2026-12-28", "2026-12-23"},
      {"2026-12-24", "0wd", "2026-12-24", "2026-12-24"},
      {"2026-12-26", "0wd", "2026-12-26", "2026-12-26"},
      {"2026-12-07", "5wd", "2026-12-14", "2026-11-30"},
  };
  const WorkCalendar calendar = closed_at_christmas();
  for (const Row& row : rows) {
    CAPTURE(row.from);
    CAPTURE(row.length);
    CHECK(iso(calendar.plus(day(row.from), length(row.length))) == row.later);
    CHECK(iso(calendar.minus(day(row.from), length(row.length))) == row.earlier);
  }
}

TEST_CASE("R2: working time runs through the windows only; the closing minute still counts") {
  struct Row {
    std::string name;
    std::string_view start;
    minutes time;
    std::string_view expected;
  };
  using std::chrono::hours;
  const Row rows[] = {
      {"over the weekend", "2026-12-11T16:30", hours{1}, "2026-12-14T09:30"},
      {"to the closing minute", "2026-12-11T16:00", hours{1}, "2026-12-11T17:00"},
      {"before the opening", "2026-12-14T08:30", hours{1}, "2026-12-14T10:00"},
      {"on a Saturday", "2026-12-12T12:00", hours{1}, "2026-12-14T10:00"},
      {"16 hours are two days", "2026-12-14T09:00", hours{16}, "2026-12-15T17:00"},
      {"from the closing minute on", "2026-12-11T17:00", minutes{1}, "2026-12-14T09:01"},
      {"after the closing", "2026-12-14T20:00", minutes{5}, "2026-12-15T09:05"},
      {"over a holiday", "2026-12-24T16:30", hours{1}, "2026-12-28T09:30"},
      {"a full day", "2026-12-14T09:00", hours{8}, "2026-12-14T17:00"},
      {"a minute more", "2026-12-14T09:00", hours{8} + minutes{1}, "2026-12-15T09:01"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(iso(closed_at_christmas().add_working_time(at(row.start), row.time)) == row.expected);
  }
}

TEST_CASE("R2: working time rests over the break between two windows") {
  using std::chrono::hours;
  const WorkCalendar calendar;
  CHECK(iso(calendar.add_working_time(at("2026-12-14T12:00"), hours{1})) == "2026-12-14T14:00");
  CHECK(iso(calendar.add_working_time(at("2026-12-14T12:00"), minutes{30})) == "2026-12-14T12:30");
  CHECK(iso(calendar.add_working_time(at("2026-12-14T13:00"), hours{1})) == "2026-12-14T14:30");
  CHECK(iso(calendar.add_working_time(at("2026-12-14T09:00"), hours{7})) == "2026-12-14T17:00");
}

TEST_CASE("working time beyond ten years ends after ten, however short the hours") {
  using std::chrono::hours;
  Week short_week;
  for (auto& windows : short_week.windows) windows.clear();
  short_week.windows[0] = {{hours{9}, hours{9} + minutes{1}}};
  for (const Week& week : {default_week(), short_week}) {
    const WorkCalendar calendar{week};
    CHECK(iso(calendar.add_working_time(at("2026-12-14T12:00"), hours{8'760'000})) ==
          "2036-12-21T09:00");
  }
}

TEST_CASE("R2: a moment at 24:00 is written 23:59") {
  Week late;
  late.windows[0] = {{std::chrono::hours{20}, std::chrono::hours{24}}};
  const WorkCalendar calendar{late};
  CHECK(iso(calendar.add_working_time(at("2026-12-14T20:00"), std::chrono::hours{4})) ==
        "2026-12-14T23:59");
  CHECK(iso(calendar.add_working_time(at("2026-12-14T20:00"), std::chrono::hours{5})) ==
        "2026-12-21T21:00");
  CHECK(iso(*calendar.last_close(day("2026-12-14"))) == "2026-12-14T23:59");
}

TEST_CASE("R2: civil minutes: daylight saving changes nothing") {
  // In Europe 29 March 2026 has 23 hours, in America 8 March.
  Week always;
  always.workday.fill(true);
  for (auto& windows : always.windows) windows = {{minutes{0}, std::chrono::hours{24}}};
  const WorkCalendar calendar{always};
  for (const std::string_view eve : {"2026-03-28T12:00", "2026-03-07T12:00", "2026-10-24T12:00"}) {
    CHECK(calendar.add_working_time(at(eve), std::chrono::hours{24}) - at(eve) ==
          std::chrono::hours{24});
  }
}

TEST_CASE("opening and close of a day, with 09:00 and 23:59 for one without a window") {
  const WorkCalendar calendar = closed_at_christmas();
  CHECK(iso(*calendar.first_opening(day("2026-12-24"))) == "2026-12-24T09:00");
  CHECK(iso(*calendar.last_close(day("2026-12-24"))) == "2026-12-24T17:00");
  CHECK_FALSE(calendar.first_opening(day("2026-12-25")).has_value());
  CHECK_FALSE(calendar.last_close(day("2026-12-25")).has_value());
  CHECK(iso(calendar.opening(day("2026-12-24"))) == "2026-12-24T09:00");
  CHECK(iso(calendar.opening(day("2026-12-25"))) == "2026-12-25T09:00");
  CHECK(iso(calendar.close(day("2026-12-24"))) == "2026-12-24T17:00");
  CHECK(iso(calendar.close(day("2026-12-25"))) == "2026-12-25T23:59");
  CHECK(iso(calendar.next_opening(day("2026-12-24"))) == "2026-12-24T09:00");
  CHECK(iso(calendar.next_opening(day("2026-12-25"))) == "2026-12-28T09:00");
  CHECK(iso(WorkCalendar{}.close(day("2026-12-24"))) == "2026-12-24T17:00");
  Week early;
  early.windows[0] = {{std::chrono::hours{6}, std::chrono::hours{8}}};
  CHECK(iso(WorkCalendar{early}.opening(day("2026-12-14"))) == "2026-12-14T06:00");
  CHECK(iso(WorkCalendar{early}.opening(day("2026-12-15"))) == "2026-12-15T09:00");
  CHECK(iso(WorkCalendar{early}.close(day("2026-12-15"))) == "2026-12-15T23:59");
  CHECK(iso(WorkCalendar{early}.next_opening(day("2026-12-15"))) == "2026-12-21T06:00");
}

TEST_CASE("R3: each of 366 birthdays falls on a day of each of 4 years, only 29 February moving") {
  for (int y = 2025; y <= 2028; ++y) {
    for (Date date = day("2024-01-01"); date <= day("2024-12-31"); date += days{1}) {
      const month_day born{civil(date).month(), civil(date).day()};
      const std::string own = std::to_string(y) + iso(date).substr(4);
      const bool moves = born == month_day{month{2}, std::chrono::day{29}} && y != 2028;
      CHECK(iso(in_year(born, year{y}, LeapDay::february_28)) ==
            (moves ? std::to_string(y) + "-02-28" : own));
      CHECK(iso(in_year(born, year{y}, LeapDay::march_1)) ==
            (moves ? std::to_string(y) + "-03-01" : own));
    }
  }
}

TEST_CASE("a date compared with a moment counts as its 23:59") {
  CHECK(iso(parse_iso("2026-11-22")->moment()) == "2026-11-22T23:59");
  CHECK(iso(parse_iso("2026-11-22T08:30")->moment()) == "2026-11-22T08:30");
  CHECK(day_of(at("2026-11-22T23:59")) == day("2026-11-22"));
  CHECK(day_of(at("2026-11-22T00:00")) == day("2026-11-22"));
}

TEST_CASE("R1: a window over midnight is one, of the day on which it opens") {
  Week week;
  week.workday = {true, false, false, false, true, false, false};
  week.windows.fill({{std::chrono::hours{22}, std::chrono::hours{30}}});
  const WorkCalendar late{week};
  CHECK(iso(late.close(day("2026-11-20"))) == "2026-11-21T06:00");
  const auto later = [&](std::string_view start, int count) {
    return iso(late.add_working_time(at(start), minutes{count}));
  };
  CHECK(later("2026-11-20T20:00", 120) == "2026-11-21T00:00");
  CHECK(later("2026-11-20T23:30", 60) == "2026-11-21T00:30");
  CHECK(later("2026-11-21T05:00", 60) == "2026-11-21T06:00");
  CHECK(later("2026-11-21T05:00", 61) == "2026-11-23T22:01");
  CHECK(late.working_time(at("2026-11-20T23:00"), at("2026-11-23T23:00")) == minutes{480});
  CHECK(late.working_time(at("2026-11-23T23:00"), at("2026-11-20T23:00")) == minutes{0});
}

TEST_CASE("R1: a date's own hours hold whatever else is said of it") {
  const auto noon = std::chrono::hours{12};
  const WorkCalendar own{default_week(),
                         {holiday("12-24"), holiday("12-25")},
                         {{day("2026-12-24"), {{std::chrono::hours{9}, noon}}},
                          {day("2026-12-19"), {{std::chrono::hours{10}, std::chrono::hours{14}}}},
                          {day("2026-12-21"), {}}}};
  CHECK(own.is_working(day("2026-12-24")));
  CHECK(own.is_working(day("2026-12-19")));
  CHECK_FALSE(own.is_working(day("2026-12-21")));
  CHECK_FALSE(own.is_working(day("2026-12-25")));
  CHECK(own.before(day("2026-12-20")) == day("2026-12-19"));
  CHECK(own.plus(day("2026-12-18"), length("2wd")) == day("2026-12-22"));
  CHECK(iso(own.close(day("2026-12-24"))) == "2026-12-24T12:00");
  CHECK(iso(own.opening(day("2026-12-21"))) == "2026-12-21T09:00");
  CHECK(iso(own.add_working_time(at("2026-12-18T16:00"), minutes{120})) == "2026-12-19T11:00");
}
