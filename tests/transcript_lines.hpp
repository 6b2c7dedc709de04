#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace care::test {

/// The lines of a text, without their ends.
[[nodiscard]] std::vector<std::string> split_lines(std::string_view text);

/// The marker that a transcript's line begins with, alone or before a blank; NUL where there is
/// none.
[[nodiscard]] char marker(std::string_view line);

}  // namespace care::test
