#include <care/calendar.hpp>
#include <care/calendar_work.hpp>

#include <ostream>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace care;

TEST_CASE("a length of time is a whole number and a unit, in short or in words, blanks allowed") {
  struct Row {
    std::string_view text;
    Duration expected;
  };
  const Row rows[] = {
      {"30min", {30, Unit::minute}},
      {"1 minute", {1, Unit::minute}},
      {"90 minutes", {90, Unit::minute}},
      {"4h", {4, Unit::hour}},
      {"1 hour", {1, Unit::hour}},
      {"2 hours", {2, Unit::hour}},
      {"30d", {30, Unit::day}},
      {"1 day", {1, Unit::day}},
      {"10 days", {10, Unit::day}},
      {"2w", {2, Unit::week}},
      {"1 week", {1, Unit::week}},
      {"3 weeks", {3, Unit::week}},
      {"1m", {1, Unit::month}},
      {"1 month", {1, Unit::month}},
      {"6 months", {6, Unit::month}},
      {"1y", {1, Unit::year}},
      {"1 year", {1, Unit::year}},
      {"2 years", {2, Unit::year}},
      {"3wd", {3, Unit::working_day}},
      {"1 working day", {1, Unit::working_day}},
      {"5 working days", {5, Unit::working_day}},
      {" 2 w ", {2, Unit::week}},
      {"3 WD", {3, Unit::working_day}},
      {"1  Working   Day", {1, Unit::working_day}},
      {"0d", {0, Unit::day}},
      {"007d", {7, Unit::day}},
      {"1000y", {1000, Unit::year}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parse_duration(row.text) == row.expected);
  }
}

TEST_CASE("what is not a length of time is not read as one") {
  for (const std::string_view text :
       {"", " ", "soon", "d", "14", "-1d", "+1d", "1.5d", "1,5d", "2 weekz", "1 workingday",
        "1 d 2", "one week", "1001y", "99999999999d", "365001d", "never", "0x10d"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_duration(text).has_value());
  }
}

TEST_CASE("a length of time is written as a person reads it, and as a book spells it") {
  struct Row {
    Duration duration;
    std::string_view read, spelled_as, every;
  };
  const Row rows[] = {
      {{1, Unit::minute}, "1 minute", "1min", "every minute"},
      {{4, Unit::hour}, "4 hours", "4h", "every 4 hours"},
      {{0, Unit::day}, "0 days", "0d", "every 0 days"},
      {{2, Unit::week}, "2 weeks", "2w", "every 2 weeks"},
      {{1, Unit::month}, "1 month", "1m", "every month"},
      {{2, Unit::year}, "2 years", "2y", "every 2 years"},
      {{1, Unit::working_day}, "1 working day", "1wd", "every working day"},
      {{3, Unit::working_day}, "3 working days", "3wd", "every 3 working days"},
  };
  for (const Row& row : rows) {
    CHECK(to_string(row.duration) == row.read);
    CHECK(spelled(row.duration) == row.spelled_as);
    CHECK(every_words(row.duration) == row.every);
    CHECK(parse_duration(row.read) == row.duration);
    CHECK(parse_duration(row.spelled_as) == row.duration);
  }
}

TEST_CASE("dates and moments are read and written as ISO 8601 has them") {
  struct Row {
    std::string_view text, expected;  ///< nothing expected: it is not read
  };
  const Row rows[] = {
      {"2026-11-22", "2026-11-22"},
      {"2026-11-22T08:30", "2026-11-22T08:30"},
      {"2026-11-22t08:30", "2026-11-22T08:30"},
      {"2026-11-22 08:30", "2026-11-22T08:30"},
      {"2026-11-22T08:30:15", "2026-11-22T08:30"},
      {"2026-11-22T08:30:60", "2026-11-22T08:30"},
      {"2026-11-22T00:00", "2026-11-22T00:00"},
      {"2026-11-22T23:59", "2026-11-22T23:59"},
      {"0001-01-01", "0001-01-01"},
      {"2028-02-29", "2028-02-29"},
      {"2026-02-29", ""},
      {"2026-02-30", ""},
      {"2026-13-01", ""},
      {"2026-00-10", ""},
      {"2026-11-00", ""},
      {"2026-11-31", ""},
      {"26-11-22", ""},
      {"2026-11-2", ""},
      {"2026/11/22", ""},
      {"2026-11-22T", ""},
      {"2026-11-22T8:30", ""},
      {"2026-11-22T24:00", ""},
      {"2026-11-22T08:60", ""},
      {"2026-11-22T08:30:61", ""},
      {"2026-11-22T08:30:1", ""},
      {"2026-11-22T08:30Z", ""},
      {"2026-11-22T08:30:00Z", ""},
      {"2026-11-22x08:30", ""},
      {"+026-11-22", ""},
      {"tomorrow", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto when = parse_iso(row.text);
    CHECK((when ? iso(*when) : "") == row.expected);
  }
}

TEST_CASE("a window of opening hours may end at 24:00, or on the next day") {
  using std::chrono::hours;
  using std::chrono::minutes;
  CHECK(parse_window("09:00-12:30") == Window{hours{9}, hours{12} + minutes{30}});
  CHECK(parse_window(" 09:00 - 12:30 ") == Window{hours{9}, hours{12} + minutes{30}});
  CHECK(parse_window("00:00-24:00") == Window{hours{0}, hours{24}});
  CHECK(parse_window("22:00-06:00") == Window{hours{22}, hours{30}});
  CHECK(parse_window("12:00-00:00") == Window{hours{12}, hours{24}});
  for (const std::string_view text :
       {"", "09:00", "09:00-09:00", "9:00-12:00", "09:00-24:01", "09:00-25:00", "09:00-12:60",
        "09.00-12.00", "0a:00-12:00", "09:00-12:00-13:00", "24:00-24:00", "24:00-06:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_window(text).has_value());
  }
}

TEST_CASE("weekdays are known by their names and the first three letters") {
  CHECK(parse_weekday("mon") == 0u);
  CHECK(parse_weekday("Tuesday") == 1u);
  CHECK(parse_weekday("WED") == 2u);
  CHECK(parse_weekday("thursday") == 3u);
  CHECK(parse_weekday("fri") == 4u);
  CHECK(parse_weekday("sat") == 5u);
  CHECK(parse_weekday("Sun") == 6u);
  for (const std::string_view text : {"", "mo", "mond", "tues", "montag", "1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_weekday(text).has_value());
  }
}

TEST_CASE("a day of the year is one that some year has") {
  using std::chrono::month;
  CHECK(parse_month_day("02-29") == std::chrono::month_day{month{2}, std::chrono::day{29}});
  CHECK(parse_month_day("12-31").has_value());
  for (const std::string_view text : {"", "02-30", "04-31", "13-01", "00-10", "01-00", "1-01",
                                      "01-1", "01/01", "01-01-", "a1-01"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_month_day(text).has_value());
  }
}

TEST_CASE("only days that a calendar has are dates") {
  CHECK(make_date(2028, 2, 29).has_value());
  CHECK_FALSE(make_date(2027, 2, 29).has_value());
  CHECK_FALSE(make_date(2027, 13, 1).has_value());
  CHECK_FALSE(make_date(2027, 1, 0).has_value());
  CHECK(iso(*make_date(2026, 11, 22)) == "2026-11-22");
}
