#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <care/text_ascii.hpp>

namespace care::reading {

inline constexpr auto npos = std::string_view::npos;

/// The column of what stands behind this start of a line: from 1, in code points.
[[nodiscard]] inline std::uint32_t column_behind(std::string_view start) {
  const auto columns = std::ranges::count_if(start, [](char c) { return (c & '\xc0') != '\x80'; });
  return static_cast<std::uint32_t>(columns) + 1;
}

/// `notes = ` and the like: what stands before the opening quotes of a value.
[[nodiscard]] bool is_key_and_equals(std::string_view text);
/// Could stand on the line behind a value that is complete: a comment, a header, a key, a bracket.
[[nodiscard]] bool can_follow_value(std::string_view line);
/// Whether quotes that end here close the text before them, which has headers in it, and do not
/// rather open the next one after a text that nobody closed.
[[nodiscard]] bool is_end_of_text(std::string_view text, std::size_t end, bool in_brackets);
/// What git writes between the two sides of a conflict.
[[nodiscard]] bool is_conflict_marker(std::string_view line);

}  // namespace care::reading
