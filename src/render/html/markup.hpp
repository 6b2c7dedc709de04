#pragma once

#include <string>
#include <string_view>

namespace care {

/// Neutralised text in which HTML finds no markup, also within a quoted attribute.
[[nodiscard]] std::string html_text(std::string_view text);

/// A phone number, as a link to call it (RFC 3966) where it is one: digits, perhaps with a plus
/// before and an extension (`ext 12`, `x12`) behind them. Text alone for anything else. `style`
/// is what stands in the tag besides.
[[nodiscard]] std::string phone_link(std::string_view phone, std::string_view style = {});

/// A mail address, as a link to write to it (RFC 6068) where it is one, or else text alone.
[[nodiscard]] std::string mail_link(std::string_view address, std::string_view style = {});

}  // namespace care
