#include "render/html/review.hpp"
#include <care/render_formats.hpp>
#include <care/text.hpp>
#include "render/html/markup.hpp"
#include "render/html/style_sheet.hpp"
#include "render/mail/message.hpp"
#include "render/words/people.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace care {
namespace {

/// What a mail needs is said with plain values: many mail programs know no variables.
constexpr std::string_view mail_style = R"css(h1 { margin: 0; font-size: 21px; line-height: 28px; }
h2 { margin: 26px 0 0; padding: 0 0 5px; font-size: 13px; letter-spacing: 1px; color: #646a73;
  border-bottom: 1px solid #e3e0d8; }
p { margin: 4px 0; } ul { margin: 6px 0; padding: 0; list-style: none; } li { padding: 3px 0; }
figure { margin: 0; }
)css";

/// It follows what the page says, so that a page made again is the same message.
std::string message_id(const Review& review, const Envelope& envelope, std::string_view text) {
  const Book& book = *review.book;
  std::uint64_t hash = checksum({});
  const auto add = [&](std::string_view part) {
    hash = checksum(std::string_view{"\0", 1}, checksum(part, hash));
  };
  add(book.name);
  if (book.name.empty()) {
    for (const std::string& file : book.files) add(file);
  }
  add(staff_id(book, review.owner));
  add(envelope.scope);
  add(envelope.subject);
  add(text);
  const std::string& address = envelope.from.address;
  return fmt::format("<care.review.{}.{:016x}@{}>", iso(review.period.to), hash,
                     address.substr(address.rfind('@') + 1));
}

/// `Care, October 2026: 61 customers, 412 contacts`.
std::string subject_words(const ReviewWords& words) {
  return fmt::format("Care, {}: {}", words.title, words.counts);
}

}  // namespace

std::string review_text(const ReviewPage& page, const Style& style);

std::string review_mail(const ReviewPage& page, const Envelope& envelope, const Style& style) {
  const Review& review = page.review;
  const ReviewWords words = words_of(page);
  std::string text = review_text(page, style_of_mail(style));
  std::string id = message_id(review, envelope, text);
  return message_of(
      envelope,
      {.subject = subject_words(words),
       .date = review.now,
       .id = std::move(id),
       .text = std::move(text),
       .html = mail_start(html_text(words.title),
                          fmt::format("{}{}{}", page_colours, style_of_review(), mail_style)) +
               review_body(review, words) + mail_end()});
}

}  // namespace care
