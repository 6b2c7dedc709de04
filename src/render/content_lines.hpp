#pragma once

#include <string>
#include <string_view>

namespace care {

// The lines and letters that vCard (RFC 2426, RFC 6350) and iCalendar (RFC 5545) have in common.

/// A value of type TEXT: `\`, `;` and `,` are escaped, every kind of line end, also a lone CR,
/// becomes `\n`; invisible characters are made visible.
[[nodiscard]] std::string text_value(std::string_view text);

/// One content line with its CRLF, folded at 75 octets, never within a UTF-8 sequence.
[[nodiscard]] std::string content_line(std::string_view name, std::string_view value);

}  // namespace care
