#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace care {

/// A sign of ASCII that is seen, or a blank.
inline bool is_plain_ascii(char c) { return c >= ' ' && c <= '~'; }

/// Whether a text has nothing else, as nearly all have not: eight bytes at once.
inline bool is_plain_ascii(std::string_view text) {
  constexpr std::uint64_t each = 0x0101010101010101;
  constexpr std::uint64_t high_bits = 0x80 * each;
  std::uint64_t word = 0;
  for (; text.size() >= sizeof word; text.remove_prefix(sizeof word)) {
    std::memcpy(&word, text.data(), sizeof word);
    // A sum or difference has a byte's high bit where the byte is DEL or a control; what it borrows
    // from the next byte changes nothing then.
    if (((word | (word + each) | (word - each * ' ')) & high_bits) != 0) return false;
  }
  return std::ranges::all_of(text, [](char c) { return is_plain_ascii(c); });
}

}  // namespace care
