#pragma once

#include <cstddef>

#include "shell/command_line/command.hpp"

namespace care {

inline constexpr std::size_t help_width = 80;

/// A name on the left and what it means on the right.
struct HelpLine {
  std::string name, text;
};
[[nodiscard]] std::string help_lines(const std::vector<HelpLine>& lines);

/// `care log WHO [TEXT...] [OPTIONS]`
[[nodiscard]] std::string usage_of(const Options& command);

/// `-o, --output FILE`
[[nodiscard]] std::string head_of(const Option& option);

/// What `--help` prints of the command, or of all where there is none of this name: 80 columns
/// wide.
[[nodiscard]] std::string help_page(const CommandLineHelp& help, std::string_view name);

}  // namespace care
