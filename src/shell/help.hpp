#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace care {

/// A name on the left and what it means on the right.
struct HelpLine {
  std::string name, text;
};

/// What `--help` has to say of one command, or of all.
struct Help {
  std::string usage, about;
  std::vector<HelpLine> arguments, commands, options, global_options;
};

/// The page for it, 80 columns wide, with two examples.
[[nodiscard]] std::string help_text(const Help& help, std::string_view command);

/// Two examples of a command, a line each; of `care` itself where it is empty.
[[nodiscard]] std::string_view examples_of(std::string_view command);

}  // namespace care
