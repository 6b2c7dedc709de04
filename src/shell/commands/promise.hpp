#pragma once

#include <string_view>

#include "shell/commands/record_context.hpp"

namespace care {

/// A promise to be kept by the day that was typed. Throws UsageError.
[[nodiscard]] Promise promised(const RecordContext& context, std::string_view what,
                               std::string_view due);

}  // namespace care
