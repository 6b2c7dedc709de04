#pragma once

#include <cstdint>
#include <string_view>

namespace care {

/// FNV-1a: a short sum over bytes, the same on every machine, of 32 or 64 bits. A sum goes on from
/// that of what came before: `checksum("b", checksum("a"))` is `checksum("ab")`.
template <class Sum = std::uint64_t>
[[nodiscard]] constexpr Sum checksum(std::string_view text,
                                     Sum sum = static_cast<Sum>(sizeof(Sum) == 8
                                                                    ? 0xcbf29ce484222325U
                                                                    : 2166136261U)) {
  constexpr auto prime = static_cast<Sum>(sizeof(Sum) == 8 ? 0x100000001b3U : 16777619U);
  for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c)) * prime;
  return sum;
}

}  // namespace care
