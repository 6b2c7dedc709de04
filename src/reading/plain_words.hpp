#pragma once

#include <string>
#include <string_view>

#include "reading/node.hpp"

namespace care::reading {

/// The first byte of a text that may not just be taken over: `quote`, a backslash, a control
/// character (tabs among them); `end` where all may. Bytes that are not ASCII, before it or close
/// behind, set `is_ascii` to false.
[[nodiscard]] const char* find_stop(const char* at, const char* end, char quote, bool& is_ascii);

/// Reads a plain true, false, date, moment or decimal number; false for anything else.
[[nodiscard]] bool read_word(Node& node, std::string_view word);

/// A text with the escapes that people use resolved, and line ends as `\n`; false where it has
/// others, or control characters.
[[nodiscard]] bool unescape(std::string_view text, bool has_escapes, std::string& plain);

}  // namespace care::reading
