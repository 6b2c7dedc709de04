#pragma once

#include <string_view>

namespace care::test {

/// Ends the program unless every tag is one that care writes, with attributes that do nothing, is
/// closed where it must be, and no text holds `<` or a `&` that is not an entity: what stands in a
/// book never becomes markup.
void demand_html(std::string_view text);

/// Ends the program unless `text` is a message of RFC 5322 in ASCII with two parts, a text and an
/// HTML page, in quoted-printable; both are checked, too.
void demand_mail(std::string_view text);

/// Ends the program unless `text` is a message of RFC 5322 to a customer: a text in
/// quoted-printable.
void demand_letter(std::string_view text);

}  // namespace care::test
