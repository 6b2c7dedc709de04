#pragma once

#include <span>
#include <string>
#include <string_view>

#include <care/book_format.hpp>

namespace care {

/// Appends a JSON string (RFC 8259 §7); invisible characters are written as `\u202e`, ill-formed
/// bytes as U+FFFD.
void append_json(std::string& out, std::string_view text);

/// A text as one CSV field (RFC 4180), as it is; a `'` is put before what a spreadsheet would
/// read as a formula (OWASP), also before the + of a phone number.
[[nodiscard]] std::string csv_field(std::string_view text);

/// What stands in a URI: everything but letters, digits, `-._~` and what is in `also` as `%2F`
/// (RFC 3986).
[[nodiscard]] std::string percent_encoded(std::string_view text, std::string_view also = {});

/// Neutralised text in which Markdown (CommonMark) finds nothing to format.
[[nodiscard]] std::string markdown_text(std::string_view text);

// The lines and letters that vCard (RFC 2426, RFC 6350) and iCalendar (RFC 5545) have in common.

/// A value of type TEXT: `\`, `;` and `,` are escaped, every kind of line end, also a lone CR,
/// becomes `\n`; else the text is as it is, but for controls.
[[nodiscard]] std::string text_value(std::string_view text);

/// One content line with its CRLF, folded at 75 octets, never within a UTF-8 sequence.
[[nodiscard]] std::string content_line(std::string_view name, std::string_view value);

/// One line of CSV with its line end (RFC 4180 §2). Numbers and truths stand as they are: `-1000`
/// is no formula.
[[nodiscard]] std::string csv_row(std::span<const Cell> cells);

}  // namespace care
