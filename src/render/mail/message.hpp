#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <care/render_formats.hpp>

namespace care {

/// What a message says, whatever its page is of.
struct Mail {
  std::string subject;  ///< where the envelope has none
  Moment date;
  std::string id;
  std::string text, html;
};
/// `<care.2026-11-23.1f…@example.com>`, of what is said: the same mail has the same each time it is
/// made. `of` is how it begins.
[[nodiscard]] std::string message_id(std::string_view of, const Mailbox& from,
                                     const std::vector<std::string>& said);
/// What sets a book apart from others: its name, else its files.
[[nodiscard]] std::vector<std::string> names_of(const Book& book);
/// A message with its page as text and as HTML (RFC 5322, RFC 2045 to 2049); lines end with LF.
[[nodiscard]] std::string message_of(const Envelope& envelope, const Mail& mail);

/// How its text looks.
[[nodiscard]] Style style_of_mail(Style style);

/// What an HTML part for mail programs begins with, up to the page's first tag, and ends with. The
/// title is HTML; `style` goes into its one style sheet, on which nothing may depend.
[[nodiscard]] std::string mail_start(std::string_view title, std::string_view style = {});
[[nodiscard]] std::string mail_end();

}  // namespace care
