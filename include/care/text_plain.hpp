#pragma once

#include <cstdint>

namespace care {

/// Whether a code point is a sign of ASCII, a blank or a Latin letter: one that is seen, takes one
/// column and joins with none of its kind. Most are, and tables of Unicode take time to come.
constexpr bool is_plain_point(std::int32_t value) {
  constexpr std::int32_t times = 0xd7;
  constexpr std::int32_t divided = 0xf7;
  return (value >= ' ' && value <= '~') || (value >= 0x1e00 && value <= 0x1eff) ||
         (value >= 0xc0 && value <= 0x2af && value != times && value != divided);
}

}  // namespace care
