#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace care::test {

/// The files of a book: name and text.
using Files = std::vector<std::pair<std::string, std::string>>;

/// A kind of book with `n` of something. Each book has the customer `c0` with an open request `r0`,
/// an open promise `p0` and the event `opening` to prepare for, so that every command has something
/// to do in it.
struct Maker {
  std::string_view of;  ///< what it has many of
  Files (*make)(std::size_t n);
};

/// What is sound, what is wrong, what is long.
[[nodiscard]] std::span<const Maker> makers_of_records();
[[nodiscard]] std::span<const Maker> makers_of_policies();
[[nodiscard]] std::span<const Maker> makers_of_slips();
[[nodiscard]] std::span<const Maker> makers_of_texts();

/// What a book is put together from; each part may be empty.
struct Parts {
  std::string book = {};      ///< more of [book]
  std::string policy = {};    ///< all of [policy], and [[staff]] behind it
  std::string customer = {};  ///< more of `c0`'s own keys
  std::string people = {};    ///< sub-tables of `c0`
  std::string records = {};   ///< whatever stands behind
};
[[nodiscard]] Files book_of(const Parts& parts);

/// n copies of a text, in which `{}` is the number, from 0, `{-}` the number before it, `{date}` a
/// date of its own from 2027 on, `{day}` that date's month and day, and `{month}` one of twelve
/// days of the year, for what is looked at once a day that holds something.
[[nodiscard]] std::string repeated(std::size_t n, std::string_view text);

/// A text n times over.
[[nodiscard]] std::string times(std::size_t n, std::string_view text);

}  // namespace care::test
