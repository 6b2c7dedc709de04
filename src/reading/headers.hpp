#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

#include <care/book_fields.hpp>

namespace care::reading {

/// A top-level table of a book: `root` is what stands before the first header, `other` a name that
/// nobody knows, or one that is spelled with escapes; the rest are those of `BookTables`, in order.
enum class Table : std::uint8_t { root, other };
inline constexpr std::size_t first_table = 2;
inline constexpr std::size_t table_count = first_table + BookTables::count;

template <class Record>
inline constexpr Table table_of = []<class... All>(Kinds<All...>) {
  constexpr bool is_one[] = {std::is_same_v<Record, All>...};
  std::size_t place = 0;
  while (!is_one[place]) ++place;
  return static_cast<Table>(first_table + place);
}(BookTables{});

/// Empty for `root` and `other`.
[[nodiscard]] const TableHead& head_of(Table table);
/// `other` where no table has that name.
[[nodiscard]] Table table_named(std::string_view name);

/// A place in a file; line and column from 1.
struct Place {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};
/// Where that byte of a text stands.
[[nodiscard]] Place place_at(std::string_view text, std::size_t offset);
/// The first line of a text that says anything.
[[nodiscard]] Place first_content(std::string_view text);

/// The start of a line.
struct LineStart {
  std::size_t offset = 0;
  std::uint32_t line = 1;
};

/// A line like `[[customer.contact]]`.
struct Header {
  std::string_view root;     ///< `customer`, as written between quotes or bare
  std::uint32_t parts = 1;   ///< 2: `customer` and `contact`
  bool array = false;        ///< double brackets
  bool well_formed = false;  ///< nothing but a comment stands behind it, no bracket is missing
  bool bare = true;          ///< no part is quoted
};

/// Reads a line whose first character is `[`. A line that is not a well-formed header yields as
/// much of one as can be made out, so that what follows it is not taken for part of the table
/// before. Of a line `policy.every = …` it returns the root and the parts of the key.
[[nodiscard]] Header read_header(std::string_view line);

/// Whether a line within a text can only be the header of a table of its own.
[[nodiscard]] bool is_new_table(std::string_view line);

/// The same for a line that need not be a header, within a value that goes over several lines:
/// only headers that can be nothing else. No value has a bare word such as `[touch]` in it.
[[nodiscard]] std::optional<Header> known_header(std::string_view line);

}  // namespace care::reading
