#include "render/mail/message.hpp"
#include <care/render_formats.hpp>
#include <care/text.hpp>
#include <care/text_ascii.hpp>
#include "render/mail/mime.hpp"
#include "render/words/page.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace care {

/// The page as HTML for mail programs, which drop style sheets and pictures.
std::string html_part(const AgendaPage& page, const Style& style);

namespace {

/// Non-empty parts of the given characters with dots between them (RFC 5322 §3.2.3).
bool is_dotted(std::string_view text, std::string_view also) {
  if (text.empty() || text.starts_with('.') || text.ends_with('.')) return false;
  if (text.find("..") != std::string_view::npos) return false;
  return std::ranges::all_of(text, [&](char c) {
    return is_letter_or_digit(c) || c == '.' || also.find(c) != std::string_view::npos;
  });
}

/// An address with the lengths that mail servers take (RFC 5321 §4.5.3.1), its domain in ASCII.
std::optional<std::string> ascii_address(std::string_view text) {
  constexpr std::size_t longest_local = 64;
  constexpr std::size_t longest_domain = 255;
  const auto at = text.rfind('@');
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view local = text.substr(0, at);
  const auto domain = ascii_domain(text.substr(at + 1));
  const bool sound = domain && local.size() <= longest_local && domain->size() <= longest_domain &&
                     is_dotted(local, "!#$%&'*+-/=?^_`{|}~") && is_dotted(*domain, "-");
  if (!sound) return std::nullopt;
  return fmt::format("{}@{}", local, *domain);
}

/// Never within quoted-printable text, where each `=` is followed by two digits or a line end.
constexpr std::string_view boundary = "=_care_page";

/// What makes a page the same message: what it says, but for the minute and how long is left until
/// then; with a new emergency it is another.
std::vector<std::string> said_by(const AgendaPage& page, const Envelope& envelope,
                                 const Style& style) {
  const Agenda& agenda = page.agenda;
  const Book& book = *agenda.book;
  std::vector<std::string> said = names_of(book);
  said.insert(said.end(), {std::string{staff_id(book, agenda.owner)},
                           agenda.range ? iso(agenda.from) + iso(agenda.to) : "", envelope.scope,
                           envelope.subject, style.brief ? "brief" : "",
                           find_format("jsonl")->page(page, style), hidden_words(agenda)});
  for (const Problem& problem : page.problems) said.push_back(problem_line(book, problem));
  return said;
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

std::optional<Mailbox> parse_mailbox(std::string_view text) {
  text = trimmed(text, " ");
  if (auto address = ascii_address(text)) return Mailbox{{}, std::move(*address)};
  const auto open = text.rfind('<');
  if (open == std::string_view::npos || !text.ends_with('>')) return std::nullopt;
  const std::string_view address = text.substr(open + 1, text.size() - open - 2);
  std::string_view name = trimmed(text.substr(0, open), " ");
  if (name.size() > 1 && name.starts_with('"') && name.ends_with('"')) {
    name = name.substr(1, name.size() - 2);
  }
  // A name with a control in it was not typed by anybody.
  auto ascii = ascii_address(address);
  if (!ascii || neutralised(name) != name) return std::nullopt;
  return Mailbox{std::string{name}, std::move(*ascii)};
}

bool is_local_part_foreign(std::string_view text) {
  const auto open = text.rfind('<');
  if (open != std::string_view::npos) text.remove_prefix(open + 1);
  return std::ranges::any_of(text.substr(0, text.rfind('@')),
                             [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

Style style_of_mail(Style style) {
  constexpr std::size_t text_width = 76;  // so that its lines stay whole (RFC 2045 §6.7)
  style.color = false;
  style.width = text_width;
  return style;
}

std::string message_id(std::string_view of, const Mailbox& from,
                       const std::vector<std::string>& said) {
  std::uint64_t hash = checksum({});
  for (const std::string& text : said) {
    hash = checksum(std::string_view{"\0", 1}, checksum(text, hash));
  }
  return fmt::format("<care.{}.{:016x}@{}>", of, hash,
                     from.address.substr(from.address.rfind('@') + 1));
}

std::vector<std::string> names_of(const Book& book) {
  std::vector<std::string> names{std::string{book.name}};
  if (book.name.empty()) names.insert(names.end(), book.files.begin(), book.files.end());
  return names;
}

std::string message_of(const Envelope& envelope, const Mail& mail) {
  std::string to;
  for (const Mailbox& mailbox : envelope.to) {
    to += fmt::format("{}{}", to.empty() ? "" : ",\n ", header_mailbox(mailbox));
  }
  std::string out = fmt::format(
      "From: {}\nTo: {}\nSubject: {}\nDate: {}\nMessage-ID: {}\n"
      "Auto-Submitted: auto-generated\nMIME-Version: 1.0\n"
      "Content-Type: multipart/alternative; boundary=\"{}\"\n",
      header_mailbox(envelope.from), to,
      header_text("Subject", envelope.subject.empty() ? mail.subject : envelope.subject),
      header_date(mail.date, envelope.zone), mail.id, boundary);
  append_part(out, "text/plain", mail.text);
  append_part(out, "text/html", mail.html);
  return out + fmt::format("\n--{}--\n", boundary);
}

std::string render_message(const AgendaPage& page, const Envelope& envelope, const Style& style) {
  const Style plain = style_of_mail(style);
  return message_of(envelope, {.subject = subject_words(page.agenda),
                               .date = page.agenda.now,
                               .id = message_id(iso(day_of(page.agenda.now)), envelope.from,
                                                said_by(page, envelope, plain)),
                               .text = find_format("text")->page(page, plain),
                               .html = html_part(page, plain)});
}

}  // namespace care
