#pragma once

#include <string_view>

#include <care/text.hpp>

// Whether a rendering is what its format promises.

namespace care::test {

/// Whether every character is visible, apart from the given line end (empty: none).
inline bool is_visible(std::string_view text, std::string_view line_end) {
  while (!text.empty()) {
    if (text[0] >= ' ' && text[0] <= '~') {
      text.remove_prefix(1);
      continue;
    }
    if (!line_end.empty() && text.starts_with(line_end)) {
      text.remove_prefix(line_end.size());
      continue;
    }
    const CodePoint point = first_code_point(text);
    if (point.value < 0 || is_invisible(point.value)) return false;
    text.remove_prefix(point.size);
  }
  return true;
}

}  // namespace care::test
