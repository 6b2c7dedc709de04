#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "reading/headers.hpp"

namespace care::reading {

/// `name` of `name = "Acme"`; empty where the line does not begin with a bare key.
[[nodiscard]] std::string_view bare_key(std::string_view line);

/// The header that was meant where a line reads like one in other brackets, or in none:
/// `((customer))`, `customer:`. Any other line as `read_header` has it.
[[nodiscard]] Header meant_header(std::string_view line);
/// Whether the line has nothing but the name of a table in it, in whatever brackets.
[[nodiscard]] bool is_bare_table_name(std::string_view line);

/// The bytes before the header of a table in a line that begins with something else, such as
/// `Next: ` or `<p>`; 0 where there is none.
[[nodiscard]] std::size_t size_before_header(std::string_view line);

/// The table to which the next line belongs, to tell whether a header in a comment is missed.
class TableAbove {
 public:
  void begin(const Header& header);
  void add(std::string_view line);

  /// The bytes before the header in a comment, where the text begins with one and the keys below it
  /// are no comments: they would fall to this table, and cannot be meant for it. 0 otherwise.
  [[nodiscard]] std::size_t size_before_missed_header(std::string_view text) const;

 private:
  [[nodiscard]] bool is_strange(std::string_view key, const Header& header, bool is_first) const;

  std::vector<std::string_view> keys_;
  Table table_ = Table::root;
  std::uint32_t parts_ = 0;
};

}  // namespace care::reading
