#pragma once

#include <string>

namespace care {

/// The sections of care(1) on what `--format` and `export` write, for those who read it by program.
[[nodiscard]] std::string format_sections();

}  // namespace care
