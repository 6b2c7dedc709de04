#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shell/help.hpp"

namespace care {

/// How many values stand behind an option.
enum class ValueCount { none, at_most_one, one, list };

/// An option as its users see it.
struct OptionHelp {
  std::vector<std::string> names;  ///< with their dashes, in the order of the help: -o, --output
  std::string value;               ///< what the help calls it: FILE, [WHAT]; empty: takes none
  std::string text;
  ValueCount count = ValueCount::none;
};

/// A command as its users see it; `arguments` stand behind it in this order.
struct CommandHelp {
  std::string name, about;
  std::vector<HelpLine> arguments;
  std::vector<OptionHelp> options;
};

/// All that can be typed, without what is hidden.
struct CommandTree {
  std::vector<OptionHelp> options;  ///< of every command
  std::vector<CommandHelp> commands;
};

/// The tree that command lines are parsed with, so that pages and completions made from it never
/// tell anything else.
[[nodiscard]] CommandTree command_tree();

/// `care log WHO [TEXT...] [OPTIONS]`
[[nodiscard]] std::string usage_of(const CommandHelp& command);
/// What `--help` prints of the command, or of all where `name` is empty: 80 columns wide.
[[nodiscard]] std::string help_page(const CommandTree& tree, std::string_view name);
/// `-o, --output FILE`
[[nodiscard]] std::string head_of(const OptionHelp& option);

}  // namespace care
