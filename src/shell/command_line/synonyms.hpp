#pragma once

#include <string_view>

namespace care {

// What people type who have not read the manual, and what says it here. Empty where that is not
// known.

/// For a command that there is not: `called` gives `care log WHO --call`.
[[nodiscard]] std::string_view command_for(std::string_view word);

/// For an option that there is not: `--date` gives `--on WHEN`.
[[nodiscard]] std::string_view option_for(std::string_view word);

/// For a mood that there is not: `angry` gives `strained`.
[[nodiscard]] std::string_view mood_for(std::string_view word);

}  // namespace care
