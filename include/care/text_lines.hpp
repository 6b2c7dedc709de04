#pragma once

#include <cstddef>
#include <string_view>

namespace care {

/// How many lines of a text have ended. From one to the next by what the C library does best.
[[nodiscard]] constexpr std::size_t line_feeds_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    ++count;
  return count;
}

}  // namespace care
