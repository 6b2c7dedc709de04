#include "import/dates.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

#include <care/calendar.hpp>

using namespace care;

namespace {

/// `2024-03-15`, `--03-15`, or why there is none.
std::string shown(const ReadDate& read) {
  switch (read.trouble) {
    case DateTrouble::absent: return "absent";
    case DateTrouble::undecided: return "undecided";
    case DateTrouble::impossible: return "impossible";
    case DateTrouble::unreadable: return "unreadable";
    case DateTrouble::none: break;
  }
  const auto& [year, day] = *read.date;
  if (year) return iso(Date{*year / day.month() / day.day()});
  const std::string in_leap_year = iso(Date{std::chrono::year{2000} / day.month() / day.day()});
  return "-" + in_leap_year.substr(4) + (read.lacks_century ? " of some century" : "");
}

}  // namespace

TEST_CASE("dates as people and programs write them") {
  struct Row {
    const char* text;
    const char* read;
  };
  const Row rows[] = {
      {"2024-03-15", "2024-03-15"},
      {"20240315", "2024-03-15"},
      {"2024/3/15", "2024-03-15"},
      {"15.03.2024", "2024-03-15"},
      {"3/15/2024", "2024-03-15"},
      {"15/3/2024", "2024-03-15"},
      {"3/3/2024", "2024-03-03"},
      {"15 Mar 2024", "2024-03-15"},
      {"March 15th, 2024", "2024-03-15"},
      {"Fri, 15 Mar 2024", "2024-03-15"},
      {"15. März 2024", "2024-03-15"},
      {"15 de marzo de 2024", "2024-03-15"},
      {"15 mars 2024", "2024-03-15"},
      {"2024-03-15T10:00:00Z", "2024-03-15"},
      {"20240315T100000Z", "2024-03-15"},
      {"3/15/2024, 2:30 PM", "2024-03-15"},
      {" 2024-03-15 ", "2024-03-15"},
      {"--0203", "--02-03"},
      {"--02-03", "--02-03"},
      {"--0229", "--02-29"},
      {"15 Mar", "--03-15"},
      {"1604-03-15", "--03-15"},
      {"15.03.", "--03-15"},
      {"3/15/84", "--03-15 of some century"},
      {"", "absent"},
      {"0000-00-00", "absent"},
      {"3/4/2024", "undecided"},
      {"3/4", "undecided"},
      {"31 June 2024", "impossible"},
      {"2023-02-29", "impossible"},
      {"2024-13-01", "impossible"},
      {"soon", "unreadable"},
      {"15 Mar Apr", "unreadable"},
      {"1 2 3 4", "unreadable"},
      {"---15", "unreadable"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(shown(read_date(row.text, std::nullopt)) == row.read);
  }
}

TEST_CASE("an order decides where the date does not") {
  CHECK(shown(read_date("3/4/2024", DateOrder::day_month_year)) == "2024-04-03");
  CHECK(shown(read_date("3/4/2024", DateOrder::month_day_year)) == "2024-03-04");
  CHECK(shown(read_date("3/15/2024", DateOrder::day_month_year)) == "2024-03-15");
  CHECK(shown(read_date("3.4.2024", DateOrder::month_day_year)) == "2024-04-03");
  CHECK(proven_order("3/15/2024") == DateOrder::month_day_year);
  CHECK(proven_order("15/3/2024") == DateOrder::day_month_year);
  for (const char* text : {"3/4/2024", "3/3/2024", "15.3.2024", "2024-03-15", "15 Mar 2024"}) {
    CAPTURE(text);
    CHECK_FALSE(proven_order(text).has_value());
  }
}

TEST_CASE("two digits of a year are of the hundred years up to today") {
  const Date today = *make_date(2026, 11, 23);
  const auto whole = [&](std::string_view text) {
    const auto date = whole_date(text, read_date(text, DateOrder::day_month_year), today);
    return date ? iso(*date) : "";
  };
  CHECK(whole("15/3/26") == "2026-03-15");
  CHECK(whole("15/3/27") == "1927-03-15");
  CHECK(whole("15/3/1984") == "1984-03-15");
  CHECK(whole("15 Mar") == "");
  CHECK(whole("soon") == "");
}
