#include "examples.hpp"
#include "review/support.hpp"

namespace care::test {

TEST_SUITE("review") {
  TEST_CASE("the cases of all customers add up to what the review counts") {
    const Moment now = at("2026-11-23T09:00");
    for (const char* name : {"corner-shop.toml", "saguaro", "broken.toml"}) {
      const Reading reading = example(name);
      const Book& book = reading.book;
      for (const char* from : {"2026-11-23", "2026-08-26", "2025-11-23"}) {
        CAPTURE(from);
        const TwoPeriods both = with_previous({day(from), day("2026-11-23")});
        const Review all = review(book, now, {both.period, both.previous, {}, {}});
        std::array<Tally, measure_count> sums{};
        for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
          for (const ReviewCase& one : review_cases(book, now, i, both.period)) {
            CHECK(one.at.line > 0);
            CHECK(!one.what.empty());
            if (!one.counted) continue;
            Tally& sum = sums[static_cast<std::size_t>(one.measure)];
            ++sum.total;
            if (one.good) ++sum.good;
          }
        }
        for (const MeasureRow& row : measures()) {
          CAPTURE(row.name);
          const auto place = static_cast<std::size_t>(row.measure);
          CHECK(words(sums[place]) == words(all.measures[place].now));
        }
      }
    }
  }

  TEST_CASE("each case falls into exactly one period") {
    const Moment now = at("2026-11-23T09:00");
    const Reading reading = example("saguaro");
    const auto count = [&](std::string_view from, std::string_view to) {
      const TwoPeriods both = with_previous({day(from), day(to)});
      const Review found = review(reading.book, now, {both.period, both.previous, {}, {}});
      std::array<int, measure_count> totals{};
      for (std::size_t i = 0; i < measure_count; ++i) totals[i] = found.measures[i].now.total;
      return totals;
    };
    const auto whole = count("2026-10-01", "2026-10-31");
    const auto first = count("2026-10-01", "2026-10-15");
    const auto second = count("2026-10-16", "2026-10-31");
    for (const MeasureRow& row : measures()) {
      if (row.measure == Measure::wow) continue;  // everybody, at the end of each
      CAPTURE(row.name);
      const auto place = static_cast<std::size_t>(row.measure);
      CHECK(whole[place] == first[place] + second[place]);
    }
  }
}

}  // namespace care::test
