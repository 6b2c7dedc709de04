#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <care/cli.hpp>

namespace care {

/// The first word of a command line that asks for completions; not a command for people.
inline constexpr std::string_view complete_word = "__complete";

/// Prints `words`, `files` or `directories`, then a line `CANDIDATE<TAB>MEANING` for each word that
/// would fit. Candidates that a terminal would not show as they are, are left out. A book that
/// cannot be read offers nothing, and says nothing.
[[nodiscard]] ExitCode run_complete(const std::vector<std::string>& words, World& world);

}  // namespace care
