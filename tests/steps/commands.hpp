#pragma once

#include <span>
#include <string_view>

namespace care::test {

/// A command that is counted, as it is typed behind `care`.
struct Line {
  std::string_view words;
  std::string_view before = "";  ///< a command that is to run first, uncounted
  bool writes = false;           ///< it changes the book
};

[[nodiscard]] std::span<const Line> lines();

}  // namespace care::test
