#pragma once

#include <cstdint>

namespace care {

/// Takes a word into a sum, so that about half of its bits change with any bit of either
/// (multiplicative hashing by the golden ratio). It finds things and notices slips; it keeps no
/// secret. Sums with it stand in books: it never changes.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t sum, std::uint64_t word) {
  constexpr std::uint64_t golden_ratio = 0x9e3779b97f4a7c15;
  constexpr unsigned fold = 29;
  sum = (sum ^ word) * golden_ratio;
  return sum ^ sum >> fold;
}

}  // namespace care
