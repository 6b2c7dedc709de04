#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace care {

/// How many lines of a text have ended. Many bytes at once, since a book is read for it whenever
/// something is added.
[[nodiscard]] inline std::size_t line_feeds_in(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  constexpr std::uint64_t lower_bits = 0x7f * ones;
  constexpr std::uint64_t every_other = 0x00ff00ff00ff00ff;
  constexpr std::size_t words = 4;
  constexpr std::size_t most_in_byte = 255;
  // In each byte 1 where it is one.
  const auto ones_of = [](const char* at) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    bytes ^= ones * '\n';
    return ~(((bytes & lower_bits) + lower_bits) | bytes | lower_bits) >> 7;
  };
  std::size_t count = 0;
  while (text.size() >= words * sizeof ones) {
    const std::size_t steps = std::min(most_in_byte / words, text.size() / (words * sizeof ones));
    std::uint64_t counts = 0;
    for (const char* at = text.data(); at != text.data() + steps * words * sizeof ones;
         at += words * sizeof ones)
      counts += ones_of(at) + ones_of(at + 8) + ones_of(at + 16) + ones_of(at + 24);
    text.remove_prefix(steps * words * sizeof ones);
    counts = (counts & every_other) + ((counts >> 8) & every_other);
    count += static_cast<std::size_t>((counts * 0x0001000100010001) >> 48);
  }
  for (const char c : text) count += c == '\n' ? 1U : 0U;
  return count;
}

}  // namespace care
