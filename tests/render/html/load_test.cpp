#include "render/html/load.hpp"

#include "books.hpp"

using namespace care;
using namespace care::test;

TEST_CASE("the load counts each item once, on the first day on which it is due") {
  const Reading reading =
      read_text(acme("every = '30d'", "birthday = '12-02'") + touch("2026-10-20") +
                request("2026-11-20") + customer("zen", "birthday = '11-25'", "every = 'never'"));
  const DueAhead ahead = due_ahead(agenda_of_today(reading.book, at("2026-11-23"), {}), 28, {});
  const auto days = load_of(ahead);
  REQUIRE(days.size() == 28);
  CHECK(days[0] == std::array<int, 5>{1, 0, 0, 0, 2});
  CHECK(days[2] == std::array<int, 5>{0, 0, 1, 0, 0});
  CHECK(days[9] == std::array<int, 5>{0, 0, 1, 0, 0});
  const auto weeks = weeks_of(days);
  REQUIRE(weeks.size() == 4);
  CHECK(weeks[0] == std::array<int, 5>{1, 0, 1, 0, 2});
  const std::string svg = load_figure(ahead);
  CHECK(svg.find("23 Nov to 29 Nov: 1 request, 1 occasion, 2 follow-ups. "
                 "30 Nov to 6 Dec: 1 occasion. 7 Dec to 13 Dec: nothing.") != std::string::npos);
}
