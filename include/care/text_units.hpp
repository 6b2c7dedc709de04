#pragma once

#include <string>
#include <string_view>

namespace care {

/// The text with no-break spaces where `wrapped` never ends a line: within dates, and between a
/// number and its unit. For pages that are wrapped by whoever shows them.
[[nodiscard]] std::string with_whole_units(std::string_view text);

}  // namespace care
