#include <care/render_message.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <cstdint>

#include "render/formats.hpp"
#include "render/mime.hpp"
#include "render/wording.hpp"

namespace care {
namespace {

/// Never within quoted-printable text, where each `=` is followed by two digits or a line end.
constexpr std::string_view boundary = "=_care_page";

/// FNV-1a over several texts: the same on every machine.
class Fingerprint {
 public:
  void add(std::string_view text) {
    for (const char c : text) mix(static_cast<unsigned char>(c));
    mix(0);
  }
  [[nodiscard]] std::string hex() const { return fmt::format("{:016x}", value_); }

 private:
  void mix(std::uint64_t byte) { value_ = (value_ ^ byte) * 0x100000001b3U; }

  std::uint64_t value_ = 0xcbf29ce484222325U;
};

std::string message_id(const Agenda& agenda, const Envelope& envelope) {
  const Book& book = *agenda.book;
  Fingerprint fingerprint;
  fingerprint.add(book.name);
  if (book.name.empty()) {
    for (const std::string& file : book.files) fingerprint.add(file);
  }
  fingerprint.add(agenda.owner ? book.staff[*agenda.owner].id : Text{});
  fingerprint.add(agenda.range ? iso(agenda.from) + iso(agenda.to) : "");
  fingerprint.add(envelope.scope);
  const std::string& address = envelope.from.address;
  return fmt::format("<care.{}.{}@{}>", iso(day_of(agenda.now)), fingerprint.hex(),
                     address.substr(address.rfind('@') + 1));
}

/// `Mon, 23 Nov 2026 07:30:00 -0000` (RFC 5322 §3.3).
std::string date_words(Moment now) {
  const Date day = day_of(now);
  const std::string words = short_day(day, day);
  return fmt::format("{}, {} {:04} {}:00 -0000", words.substr(0, 3), words.substr(4),
                     static_cast<int>(civil(day).year()), clock(now));
}

/// `Care, Mon 23 Nov: 2 emergencies, 1 late request, 8 more`.
std::string subject_words(const Agenda& agenda) {
  const Date today = day_of(agenda.now);
  return fmt::format("Care, {}: {}", agenda.range ? span_words(agenda) : short_day(today, today),
                     anything_due(agenda) ? summary(agenda) : "nothing due");
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
  append_part(out, "text/plain", render_text(page, plain));
  append_part(out, "text/html", render_html_mail(page, plain));
  return out + fmt::format("\n--{}--\n", boundary);
}

}  // namespace care
