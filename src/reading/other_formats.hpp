#pragma once

#include <string_view>

namespace care::reading {

/// What a text is that somebody took for a book: `YAML`, `JSON`, `CSV` ... Empty where it may be
/// one; a text with a table of several, `[[...]]`, always may.
[[nodiscard]] std::string_view other_format(std::string_view text);

/// Text of two bytes a character, as some editors save it.
[[nodiscard]] bool is_utf16(std::string_view text);

}  // namespace care::reading
