#include "render/escape.hpp"
#include <care/text.hpp>
#include <care/text_ascii.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace care {
namespace {

void append_unicode_escape(std::string& out, std::int32_t value) {
  const auto sink = std::back_inserter(out);
  if (value <= 0xffff) {
    fmt::format_to(sink, "\\u{:04x}", value);
    return;
  }
  const std::int32_t rest = value - 0x10000;
  fmt::format_to(sink, "\\u{:04x}\\u{:04x}", 0xd800 + (rest >> 10), 0xdc00 + (rest & 0x3ff));
}

bool needs_no_escape(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }

constexpr std::size_t most_octets = 75;

/// Whether a spreadsheet may take it for something other than a text: `01234`, `$5`, `Mar-12`,
/// `TRUE`.
bool looks_like_value(std::string_view text) {
  constexpr std::string_view words[] = {"true", "false", "jan", "feb", "mar", "apr", "may",
                                        "jun",  "jul",   "aug", "sep", "oct", "nov", "dec"};
  constexpr std::size_t truths = 2;
  const auto is_word = [&](std::string_view word) {
    return equal_ignoring_case(text.substr(0, word.size()), word);
  };
  const auto* const word = std::ranges::find_if(words, is_word);
  // In small letters they are care's own, and true or false to a spreadsheet too.
  if (word < words + truths) return text.size() == word->size() && text != *word;
  const bool may_begin_one = word != std::end(words) || !is_letter(text.front());
  return may_begin_one && std::ranges::any_of(text, is_digit);
}

/// Whether a spreadsheet gives the text back as it was, though it takes it for a number or a date:
/// `1200`, `0.25`, `2026-11-23`, `2026-11-23T14:00`; not `01234`, `1e5` or `3-4`.
bool survives(std::string_view text) {
  constexpr std::size_t most_digits = 15;
  constexpr std::string_view date = "dddd-dd-ddTdd:dd";
  const auto matches = [&](std::string_view shape) {
    return std::ranges::equal(text, shape,
                              [&](char c, char s) { return s == 'd' ? is_digit(c) : c == s; });
  };
  if (matches(date) || matches(date.substr(0, 10))) return true;
  const std::string_view whole = text.substr(0, text.find('.'));
  const bool is_number = !whole.empty() && text.size() <= most_digits &&
                         std::ranges::all_of(whole, is_digit) && (whole == "0" || whole[0] != '0');
  if (!is_number || whole.size() == text.size()) return is_number;
  const std::string_view rest = text.substr(whole.size() + 1);
  return !rest.empty() && std::ranges::all_of(rest, is_digit) && rest.back() != '0';
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

}  // namespace

void append_json(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    if (needs_no_escape(text.front())) {
      std::size_t plain = 1;
      while (plain < text.size() && needs_no_escape(text[plain])) ++plain;
      out += text.substr(0, plain);
      text.remove_prefix(plain);
      continue;
    }
    const CodePoint point = first_code_point(text);
    if (point.value == '"' || point.value == '\\') {
      out += '\\';
      out += text.front();
    } else if (point.value == '\n') {
      out += "\\n";
    } else if (point.value == '\t') {
      out += "\\t";
    } else if (point.value < 0) {
      append_unicode_escape(out, 0xfffd);
    } else if (is_invisible(point.value)) {
      append_unicode_escape(out, point.value);
    } else {
      out += text.substr(0, point.size);
    }
    text.remove_prefix(point.size);
  }
  out += '"';
}

std::string csv_field(std::string_view text) {
  constexpr std::string_view starts_formula = "=+-@\t\r";
  std::string field = exported(text);
  if (!text.empty() && starts_formula.find(text.front()) != std::string_view::npos) {
    field.insert(field.begin(), '\'');
  }
  const bool is_plain = field.find_first_of(",\"' \n") == std::string::npos;
  if (is_plain && (field.empty() || !looks_like_value(field) || survives(field))) return field;
  std::string quoted = "\"";
  for (const char c : field) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string percent_encoded(std::string_view text, std::string_view also) {
  std::string out;
  for (const char c : text) {
    const bool is_plain = is_letter_or_digit(c) ||
                          std::string_view{"-._~"}.find(c) != std::string_view::npos ||
                          also.find(c) != std::string_view::npos;
    out += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string markdown_text(std::string_view text) {
  constexpr std::string_view special = "\\`*_{}[]()#+-!<>&|~";
  std::string out;
  for (const char c : neutralised_lines(text)) {
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' ? "\\\n    " : std::string{c};
  }
  return out;
}

std::string text_value(std::string_view text) {
  std::string out;
  for (const char c : exported(text)) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
  }
  return out;
}

std::string content_line(std::string_view name, std::string_view value) {
  const std::string line = fmt::format("{}:{}", name, value);
  std::string_view rest = line;
  std::string out;
  std::size_t room = most_octets;
  while (rest.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && is_continuation(rest[cut])) --cut;
    out += rest.substr(0, cut);
    out += "\r\n ";
    rest.remove_prefix(cut);
    room = most_octets - 1;  // the blank counts
  }
  out += rest;
  return out + "\r\n";
}

}  // namespace care
