#pragma once

#include <care/cli.hpp>

#include <functional>
#include <memory>
#include <span>

#include "shell/command_line/options.hpp"
#include "shell/command_line/usage.hpp"

namespace care {

struct Session;

/// A command with its options at their defaults: parsing fills them, `run` carries it out.
struct Command {
  Options options;
  std::function<ExitCode(const Session&)> run;  ///< keeps what the options fill
  bool only_prints = false;                     ///< then a pager may show it
};

/// A command as the table has it.
struct CommandRow {
  std::string_view name;
  Command (*make)(std::string_view name);
};

/// A command from a struct whose members are its options, with `void declare(Options&)` and
/// `ExitCode run(const Session&) const`. One that only prints says so: `only_prints = true`.
template <class Declared>
constexpr CommandRow row(std::string_view name) {
  return {name, [](std::string_view command_name) {
            const auto declared = std::make_shared<Declared>();
            Command command;
            command.options.name = command_name;
            declared->declare(command.options);
            if constexpr (requires { Declared::only_prints; }) command.only_prints = true;
            command.run = [declared](const Session& session) { return declared->run(session); };
            return command;
          }};
}

/// The table of commands, in the order of the help (commands/table.cpp).
[[nodiscard]] std::span<const CommandRow> command_table();

/// Nothing where there is no such command.
[[nodiscard]] const CommandRow* find_command(std::string_view name);

/// The options of every command. Days are texts as they were typed: what `fri` is depends on the
/// day.
struct GlobalOptions {
  std::string book, today, now, color = "auto";
  bool no_pager = false, version = false, help = false;

  void declare(Options& options);
  /// Throws UsageError.
  void check() const;
};

/// All that can be typed, for help, manual and completion.
struct CommandLineHelp {
  Options global;  ///< with every command
  std::vector<Options> commands;

  [[nodiscard]] const Options* find(std::string_view name) const;
};
[[nodiscard]] CommandLineHelp command_line_help();

}  // namespace care
