#pragma once

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include <care/record.hpp>

namespace care::test {

/// All that is wrong with a book, and what could not be read.
inline std::string shown_problems(const Reading& reading) {
  std::string all;
  for (const Problem& one : reading.problems)
    all += to_string(reading.book, one.at) + " " + std::string{one.code} + " " + one.what + "; " +
           one.instead + "\n";
  for (const Unreadable& one : reading.book.unreadable)
    all += to_string(reading.book, one.at) + " " + one.what + "\n";
  return all;
}

template <class Record>
bool are_same(const Comparison& books, const std::vector<Record>& a, const std::vector<Record>& b) {
  return std::ranges::equal(a, b, [&](const Record& one, const Record& other) {
    return one.at == other.at && says_the_same(books, one, other);
  });
}

/// Whether two readings of one text say the same, records and problems, each at its place.
inline bool are_same(const Reading& a, const Reading& b) {
  const Comparison books{a.book, b.book, {}};
  bool same =
      shown_problems(a) == shown_problems(b) && are_same(books, a.book.customers, b.book.customers);
  std::apply(
      [&](const auto&... one) {
        std::apply(
            [&](const auto&... other) {
              same = same && (are_same(books, one.all, other.all) && ...);
            },
            record_lists(b.book));
      },
      record_lists(a.book));
  return same;
}

}  // namespace care::test
