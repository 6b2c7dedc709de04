#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace care::reading {

/// The top-level tables of a book. `root` is what stands before the first header, `other` a name
/// that nobody knows, or one that is spelled with escapes.
enum class Table : std::uint8_t {
  root,
  other,
  book,
  policy,
  staff,
  customer,
  purchase,
  touch,
  request,
  promise,
  snooze,
  ready
};
inline constexpr std::size_t table_count = 12;

/// `touch`; empty for `root` and `other`.
[[nodiscard]] std::string_view name_of(Table table);
/// `other` where no table has that name.
[[nodiscard]] Table table_named(std::string_view name);

/// A line like `[[customer.contact]]`.
struct Header {
  std::string_view root;     ///< `customer`, as written between quotes or bare
  std::uint32_t parts = 1;   ///< 2: `customer` and `contact`
  bool array = false;        ///< double brackets
  bool well_formed = false;  ///< nothing but a comment stands behind it, no bracket is missing
  bool bare = true;          ///< no part is quoted
};

/// Reads a line whose first character is `[`. A line that is no well-formed header gives as much
/// of one as can be made out, so that what follows it is not taken for part of the table before.
/// Of a line `policy.every = …` it gives the root and the parts of the key.
[[nodiscard]] Header read_header(std::string_view line);

/// The same for a line that need not be a header, within a value that goes over several lines:
/// gives only headers that can be nothing else. No value has a bare word such as `[touch]` in it.
[[nodiscard]] std::optional<Header> known_header(std::string_view line);

}  // namespace care::reading
