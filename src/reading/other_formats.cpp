#include "reading/other_formats.hpp"

#include <care/text.hpp>
#include <care/text_ascii.hpp>

#include <algorithm>
#include <array>

namespace care::reading {
namespace {

/// How files of a format begin.
struct Beginning {
  std::string_view text, format;
};

constexpr Beginning beginnings[] = {
    {"---\n", "YAML"},
    {"---\r", "YAML"},
    {"%YAML", "YAML"},
    {"{", "JSON"},
    {"[\n", "JSON"},
    {"[\r", "JSON"},
    {"[{", "JSON"},
    {"[ {", "JSON"},
    {"BEGIN:VCARD", "a list of vCards"},
    {"BEGIN:VCALENDAR", "an iCalendar"},
    {"<?xml", "XML"},
    {"<!", "HTML"},
    {"<html", "HTML"},
    {"PK\x03\x04", "a spreadsheet or an archive"},
    {"%PDF", "a PDF"},
    {"SQLite format 3", "a database"},
    {"\x1f\x8b", "a compressed file"},
};

/// The first two lines that say something.
std::array<std::string_view, 2> first_lines(std::string_view text) {
  std::array<std::string_view, 2> lines;
  for (std::string_view& line : lines) {
    while (!text.empty() && (trimmed(line).empty() || trimmed(line).front() == '#')) {
      line = take_line(text);
    }
  }
  return lines;
}

/// What stands behind `word: ` in a line that has no `=`, as each of TOML has but headers; nothing
/// in any other line.
std::string_view value_behind_colon(std::string_view line) {
  const std::size_t colon = std::min(line.find(": "), line.size());
  const std::string_view word = line.substr(0, colon);
  const bool is_pair = colon > 0 && colon < line.size() && line.find('=') > line.size() &&
                       word.find_first_of(" \t[]{}\"'") > word.size();
  return is_pair ? trimmed(line.substr(colon + 1)) : std::string_view{};
}

/// `name: Acme` twice, or `customers: [` and what else is in such brackets.
bool is_yaml_of_pairs(std::string_view first, std::string_view second) {
  const std::string_view value = value_behind_colon(first);
  if (value.empty()) return false;
  return value.front() == '[' || value.front() == '{' || !value_behind_colon(second).empty();
}

/// `customers:` with what belongs to it below, or `- name: Acme`.
bool is_yaml(std::string_view first, std::string_view second) {
  const bool goes_on = second.starts_with(' ') || trimmed(second).starts_with('-');
  first = trimmed(first);
  const bool is_item = first.starts_with("- ") && first.find(": ") < first.size();
  return is_item || (first.ends_with(':') && first.find(' ') > first.size() && goes_on);
}

/// Short words with as many separators in the next line.
bool is_csv(std::string_view first, std::string_view second) {
  constexpr std::size_t longest_line = 400;
  constexpr std::string_view at_end_of_sentence = ".!?:";
  first = trimmed(first);
  if (first.size() > longest_line || first.find('=') < first.size() ||
      at_end_of_sentence.find(first.back()) < at_end_of_sentence.size()) {
    return false;
  }
  return std::ranges::any_of(std::string_view{",;\t"}, [&](char separator) {
    const auto columns = std::ranges::count(first, separator);
    return columns > 0 && std::ranges::count(second, separator) >= columns;
  });
}

}  // namespace

std::string_view other_format(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  if (text.starts_with("[[") || text.find("\n[[") < text.size()) return {};
  const auto [first, second] = first_lines(text);
  if (trimmed(first).empty()) return {};
  text.remove_prefix(static_cast<std::size_t>(first.data() - text.data()));
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  for (const auto& [beginning, format] : beginnings) {
    if (text.starts_with(beginning)) return format;
  }
  if (trimmed(first) == "[]") return "JSON";
  if (is_yaml(first, second)) return "YAML";
  const bool has_header = text.find("\n[") < text.size();
  if (!has_header && is_yaml_of_pairs(first, second)) return "YAML";
  if (is_csv(first, second)) return "CSV";
  return {};
}

bool is_utf16(std::string_view text) {
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) return true;
  constexpr std::size_t looked_at = 64;
  if (text.size() < 4) return false;
  std::array<std::size_t, 2> zeros{};
  const std::size_t size = std::min(text.size(), looked_at) / 2 * 2;
  for (std::size_t i = 0; i < size; ++i) zeros[i % 2] += text[i] == '\0' ? 1 : 0;
  return zeros[0] + zeros[1] == size / 2 && (zeros[0] == 0 || zeros[1] == 0);
}

}  // namespace care::reading
