#include <doctest/doctest.h>

#include <care/review.hpp>

#include <string>

#include "books.hpp"

namespace care::test {
namespace {

std::string words(const TwoPeriods& periods) {
  return iso(periods.period.from) + " to " + iso(periods.period.to) + ", " +
         iso(periods.previous.from) + " to " + iso(periods.previous.to);
}

}  // namespace

TEST_SUITE("review") {
  TEST_CASE("the last whole month, quarter and year, and the ones before") {
    struct Row {
      LastPeriod which;
      std::string today, expected;
    };
    const Row rows[] = {
        {LastPeriod::month, "2026-11-23", "2026-10-01 to 2026-10-31, 2026-09-01 to 2026-09-30"},
        {LastPeriod::month, "2026-11-30", "2026-10-01 to 2026-10-31, 2026-09-01 to 2026-09-30"},
        {LastPeriod::month, "2024-03-01", "2024-02-01 to 2024-02-29, 2024-01-01 to 2024-01-31"},
        {LastPeriod::month, "2026-01-15", "2025-12-01 to 2025-12-31, 2025-11-01 to 2025-11-30"},
        {LastPeriod::quarter, "2026-11-23", "2026-07-01 to 2026-09-30, 2026-04-01 to 2026-06-30"},
        {LastPeriod::quarter, "2026-01-01", "2025-10-01 to 2025-12-31, 2025-07-01 to 2025-09-30"},
        {LastPeriod::quarter, "2026-06-30", "2026-01-01 to 2026-03-31, 2025-10-01 to 2025-12-31"},
        {LastPeriod::year, "2026-11-23", "2025-01-01 to 2025-12-31, 2024-01-01 to 2024-12-31"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.today);
      CHECK(words(last_whole(row.which, day(row.today))) == row.expected);
    }
  }

  TEST_CASE("the period before has as many days") {
    CHECK(words(with_previous({day("2026-08-26"), day("2026-11-23")})) ==
          "2026-08-26 to 2026-11-23, 2026-05-28 to 2026-08-25");
    CHECK(words(with_previous({day("2026-11-23"), day("2026-11-23")})) ==
          "2026-11-23 to 2026-11-23, 2026-11-22 to 2026-11-22");
  }

  TEST_CASE("percent is rounded, half a percent up") {
    CHECK(percent({18, 20}) == 90);
    CHECK(percent({1, 3}) == 33);
    CHECK(percent({2, 3}) == 67);
    CHECK(percent({1, 200}) == 1);
    CHECK(percent({1, 201}) == 1);     // not none
    CHECK(percent({200, 201}) == 99);  // not all
    CHECK(percent({0, 7}) == 0);
    CHECK(percent({7, 7}) == 100);
  }

  TEST_CASE("measures stand in their order") {
    for (std::size_t i = 0; i < measure_count; ++i) {
      CHECK(static_cast<std::size_t>(measures()[i].measure) == i);
    }
  }
}

}  // namespace care::test
