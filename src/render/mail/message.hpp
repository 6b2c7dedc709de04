#pragma once

#include <string>

#include <care/render_formats.hpp>

namespace care {

/// What a message says, whatever its page is of.
struct Mail {
  std::string subject;  ///< where the envelope has none
  Moment date;
  std::string
      id;  ///< `<care.2026-11-23.…@example.com>`: the same page has the same each time it is made
  std::string text, html;
};
/// A message with its page as text and as HTML (RFC 5322, RFC 2045 to 2049); lines end with LF.
[[nodiscard]] std::string message_of(const Envelope& envelope, const Mail& mail);

/// How its text looks.
[[nodiscard]] Style style_of_mail(Style style);

/// What an HTML part for mail programs begins with, up to the page's first tag, and ends with. The
/// title is HTML; `style` goes into its one style sheet, on which nothing may depend.
[[nodiscard]] std::string mail_start(std::string_view title, std::string_view style = {});
[[nodiscard]] std::string mail_end();

}  // namespace care
