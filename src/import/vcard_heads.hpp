#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "import/vcard.hpp"

namespace care {

/// Where the value of a property begins; nothing where the line is not one: `X-A;TYPE="a:b":value`.
[[nodiscard]] std::optional<std::size_t> value_of(std::string_view line);
/// `TEL;`, whose parameters stand on the next line.
[[nodiscard]] bool is_head(std::string_view line);
/// All before the value.
void read_head(CardProperty& property, std::string_view head, CardBytes& bytes);

}  // namespace care
