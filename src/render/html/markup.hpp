#pragma once

#include <string>
#include <string_view>

namespace care {

/// Neutralised text in which HTML finds no markup, also within a quoted attribute.
[[nodiscard]] std::string html_text(std::string_view text);

/// A phone number as a link that calls it (RFC 3966): digits, perhaps with a plus before and an
/// extension (`ext 12`, `x12`) after them. Anything else is plain text. `style`
/// goes into the tag as it is.
[[nodiscard]] std::string phone_link(std::string_view phone, std::string_view style = {});

/// A mail address as a link that writes to it (RFC 6068). Anything else is plain text.
[[nodiscard]] std::string mail_link(std::string_view address, std::string_view style = {});

}  // namespace care
