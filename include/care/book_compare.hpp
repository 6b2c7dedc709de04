#pragma once

#include <care/book.hpp>

namespace care {

/// Two books of the same files, of which the second has one record more: at `added`. Places in
/// their lists may differ behind it, so references are compared by the position of what they name.
struct Comparison {
  const Book& before;
  const Book& after;
  Position added;
  bool adds_customer = false;
};

/// Whether two records, each of its book, say the same, key by key. Where they stand is no part of
/// that.
[[nodiscard]] bool says_the_same(const Comparison& books, const Record& a, const Record& b);

/// Whether all that stands in the first book reads the same in the second, and nothing but the one
/// record is new; of a new customer, also what was said of it before.
[[nodiscard]] bool only_adds(const Comparison& books);

}  // namespace care
