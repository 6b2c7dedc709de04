#pragma once

#include <cstdint>
#include <string_view>

namespace care {

inline constexpr std::uint64_t fingerprint_of_nothing = 0xcbf29ce484222325;

/// FNV-1a, 64 bits: the same on every machine. `before` is the fingerprint of what stands before;
/// whoever joins texts puts something between them that keeps `ab, c` and `a, bc` apart.
[[nodiscard]] std::uint64_t fingerprint(std::string_view text,
                                        std::uint64_t before = fingerprint_of_nothing);

}  // namespace care
