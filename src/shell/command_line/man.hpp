#pragma once

#include <string>

#include "shell/command_line/command.hpp"

namespace care {

/// The manual page care(1) in the macros of mdoc(7), which man of all systems reads.
[[nodiscard]] std::string manual(const CommandLineHelp& help);

}  // namespace care
