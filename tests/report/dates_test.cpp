#include <care/report_calendar.hpp>

#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

std::string day_words(std::chrono::month_day day) {
  return std::to_string(static_cast<unsigned>(day.month())) + "/" +
         std::to_string(static_cast<unsigned>(day.day()));
}

/// `birthday Joe 2/29 of 1984 from 2026-01-01 until 2027-06-30`, a line for each date.
Shown dated(std::string_view text, const Selection& selection = {}) {
  const Reading reading = read_text(text);
  Shown lines;
  for (const RepeatedDate& date : repeated_dates(reading.book, day("2026-11-23"), selection)) {
    std::string line{word(date.kind)};
    for (const Text part : {date.person, date.what}) {
      if (!part.empty()) line += " " + std::string{part};
    }
    line += " " + day_words(date.date.day);
    if (date.date.year) line += " of " + std::to_string(static_cast<int>(*date.date.year));
    if (!date.yearly) line += " once";
    if (date.round) line += " round";
    if (date.first) line += " from " + iso(*date.first);
    if (date.until) line += " until " + iso(*date.until);
    if (date.leap_day == LeapDay::march_1) line += " or 1 March";
    if (date.heads_up != Duration{7, Unit::day}) line += " ahead " + spelled(date.heads_up);
    lines.push_back(line);
  }
  return lines;
}

template <class... Rows>
std::string event(const Rows&... rows) {
  return table("[[customer.event]]", "what = 'gala'", rows...);
}

}  // namespace

TEST_CASE("every occasion that returns is there once, with its limits") {
  CHECK(dated(acme("birthday = '02-29'", "since = 2020-02-29", "leap_day = '03-01'") +
              table("[[customer.contact]]", "name = 'Joe'", "birthday = 1984-11-28",
                    "left = 2027-06-30") +
              event("date = 2010-06-12", "heads_up = '3wd'") +
              event("date = '06-13'", "until = 2027-01-01")) ==
        Shown{"birthday acme 2/29 or 1 March",
              "birthday Joe 11/28 of 1984 from 1985-11-28 until 2027-06-30 or 1 March",
              "anniversary 2/29 of 2020 round from 2021-03-01 or 1 March",
              "event gala 6/12 of 2010 from 2010-06-12 or 1 March ahead 3wd",
              "event gala 6/13 until 2027-01-01 or 1 March"});
}

TEST_CASE("nothing is from before the book began") {
  const std::string book = table("[book]", "started = 2026-09-01");
  CHECK(dated(book + acme("birthday = 1984-01-05", "since = 2026-10-01")) ==
        Shown{"birthday acme 1/5 of 1984 from 2026-09-01",
              "anniversary 10/1 of 2026 round from 2027-10-01"});
}

TEST_CASE("what is over is left out") {
  CHECK(dated(acme() + event("date = 2026-11-22", "yearly = false")).empty());
  CHECK(dated(acme() + event("date = 2026-11-23", "yearly = false")) ==
        Shown{"event gala 11/23 of 2026 once from 2026-11-23"});
  CHECK(dated(acme() + event("date = '06-13'", "until = 2026-11-23")).empty());
  CHECK(dated(acme() + event("date = 2027-06-13", "until = 2027-06-13")).empty());
  CHECK(dated(acme("birthday = '02-03'", "status = 'former'")).empty());
  CHECK(dated(policy("anniversaries = 'none'") + acme("since = 2020-02-29")).empty());
  CHECK(dated(acme("birthday = '02-03'", "status = 'do-not-contact'")).size() == 1);
}

TEST_CASE("dates of others, other tags and other kinds are left out") {
  const std::string book = table("[[staff]]", "id = 'ann'", "name = 'Ann'", "away = []") +
                           table("[[staff]]", "id = 'bo'", "name = 'Bo'") +
                           acme("owner = 'ann'", "birthday = '02-03'", "tags = ['west']") +
                           customer("zen", "owner = 'bo'", "birthday = '02-04'") +
                           customer("free", "since = 2020-01-01");
  CHECK(dated(book).size() == 3);
  CHECK(dated(book, {StaffIndex{1}, {}, {}}) ==
        Shown{"birthday zen 2/4", "anniversary 1/1 of 2020 round from 2021-01-01"});
  CHECK(dated(book, {std::nullopt, {"west"}, {}}) == Shown{"birthday acme 2/3"});
  CHECK(dated(book, {std::nullopt, {}, {Kind::anniversary}}) ==
        Shown{"anniversary 1/1 of 2020 round from 2021-01-01"});
}
