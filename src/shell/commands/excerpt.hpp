#pragma once

#include <care/reading.hpp>

#include "shell/command_line/options.hpp"

namespace care {

/// As much of a book as it takes to offer its customers whose id begins with `prefix`, its staff,
/// tags or tiers: a Tab key must not wait for a large book to be read. All of it where more is
/// wanted, or where the text holds what a look at its headers cannot be sure of.
[[nodiscard]] std::vector<Source> excerpt(std::vector<Source> sources, Wanted wanted,
                                          std::string_view prefix);

}  // namespace care
