#include "reading/plain_words.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include <care/calendar.hpp>
#include <care/text_ascii.hpp>
#include <care/text_numbers.hpp>

namespace care::reading {
namespace {

/// The number that exactly these digits make; nothing where others stand there.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// `T15:00` or ` 15:00:00`
bool read_time(Node& node, std::string_view word) {
  const bool has_seconds = word.size() == 9;
  if (word.size() != 6 && !has_seconds) return false;
  const auto hour = digits(word, 1, 2);
  const auto minute = digits(word, 4, 2);
  const auto second = has_seconds ? digits(word, 7, 2) : 0;
  if (!hour || !minute || !second) return false;
  if ((word[0] != 'T' && word[0] != ' ') || word[3] != ':' || (has_seconds && word[6] != ':'))
    return false;
  if (*hour > 23 || *minute > 59 || *second > 59) return false;
  node.kind = ValueKind::moment;
  node.when.time = std::chrono::hours{*hour} + std::chrono::minutes{*minute};
  return true;
}

/// Plain decimals only, and few enough digits that any way to read them yields the same.
bool read_number(Node& node, std::string_view word) {
  const bool is_negative = word.starts_with('-');
  const std::string_view plain = word.substr(is_negative ? 1 : 0);
  const std::size_t whole = std::min(plain.find('.'), plain.size());
  if (plain.starts_with('0') && whole != 1) return false;
  const auto number = decimal_number(plain);
  if (!number) return false;
  const double value = is_negative ? -*number : *number;
  if (whole == plain.size()) {
    node.kind = ValueKind::integer;
    node.integer = static_cast<std::int64_t>(value);
  } else {
    node.kind = ValueKind::real;
    node.real = value;
  }
  return true;
}

}  // namespace

bool read_date(Node& node, std::string_view word) {
  std::chrono::year_month_day day;
  if (!read_day(word.data(), day)) return false;
  node.kind = ValueKind::date;
  node.when = {Date{day}, std::nullopt};
  return word.size() == 10 || read_time(node, word.substr(10));
}

bool read_word(Node& node, std::string_view word) {
  if (word == "true" || word == "false") {
    node.kind = ValueKind::boolean;
    node.truth = word == "true";
    return true;
  }
  return word.size() >= 10 && word[4] == '-' ? read_date(node, word) : read_number(node, word);
}

bool unescape(std::string_view text, bool has_escapes, std::string& plain) {
  constexpr std::string_view escapes = "nt\"\\rbf";
  constexpr std::string_view meant = "\n\t\"\\\r\b\f";
  const bool has_returns = text.find('\r') != std::string_view::npos;
  plain.reserve(plain.size() + text.size());
  while (true) {
    const std::size_t stop = has_returns   ? text.find_first_of(has_escapes ? "\\\r" : "\r")
                             : has_escapes ? text.find('\\')
                                           : std::string_view::npos;
    plain += text.substr(0, stop);
    if (stop == std::string_view::npos) return true;
    const char next = stop + 1 < text.size() ? text[stop + 1] : '\0';
    if (text[stop] == '\r') {
      if (next != '\n') return false;
      text.remove_prefix(stop + 1);
      continue;
    }
    const std::size_t found = next == '\0' ? std::string_view::npos : escapes.find(next);
    if (found == std::string_view::npos) return false;
    plain += meant[found];
    text.remove_prefix(stop + 2);
  }
}

}  // namespace care::reading
