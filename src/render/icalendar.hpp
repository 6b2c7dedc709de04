#pragma once

#include <string>
#include <string_view>

#include <care/calendar.hpp>

namespace care {

// The letters and lines of iCalendar (RFC 5545).

/// A value of type TEXT (3.3.11): `\`, `;` and `,` are escaped, every kind of line end, also a lone
/// CR, becomes `\n`; what nobody could see is made visible.
[[nodiscard]] std::string ics_text(std::string_view text);

/// One content line with its CRLF, folded at 75 octets, never within a UTF-8 sequence (3.1).
[[nodiscard]] std::string ics_line(std::string_view name, std::string_view value);

/// `20261122`, a value of type DATE; `20261122T083000`, a local DATE-TIME of no zone.
[[nodiscard]] std::string ics_date(Date day);
[[nodiscard]] std::string ics_moment(Moment moment);

/// Components as a whole calendar; `name`, where it is not empty, is what programs call it. It has
/// no METHOD: servers refuse objects that have one (RFC 4791, 4.1).
[[nodiscard]] std::string ics_calendar(std::string_view name, std::string_view components);

}  // namespace care
