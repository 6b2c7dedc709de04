#include "render/html/review.hpp"
#include <care/render_formats.hpp>
#include <care/text.hpp>
#include "render/html/markup.hpp"
#include "render/html/style_sheet.hpp"
#include "render/mail/message.hpp"
#include "render/words/people.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace care {
namespace {

/// What a mail needs is said with plain values: many mail programs know no variables.
constexpr std::string_view mail_style = R"css(h1 { margin: 0; font-size: 21px; line-height: 28px; }
h2 { margin: 26px 0 0; padding: 0 0 5px; font-size: 13px; letter-spacing: 1px; color: #646a73;
  border-bottom: 1px solid #e3e0d8; }
p { margin: 4px 0; } ul { margin: 6px 0; padding: 0; list-style: none; } li { padding: 3px 0; }
figure { margin: 0; }
h2 { color: var(--soft); border-color: var(--line); }
svg text { fill: var(--soft); } svg .t { stroke: var(--line); }
)css";

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
  std::vector<std::string> said = names_of(*review.book);
  said.insert(said.end(), {std::string{staff_id(*review.book, review.owner)}, envelope.scope,
                           envelope.subject, text});
  std::string id = message_id("review." + iso(review.period.to), envelope.from, said);
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
