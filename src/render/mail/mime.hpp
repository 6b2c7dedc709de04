#pragma once

#include <string>
#include <string_view>

#include <care/render_formats.hpp>

namespace care {

/// The value of an unstructured header field `name` (RFC 5322 §2.2.1), neutralised: words as they
/// are and folded at blanks, or encoded-words (RFC 2047) where they are not plain ASCII.
[[nodiscard]] std::string header_text(std::string_view name, std::string_view text);

/// `"Dana Whitlock" <dana@example.com>`; the name as encoded-words where it is not plain ASCII.
[[nodiscard]] std::string header_mailbox(const Mailbox& mailbox);

/// `Mon, 23 Nov 2026 07:30:00 +0900`, with -0000 where no zone is known (RFC 5322 §3.3).
[[nodiscard]] std::string header_date(Moment now, std::optional<std::chrono::minutes> zone);

/// Quoted-printable (RFC 2045 §6.7) with LF line ends, no line over 76 columns. `From ` and a lone
/// `.` never begin a line: some programs on the way would change them.
[[nodiscard]] std::string quoted_printable(std::string_view text);

}  // namespace care
