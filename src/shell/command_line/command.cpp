#include "shell/command_line/command.hpp"

#include <algorithm>

#include "shell/command_line/global_options.hpp"

namespace care {

const CommandRow* find_command(std::string_view name) {
  const auto rows = command_table();
  const auto found = std::ranges::find(rows, name, &CommandRow::name);
  return found == rows.end() ? nullptr : &*found;
}

const Options* CommandLineHelp::find(std::string_view name) const {
  const auto found = std::ranges::find(commands, name, &Options::name);
  return found == commands.end() ? nullptr : &*found;
}

CommandLineHelp command_line_help() {
  CommandLineHelp help;
  GlobalOptions global;
  global.declare(help.global);
  for (const CommandRow& row : command_table()) {
    help.commands.push_back(row.make(row.name).options);
  }
  return help;
}

}  // namespace care
