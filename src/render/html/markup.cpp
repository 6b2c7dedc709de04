#include "render/html/markup.hpp"
#include <care/render_formats.hpp>
#include <care/text.hpp>
#include <care/text_ascii.hpp>
#include <care/text_units.hpp>
#include "render/escape.hpp"
#include "render/html/style_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

/// The digits of a text that has only digits and what people write between them; empty otherwise.
std::string digits_of(std::string_view text) {
  constexpr std::string_view between = " -.()";
  std::string digits;
  for (const char c : text) {
    if (is_digit(c)) {
      digits += c;
    } else if (between.find(c) == std::string_view::npos) {
      return {};
    }
  }
  return digits;
}

/// `tel:+16025550101;ext=12`; empty where the text is not a number that a phone could call.
std::string tel_uri(std::string_view phone) {
  constexpr std::size_t fewest = 3;
  constexpr std::size_t most = 15;  // ITU-T E.164
  std::string extension;
  for (const std::string_view word : {"ext.", "ext", "x"}) {
    const auto at = phone.find(word);
    if (at == std::string_view::npos) continue;
    extension = digits_of(phone.substr(at + word.size()));
    if (extension.empty()) return {};
    phone = phone.substr(0, at);
    break;
  }
  const bool is_global = phone.starts_with('+');
  if (is_global) phone.remove_prefix(1);
  std::string digits = digits_of(phone);
  // +49 (0)30 …: the zero in brackets is not dialled from abroad.
  if (const auto zero = phone.find("(0)"); is_global && zero != std::string_view::npos) {
    digits = digits_of(fmt::format("{}{}", phone.substr(0, zero), phone.substr(zero + 3)));
  }
  if (digits.size() < fewest || digits.size() > most) return {};
  return fmt::format("tel:{}{}{}{}", is_global ? "+" : "", digits,
                     extension.empty() ? "" : ";ext=", extension);
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : neutralised_lines(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string html_words(std::string_view text) { return html_text(with_whole_units(text)); }

std::string page_start(std::string_view title, std::string_view style) {
  return fmt::format(
      "{}"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'; img-src data:\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"icon\" href=\"data:,\">\n"
      "<title>{}</title>\n<style>\n{}{}{}</style>\n</head>\n",
      document_start, title, page_colours, page_style, style);
}

std::string html_code(std::string_view text) {
  std::string out;
  bool is_code = false;
  for (const char c : html_text(text)) {
    if (c != '`') {
      out += c;
      continue;
    }
    out += is_code ? "</code>" : "<code>";
    is_code = !is_code;
  }
  return out;
}

std::string html_span(std::string_view text, bool quoted) {
  const std::string_view quote = quoted ? "&quot;" : "";
  return fmt::format(R"(<span dir="auto">{0}{1}{0}</span>)", quote, html_text(text));
}

std::string html_remark(std::string_view text, bool quoted) {
  return quoted ? html_span(text, true) : html_span(with_whole_units(text));
}

std::string_view class_of(Ink ink) {
  switch (ink) {
    case Ink::alarm: return " alarm";
    case Ink::late: return " late";
    case Ink::good: return " good";
    default: return "";
  }
}

std::string html_link(std::string_view uri, std::string_view text, std::string_view style) {
  return fmt::format(R"(<a href="{}"{}{}>{}</a>)", html_text(uri), style.empty() ? "" : " ", style,
                     html_text(text));
}

std::string phone_link(std::string_view phone, std::string_view style) {
  const std::string uri = tel_uri(phone);
  return uri.empty() ? html_text(phone) : html_link(uri, phone, style);
}

std::string mail_link(std::string_view address, std::string_view style) {
  const auto mailbox = parse_mailbox(address);
  if (!mailbox || address.find('<') != std::string_view::npos) return html_text(address);
  return html_link("mailto:" + percent_encoded(mailbox->address, "@"), address, style);
}

}  // namespace care
