#pragma once

#include <cstdint>
#include <string_view>

namespace care {

/// Looks like a blank, or like nothing; not the blank, tab and line feed of ASCII.
[[nodiscard]] bool is_unseen(std::int32_t code_point);
[[nodiscard]] bool is_unseen_text(std::string_view text);

/// Of the text nobody sees anything: it is empty, or of blanks and invisible characters alone.
/// Nearly every text begins with a sign of ASCII that is seen.
[[nodiscard]] inline bool is_blank(std::string_view text) {
  const auto is_seen = [](char c) { return c > ' ' && c < '\x7f'; };
  return text.empty() || (!is_seen(text.front()) && is_unseen_text(text));
}

}  // namespace care
