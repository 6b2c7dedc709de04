#include <care/calendar_typed.hpp>

#include <ostream>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

using namespace care;

namespace {

/// A Sunday; Thursday 26 November is a holiday.
constexpr std::string_view sunday = "2026-11-22T14:30";

Moment at(std::string_view text) {
  const auto when = parse_iso(text);
  REQUIRE(when.has_value());
  REQUIRE(when->time.has_value());
  return when->moment();
}

std::string typed(std::string_view text, Lean lean, std::string_view now = sunday) {
  const auto thanksgiving = parse_holiday("4th thu nov");
  REQUIRE(thanksgiving.has_value());
  const WorkCalendar calendar{default_week(), {*thanksgiving}};
  const auto when = parse_typed_day(text, at(now), calendar, lean);
  return when ? iso(*when) : "none";
}

std::string yearly(std::string_view text) {
  const auto date = parse_typed_yearly(text);
  if (!date) return "none";
  std::string out = date->year ? std::to_string(static_cast<int>(*date->year)) : "every year";
  return out + " " + std::to_string(static_cast<unsigned>(date->day.month())) + "/" +
         std::to_string(static_cast<unsigned>(date->day.day()));
}

}  // namespace

TEST_CASE("typed days that mean the same, whichever way one looks") {
  struct Row {
    std::string text, expected;
  };
  const Row rows[] = {
      {"2026-11-28", "2026-11-28"},
      {"2026-11-28T15:30", "2026-11-28T15:30"},
      {"2026-11-28 15:30", "2026-11-28T15:30"},
      {"2026-11-28t15:30:59", "2026-11-28T15:30"},
      {"2026-11-28 9:00", "2026-11-28T09:00"},
      {"2026-11-28   at 9:00", "2026-11-28T09:00"},
      {"  2026-11-28\t", "2026-11-28"},
      {"28 Nov 2027", "2027-11-28"},
      {"28. NOVEMBER 2027", "2027-11-28"},
      {"Nov 28, 2027", "2027-11-28"},
      {"nov 1st 2027", "2027-11-01"},
      {"2nd Nov 2027", "2027-11-02"},
      {"3rd Nov 2027", "2027-11-03"},
      {"28th Nov 2027 09:15", "2027-11-28T09:15"},
      {"29 Feb 2028", "2028-02-29"},
      {"22 Nov", "2026-11-22"},
      {"11-22", "2026-11-22"},
      {"today", "2026-11-22"},
      {"TODAY", "2026-11-22"},
      {"Tonight", "2026-11-22"},
      {"yesterday", "2026-11-21"},
      {"tomorrow", "2026-11-23"},
      {"now", "2026-11-22T14:30"},
      {" NOW ", "2026-11-22T14:30"},
      {"15:30", "2026-11-22T15:30"},
      {"9:05", "2026-11-22T09:05"},
      {"00:00", "2026-11-22T00:00"},
      {"23:59", "2026-11-22T23:59"},
      {"9am", "2026-11-22T09:00"},
      {"3.30pm", "2026-11-22T15:30"},
      {"3PM", "2026-11-22T15:00"},
      {"12:30pm", "2026-11-22T12:30"},
      {"12am", "2026-11-22T00:00"},
      {"tomorrow 3:05 pm", "2026-11-23T15:05"},
      {"15h30", "2026-11-22T15:30"},
      {"9h05", "2026-11-22T09:05"},
      {"yesterday 15:30", "2026-11-21T15:30"},
      {"Yesterday at 9:00", "2026-11-21T09:00"},
      {"next tuesday", "2026-11-24"},
      {"NEXT SUN", "2026-11-29"},
      {"last fri", "2026-11-20"},
      {"last sunday", "2026-11-15"},
      {"next week", "2026-11-29"},
      {"Last Month", "2026-10-22"},
      {"next year", "2027-11-22"},
      {"last day", "2026-11-21"},
      {"last fri 9:00", "2026-11-20T09:00"},
      {"+3d", "2026-11-25"},
      {"+ 3 d", "2026-11-25"},
      {"-2d", "2026-11-20"},
      {"in 3 days", "2026-11-25"},
      {"In 3 Days at 15:30", "2026-11-25T15:30"},
      {"in a week", "2026-11-29"},
      {"in  2  weeks", "2026-12-06"},
      {"a week ago", "2026-11-15"},
      {"2 weeks ago", "2026-11-08"},
      {"1 day ago", "2026-11-21"},
      {"+1m", "2026-12-22"},
      {"-1y", "2025-11-22"},
      {"in 1 year", "2027-11-22"},
      {"+0d", "2026-11-22"},
      {"+3wd", "2026-11-25"},
      {"+4wd", "2026-11-27"},
      {"in 5 working days", "2026-11-30"},
      {"-1wd", "2026-11-20"},
      {"3 working days ago", "2026-11-18"},
      {"-30min", "2026-11-22T14:00"},
      {"+90min", "2026-11-22T16:00"},
      {"-15h", "2026-11-21T23:30"},
      {"in 10 hours", "2026-11-23T00:30"},
      {"an hour ago", "2026-11-22T13:30"},
      {"in an hour", "2026-11-22T15:30"},
      {"a minute ago", "2026-11-22T14:29"},
      {"+1000y", "3026-11-22"},
      {"9999-12-31", "9999-12-31"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(typed(row.text, Lean::past) == row.expected);
    CHECK(typed(row.text, Lean::future) == row.expected);
  }
}

TEST_CASE("typed days that fit one before and one after today") {
  struct Row {
    std::string text, past, future;
    std::string now = std::string{sunday};
  };
  const Row rows[] = {
      {"fri", "2026-11-20", "2026-11-27"},
      {"Friday", "2026-11-20", "2026-11-27"},
      {"FRI 9:00", "2026-11-20T09:00", "2026-11-27T09:00"},
      {"this fri", "2026-11-20", "2026-11-27"},
      {"on fri at 10:15", "2026-11-20T10:15", "2026-11-27T10:15"},
      {"mon", "2026-11-16", "2026-11-23"},
      {"sat", "2026-11-21", "2026-11-28"},
      {"sun", "2026-11-15", "2026-11-29"},  // never today itself
      {"11-28", "2025-11-28", "2026-11-28"},
      {"11-21", "2026-11-21", "2027-11-21"},
      {"28 Nov", "2025-11-28", "2026-11-28"},
      {"nov 21", "2026-11-21", "2027-11-21"},
      {"28th november", "2025-11-28", "2026-11-28"},
      {"28 Nov 15:30", "2025-11-28T15:30", "2026-11-28T15:30"},
      {"31 Dec", "2026-12-31", "2027-12-31", "2027-01-01T08:00"},
      {"1 Jan", "2026-01-01", "2027-01-01", "2026-12-31T08:00"},
      {"1 Jan", "2027-01-01", "2027-01-01", "2027-01-01T00:00"},
      {"29 Feb", "2024-02-29", "2028-02-29"},
      {"02-29", "2024-02-29", "2028-02-29"},
      {"29 Feb", "2028-02-29", "2028-02-29", "2028-02-29T12:00"},
      {"29 Feb", "2096-02-29", "2104-02-29", "2100-06-01T12:00"},
      {"2w", "2026-11-08", "2026-12-06"},
      {"3 days", "2026-11-19", "2026-11-25"},
      {"a month", "2026-10-22", "2026-12-22"},
      {"1m", "2026-02-28", "2026-04-30", "2026-03-31T12:00"},
      {"4wd", "2026-11-17", "2026-11-27"},
      {"1wd", "2026-11-25", "2026-11-27", "2026-11-26T12:00"},
      {"2h", "2026-11-22T12:30", "2026-11-22T16:30"},
      {"15 min", "2026-11-22T14:15", "2026-11-22T14:45"},
      {"yesterday", "2026-12-31", "2026-12-31", "2027-01-01T00:10"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.now);
    CHECK(typed(row.text, Lean::past, row.now) == row.past);
    CHECK(typed(row.text, Lean::future, row.now) == row.future);
  }
}

TEST_CASE("what is typed and is no day") {
  const std::string rows[] = {
      "",
      " ",
      "\t",
      "soon",
      "the roof",
      "2026-02-30",
      "2026-13-01",
      "2026-00-10",
      "2026-1-1",
      "26-11-28",
      "02-30",
      "13-01",
      "00-10",
      "11-00",
      "1-1",
      "30 Feb",
      "32 Nov",
      "0 Nov",
      "Nov",
      "28",
      "28 Nov 26",
      "28 Nov 02026",
      "29 Feb 2027",
      "28 Nov 2027 x",
      "x 28 Nov",
      "28x Nov",
      "028 Nov",
      "Nov Nov",
      "28 28",
      "24:00",
      "25:00",
      "12:60",
      "1:5",
      "12:5",
      "12.30",
      "13pm",
      "0am",
      "12:3pm",
      "12:60 am",
      "12:pm",
      "pm",
      "24h00",
      "15h3",
      ":30",
      "12:",
      "15:30 tomorrow",
      "2026-11-28T24:00",
      "2026-11-28T15",
      "2026-11-28T15:30Z",
      "2026-11-28T15:30:99",
      "2026-11-28x",
      "2h 15:30",
      "now 15:30",
      "15:30 15:30",
      "at 9:00",
      "next",
      "last",
      "next next fri",
      "next 3d",
      "first fri",
      "fr",
      "frid",
      "+",
      "-",
      "in",
      "ago",
      "in days",
      "3",
      "d",
      "3x",
      "1.5d",
      "--3d",
      "+-3d",
      "in -3d",
      "+3d ago",
      "in 3 days ago",
      "a",
      "a a day",
      "a 2d",
      "3d 3d",
      "99999999999999999999d",
      "2147483648d",
      "366000d",
      "+1001y",
      "-100y100d",
      "tomorrow tomorrow",
      "today!",
      "fri.",
      "fri,",
      "2026-11-28\n",
      "\nfri",
      "freitag",
      "ｆｒｉ",
      "２８ Nov",
      std::string(100'000, '9'),
      std::string(100'000, ' ') + "x",
      std::string("fri\0", 4),
      "10000-01-01",
  };
  for (const std::string& text : rows) {
    CAPTURE(text.substr(0, 40));
    CHECK(typed(text, Lean::past) == "none");
    CHECK(typed(text, Lean::future) == "none");
  }
}

TEST_CASE("no typed day lies beyond the years that a book can write") {
  constexpr std::string_view last = "9999-12-31T12:00";
  for (const std::string text : {"tomorrow", "fri", "1 Jan", "+1d", "12h", "+1wd", "1000y"}) {
    CAPTURE(text);
    CHECK(typed(text, Lean::future, last) == "none");
  }
  CHECK(typed("today", Lean::future, last) == "9999-12-31");
  CHECK(typed("11h", Lean::future, last) == "9999-12-31T23:00");
  constexpr std::string_view first = "0001-01-01T12:00";
  for (const std::string text : {"yesterday", "fri", "31 Dec", "-1d", "13h", "-1y"}) {
    CAPTURE(text);
    CHECK(typed(text, Lean::past, first) == "none");
  }
  CHECK(typed("0000-06-01", Lean::past) == "none");
  CHECK(typed("1 Jun 0000", Lean::past) == "none");
}

TEST_CASE("typed days that return each year") {
  struct Row {
    std::string text, expected;
  };
  const Row rows[] = {
      {"1984-02-29", "1984 2/29"},
      {"29 Feb 1984", "1984 2/29"},
      {"Feb 29, 1984", "1984 2/29"},
      {"02-29", "every year 2/29"},
      {"29 FEB", "every year 2/29"},
      {"  feb 29th ", "every year 2/29"},
      {"12-31", "every year 12/31"},
      {"3rd June 1950", "1950 6/3"},
      {"1985-02-29", "none"},
      {"29 Feb 1985", "none"},
      {"30 Feb", "none"},
      {"02-30", "none"},
      {"1984-02-29T10:00", "none"},
      {"29 Feb 84", "none"},
      {"29 Feb 0000", "none"},
      {"0000-02-29", "none"},
      {"fri", "none"},
      {"today", "none"},
      {"1984", "none"},
      {"", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(yearly(row.text) == row.expected);
  }
}

TEST_CASE("a day that no month has is known as one") {
  for (const std::string_view text : {"30 Feb", "feb 30", "31 Nov 2026", "0 May"}) {
    CAPTURE(text);
    CHECK(is_day_of_no_month(text));
  }
  for (const std::string_view text : {"29 Feb", "30", "Feb", "30 Fob", "", "fri"}) {
    CAPTURE(text);
    CHECK(!is_day_of_no_month(text));
  }
}
