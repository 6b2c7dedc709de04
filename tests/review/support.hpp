#pragma once

#include <care/review.hpp>

#include <string>
#include <string_view>

#include "books.hpp"

// Reviews of small books as lines that a person can check by hand.

namespace care::test {

/// A review and the book that it is of.
struct Reviewed {
  Reading reading;
  Review review;

  Reviewed(std::string_view text, std::string_view from, std::string_view to,
           std::string_view now = "2026-11-23T09:00", std::optional<StaffIndex> owner = {},
           std::vector<std::string> tags = {})
      : reading{book(text)},
        review{care::review(reading.book, at(now), selection(from, to, owner, std::move(tags)))} {}
  Reviewed(const Reviewed&) = delete;
  Reviewed& operator=(const Reviewed&) = delete;

  static ReviewSelection selection(std::string_view from, std::string_view to,
                                   std::optional<StaffIndex> owner, std::vector<std::string> tags) {
    const TwoPeriods both = with_previous({day(from), day(to)});
    return {both.period, both.previous, owner, std::move(tags)};
  }

  [[nodiscard]] const Measured& of(Measure measure) const {
    return review.measures[static_cast<std::size_t>(measure)];
  }
};

/// `2 of 3`
inline std::string words(Tally tally) {
  return std::to_string(tally.good) + " of " + std::to_string(tally.total);
}

/// A measure of a book from one day to another.
inline std::string counted(Measure measure, std::string_view text, std::string_view from,
                           std::string_view to, std::string_view now = "2026-11-23T09:00") {
  return words(Reviewed{text, from, to, now}.of(measure).now);
}

/// The cases of the first customer in a measure: `Tue 24 Nov good`, `Mon 23 Nov open` …
inline std::string cases(Measure measure, std::string_view text, std::string_view from,
                         std::string_view to, std::string_view now = "2026-11-23T09:00") {
  const Reading reading = book(text);
  std::string line;
  for (const ReviewCase& one : review_cases(reading.book, at(now), 0, {day(from), day(to)})) {
    if (one.measure != measure) continue;
    const std::string_view verdict = !one.counted ? "open" : (one.good ? "good" : "bad");
    line += (line.empty() ? "" : ", ") + day_words(one.day) + " " + std::string{verdict};
  }
  return line;
}

/// A row of a table of books.
struct CaseRow {
  std::string name, text, expected;
};
template <std::size_t N>
void check_cases(Measure measure, const CaseRow (&rows)[N], std::string_view from,
                 std::string_view to, std::string_view now = "2026-11-23T09:00") {
  for (const CaseRow& row : rows) {
    CAPTURE(row.name);
    CHECK(cases(measure, row.text, from, to, now) == row.expected);
  }
}

}  // namespace care::test
