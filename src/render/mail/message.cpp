#include <care/render_formats.hpp>
#include <care/render_message.hpp>
#include <care/text.hpp>
#include <care/text_checksum.hpp>

#include <fmt/format.h>

#include <cstdint>

#include "render/mail/html_part.hpp"
#include "render/mail/mime.hpp"
#include "render/words/days.hpp"
#include "render/words/page.hpp"

namespace care {
namespace {

/// Never within quoted-printable text, where each `=` is followed by two digits or a line end.
constexpr std::string_view boundary = "=_care_page";

std::string message_id(const Agenda& agenda, const Envelope& envelope) {
  const Book& book = *agenda.book;
  std::uint64_t hash = checksum({});
  const auto add = [&](std::string_view text) {
    hash = checksum(std::string_view{"\0", 1}, checksum(text, hash));
  };
  add(book.name);
  if (book.name.empty()) {
    for (const std::string& file : book.files) add(file);
  }
  add(staff_id(book, agenda.owner));
  add(agenda.range ? iso(agenda.from) + iso(agenda.to) : "");
  add(envelope.scope);
  const std::string& address = envelope.from.address;
  return fmt::format("<care.{}.{:016x}@{}>", iso(day_of(agenda.now)), hash,
                     address.substr(address.rfind('@') + 1));
}

/// `Mon, 23 Nov 2026 07:30:00 -0000` (RFC 5322 §3.3).
std::string date_words(Moment now) {
  const Date day = day_of(now);
  return fmt::format("{}, {} {:04} {}:00 -0000", weekday_words(day), past_day(day, day),
                     static_cast<int>(civil(day).year()), clock(now));
}

/// `Care, Mon 23 Nov: 2 emergencies, 1 late request, 8 more`.
std::string subject_words(const Agenda& agenda) {
  const Date today = day_of(agenda.now);
  return fmt::format("Care, {}: {}",
                     agenda.range ? days_words(agenda.from, agenda.to) : short_day(today, today),
                     anything_due(agenda) ? summary_words(agenda) : "nothing due");
}

void append_part(std::string& out, std::string_view type, std::string_view text) {
  out += fmt::format(
      "\n--{}\nContent-Type: {}; charset=utf-8\n"
      "Content-Transfer-Encoding: quoted-printable\n\n{}",
      boundary, type, quoted_printable(text));
}

}  // namespace

std::string render_message(const AgendaPage& page, const Envelope& envelope, const Style& style) {
  constexpr std::size_t text_width = 76;  // so that its lines stay whole (RFC 2045 §6.7)
  Style plain = style;
  plain.color = false;
  plain.width = text_width;
  const std::string subject =
      envelope.subject.empty() ? subject_words(page.agenda) : envelope.subject;
  std::string to;
  for (const Mailbox& mailbox : envelope.to) {
    to += fmt::format("{}{}", to.empty() ? "" : ",\n ", header_mailbox(mailbox));
  }
  std::string out = fmt::format(
      "From: {}\nTo: {}\nSubject: {}\nDate: {}\nMessage-ID: {}\n"
      "Auto-Submitted: auto-generated\nMIME-Version: 1.0\n"
      "Content-Type: multipart/alternative; boundary=\"{}\"\n",
      header_mailbox(envelope.from), to, header_text("Subject", subject),
      date_words(page.agenda.now), message_id(page.agenda, envelope), boundary);
  append_part(out, "text/plain", find_format("text")->page(page, plain));
  append_part(out, "text/html", html_part(page, plain));
  return out + fmt::format("\n--{}--\n", boundary);
}

}  // namespace care
