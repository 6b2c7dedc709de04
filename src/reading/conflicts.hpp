#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace care::reading {

/// What to do about the conflict whose first marker stands on that line: where both sides only
/// append records, which is what two people do who each log a call, both are kept.
[[nodiscard]] std::string conflict_advice(std::string_view text, std::uint32_t line);

}  // namespace care::reading
