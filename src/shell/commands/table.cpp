#include "shell/command_line/command.hpp"

#include <algorithm>
#include <array>

#include "shell/command_line/global_options.hpp"

namespace care {

// Each stands in the file of its name.
CommandRow today_command(), week_command(), agenda_command(), show_command(), list_command(),
    why_command(), log_command(), request_command(), done_command(), offer_command(),
    promise_command(), purchase_command(), ready_command(), snooze_command(), add_command(),
    undo_command(), edit_command(), export_command(), check_command(), init_command(),
    completion_command(), man_command();

std::span<const CommandRow> command_table() {
  static const std::array table{
      today_command(),      week_command(),   agenda_command(),  show_command(),
      list_command(),       why_command(),    log_command(),     request_command(),
      done_command(),       offer_command(),  promise_command(), purchase_command(),
      ready_command(),      snooze_command(), add_command(),     undo_command(),
      edit_command(),       export_command(), check_command(),   init_command(),
      completion_command(), man_command()};
  return table;
}

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
