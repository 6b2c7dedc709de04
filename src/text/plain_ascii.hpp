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
  const auto is_plain = [&](const char* eight) {
    std::uint64_t word = 0;
    std::memcpy(&word, eight, sizeof word);
    // A sum or difference has a byte's high bit where the byte is DEL or a control; what it borrows
    // from the next byte changes nothing then.
    return ((word | (word + each) | (word - each * ' ')) & high_bits) == 0;
  };
  constexpr std::size_t size = sizeof(std::uint64_t);
  if (text.size() < size) {
    return std::ranges::all_of(text, [](char c) { return is_plain_ascii(c); });
  }
  for (std::size_t i = 0; i + size < text.size(); i += size)
    if (!is_plain(text.data() + i)) return false;
  return is_plain(text.data() + text.size() - size);
}

}  // namespace care
