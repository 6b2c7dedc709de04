#pragma once

#include <string>
#include <string_view>

namespace care {

/// Appends a JSON string (RFC 8259 §7); invisible characters are written as `\u202e`, ill-formed
/// bytes as U+FFFD.
void append_json(std::string& out, std::string_view text);

/// One CSV field (RFC 4180), neutralised; a `'` is put before what a spreadsheet would read as
/// a formula (OWASP), also before the + of a phone number.
[[nodiscard]] std::string csv_field(std::string_view text);

/// Neutralised text in which Markdown (CommonMark) finds nothing to format.
[[nodiscard]] std::string markdown_text(std::string_view text);

}  // namespace care
