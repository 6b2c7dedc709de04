#pragma once

#include <cstdint>
#include <string_view>

#include <care/text.hpp>

// Whether a rendering is what its format promises.

namespace care::test {

/// What scripts and emoji need, where they need it.
inline bool may_be_needed(std::int32_t value) {
  return value == 0xad || value == 0x61c || (value >= 0x200c && value <= 0x200f) ||
         (value >= 0xe0020 && value <= 0xe007f);
}

/// Whether every character is visible, apart from the given line end (empty: none). With CR LF it
/// is for another program, which gets the text as it is, but for controls.
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
    if (point.value < 0) return false;
    const bool hides = line_end == "\r\n"
                           ? point.value < 0xa0 && text[0] != '\t' && text[0] != '\n'
                           : is_invisible(point.value) && !may_be_needed(point.value);
    if (hides) return false;
    text.remove_prefix(point.size);
  }
  return true;
}

}  // namespace care::test
