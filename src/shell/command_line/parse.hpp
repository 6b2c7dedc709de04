#pragma once

#include "shell/command_line/command.hpp"

namespace care {

/// A command line whose words all have their places.
struct CommandLine {
  GlobalOptions global;
  std::string command;  ///< empty where none was typed, which runs `today`
  std::function<ExitCode(const Session&)> run;
  bool only_prints = false;
};

/// Reads the words behind `care`. Whether they make sense together is for the command to say, save
/// for what all commands have. Touches no file, environment or stream. Throws UsageError.
[[nodiscard]] CommandLine parse(const std::vector<std::string>& typed);

}  // namespace care
