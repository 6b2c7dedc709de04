#include <care/render_messages.hpp>
#include <care/text.hpp>
#include "render/escape.hpp"
#include "render/json.hpp"
#include "render/mail/message.hpp"
#include "render/mail/mime.hpp"

#include <fmt/format.h>

namespace care {
namespace {

/// With CR LF for line ends, as RFC 6068 has them.
std::string with_line_ends(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? std::string{"\r\n"} : std::string(1, c);
  return out;
}

/// It follows what the letter says: made again on the same day it is the same message.
std::string letter_id(const Letter& letter, const LetterFor& writing, const Mailbox& from) {
  return message_id(iso(writing.entry->day), from,
                    {std::string{writing.book->name},
                     std::string{writing.book->customers[*writing.entry->customer].id},
                     letter.to.address, letter.subject, letter.text});
}

std::string kinds_of(const Message& message) {
  std::string kinds;
  for (const Text purpose : message.purposes) {
    kinds += fmt::format("{}{}", kinds.empty() ? "" : " ", purpose);
  }
  return kinds;
}

}  // namespace

std::string letter_text(const Letter& letter) {
  std::string out;
  if (!letter.subject.empty()) out = fmt::format("Subject: {}\n\n", neutralised(letter.subject));
  out += neutralised_lines(letter.text);
  return out.ends_with('\n') ? out : out + "\n";
}

std::string letter_mail(const Letter& letter, const LetterFor& writing, const Mailbox& from,
                        std::optional<std::chrono::minutes> zone) {
  std::string out =
      fmt::format("From: {}\nTo: {}\n", header_mailbox(from), header_mailbox(letter.to));
  if (!letter.subject.empty()) {
    out += fmt::format("Subject: {}\n", header_text("Subject", letter.subject));
  }
  out += fmt::format(
      "Date: {}\nMessage-ID: {}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
      "Content-Transfer-Encoding: quoted-printable\n\n{}",
      header_date(writing.entry->now, zone), letter_id(letter, writing, from),
      quoted_printable(letter.text));
  return out.ends_with('\n') ? out : out + "\n";
}

std::string letter_json(const Letter& letter, const LetterFor& writing) {
  std::string out;
  {
    JsonObject object{out};
    object.number("schema", 1);
    object.text("id", writing.book->customers[*writing.entry->customer].id);
    object.text("message", letter.message->name);
    object.text("for", kinds_of(*letter.message));
    if (writing.item != nullptr) object.text("kind", word(writing.item->kind));
    object.text("to", letter.to.address);
    object.text("subject", letter.subject);
    object.text("text", letter.text);
    object.text("log", logging_line(writing));
  }
  return out + '\n';
}

std::string mailto_link(const Letter& letter) {
  constexpr std::size_t longest = 1900;
  std::string link = "mailto:" + percent_encoded(letter.to.address, "@");
  std::string_view before = "?";
  if (!letter.subject.empty()) {
    link += fmt::format("{}subject={}", before, percent_encoded(letter.subject));
    before = "&";
  }
  const std::string whole =
      fmt::format("{}{}body={}", link, before, percent_encoded(with_line_ends(letter.text)));
  return whole.size() <= longest ? whole : link;
}

}  // namespace care
