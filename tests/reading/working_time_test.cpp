#include "reading/support.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace care;
using namespace care::test;

namespace {

/// Monday to Sunday from 16 Nov 2026 on: the hour at which each working day opens, `-` for the
/// others.
std::string week(std::string_view policy) {
  const Reading reading = read_text("[policy]\n" + std::string{policy} + "\n");
  const WorkCalendar& calendar = reading.book.policy.calendar;
  std::string all;
  for (int i = 0; i < 7; ++i) {
    const Date day = make_date(2026, 11, 16).value() + std::chrono::days{i};
    if (i > 0) all += ' ';
    all += calendar.is_working(day) ? iso(calendar.opening(day)).substr(11, 2) : "-";
  }
  for (const Problem& problem : reading.problems) all += " " + std::string{problem.code};
  return all;
}

}  // namespace

TEST_CASE("hours, workdays and holidays make the working week") {
  struct Row {
    std::string_view policy;
    std::string_view expected;
  };
  const Row rows[] = {
      {"", "09 09 09 09 09 - -"},
      {"hours = [\"10:00-12:00\", \"08:00-09:00\"]", "08 08 08 08 08 - -"},
      {"hours = [\"08:00-09:00\", \"09:00-24:00\"]", "08 08 08 08 08 - -"},
      {"workdays = [\"sat\", \"Sunday\"]", "- - - - - 09 09"},
      {"workdays = [\"mon\", \"nonday\"]", "09 - - - - - - bad-value"},
      {"workdays = [\"nonday\"]", "09 09 09 09 09 - - bad-value"},
      {"workdays = []", "09 09 09 09 09 - - no-working-day"},
      {"workdays = \"mon\"", "09 09 09 09 09 - - wrong-type"},
      {"workdays = [1]", "09 09 09 09 09 - - wrong-type"},
      {"hours = { mon = [\"07:00-08:00\"], sat = [\"11:00-12:00\"] }", "07 - - - - 11 -"},
      {"hours.mon = [\"07:00-08:00\"]\nhours.tue = []", "07 09 - - - - -"},
      {"hours = { mon = [\"07:00-08:00\"] }\nworkdays = [\"mon\"]", "07 - - - - - -"},
      {"hours = { mon = [\"07:00-08:00\"] }\nworkdays = [\"tue\"]", "07 - - - - - - bad-hours"},
      {"hours = { mon = [] }", "09 09 09 09 09 - - no-working-hours"},
      {"hours = {}", "09 09 09 09 09 - - no-working-day"},
      {"hours = []", "09 09 09 09 09 - - no-working-hours"},
      {"hours = { mon = [\"8-9\"] }\nworkdays = [\"sun\"]", "- - - - - - 09 bad-hours"},
      {"hours = [\"08:00-10:00\", \"09:00-11:00\"]", "09 09 09 09 09 - - bad-hours"},
      {"hours = [8]", "09 09 09 09 09 - - bad-hours"},
      {"hours = [\"22:00-06:00\"]", "22 22 22 22 22 - -"},
      {"hours = [\"22:00-06:00\", \"05:00-08:00\"]", "09 09 09 09 09 - - bad-hours"},
      {"days = { 2026-11-17 = [], 2026-11-21 = [\"10:00-14:00\"] }", "09 - 09 09 09 10 -"},
      {"days.2026-11-18 = [\"11:00-12:00\"]\nholidays = [\"11-18\"]", "09 09 11 09 09 - -"},
      {"days = { monday = [], 2026-11-17 = [\"8\"], 2026-11-18 = 3 }",
       "09 09 09 09 09 - - bad-date bad-hours wrong-type"},
      {"days = []", "09 09 09 09 09 - - wrong-type"},
      {"holidays = [2026-11-17, \"11-18\", \"3rd thu nov\"]", "09 - - - 09 - -"},
      {"holidays = [{ from = 2026-11-17, to = 2026-11-19 }, 3, \"x\", 2026-11-20]",
       "09 - - - - - - wrong-type bad-date"},
      {"holidays = [{ from = 2026-11-17 }, { to = 2026-11-18 }, { on = 2026-11-19 }]",
       "09 09 09 09 09 - - missing-key missing-key missing-key unknown-key"},
      {"holidays = [{ from = 2026-11-17, to = \"x\" }]", "09 09 09 09 09 - - wrong-type"},
      {"holidays = [{ from = 2026-11-17, to = 2027-12-21 }]", "09 - - - - - -"},
      {"holidays = [{ from = 2026-11-17, to = 2027-12-31 }]", "09 - - - - - - no-working-day"},
      {"holidays = [{ from = 2026-11-17, to = 2027-06-30 }, { from = 2027-07-01, to = 2027-12-31 "
       "}]",
       "09 - - - - - - no-working-day"},
      {"workdays = [\"mon\"]\nholidays = [\"1st mon jan\"]", "09 - - - - - -"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.policy);
    CHECK(week(row.policy) == row.expected);
  }
}
