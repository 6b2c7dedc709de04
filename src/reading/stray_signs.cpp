#include "reading/stray_signs.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <care/text.hpp>
#include <care/text_ascii.hpp>
#include <care/text_blank.hpp>

#include "reading/line_signs.hpp"
#include "reading/lost_headers.hpp"
#include "reading/problems.hpp"

namespace care::reading {
namespace {

struct CharacterName {
  std::int32_t value;
  std::string_view name;
};

constexpr CharacterName character_names[] = {
    {0x00, "null"},
    {0x07, "bell"},
    {0x08, "backspace"},
    {0x0b, "vertical tab"},
    {0x0c, "form feed"},
    {0x0d, "carriage return"},
    {0x1a, "Ctrl-Z"},
    {0x1b, "escape"},
    {0x7f, "delete"},
    {0x85, "next line"},
    {0xa0, "no-break space"},
    {0xad, "soft hyphen"},
    {0x200b, "zero-width space"},
    {0x200e, "left-to-right mark"},
    {0x200f, "right-to-left mark"},
    {0x2028, "line separator"},
    {0x2029, "paragraph separator"},
    {0x202f, "narrow no-break space"},
    {0x2060, "word joiner"},
    {0x3000, "ideographic space"},
    {0xfeff, "byte order mark"},
};

/// Signs before the items of a list, before what was copied out of a terminal or a table, and of
/// comments in other languages.
constexpr std::string_view bullets = ">+-*|`$/;<:!%~";

/// One of them, but for `+` and `-`; and bytes that are no character.
bool is_bullet(std::int32_t value) {
  constexpr std::int32_t all[] = {0xb7, 0x2013, 0x2014, 0x2022, 0x25aa, 0x25cf};
  if (value < 0 || std::ranges::find(all, value) != std::end(all)) return true;
  return value < 0x80 && value != '+' && value != '-' &&
         bullets.find(static_cast<char>(value)) != npos;
}

/// The header or key with which the line begins.
std::string_view head_of_line(std::string_view line) {
  line = before_stray_line_end(line);
  if (!line.starts_with('[')) return bare_key(line);
  const Header header = read_header(line);
  const bool is_table = header.array || table_named(header.root) != Table::other;
  if (!header.well_formed || !is_table) return {};
  return trimmed(line.substr(0, line.find('#')));
}

/// The bytes of `1. ` or `12) ` before a header, as lists are numbered.
std::size_t number_size(std::string_view line) {
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const std::string_view rest = line.substr(digits);
  const std::size_t size = digits + 2;
  if (digits == 0 || !(rest.starts_with(". ") || rest.starts_with(") "))) return 0;
  return line.substr(size).starts_with('[') && !head_of_line(line.substr(size)).empty() ? size : 0;
}

/// The bytes of a line with which Markdown begins or ends a block of code: ```toml.
std::size_t fence_size(std::string_view line) {
  if (!line.starts_with("```")) return 0;
  if (line.ends_with('\r')) line.remove_suffix(1);
  return std::ranges::all_of(line.substr(3), is_letter) ? line.size() : 0;
}

/// The bytes of what a terminal is told to do, behind an escape: `[1m`.
std::size_t terminal_code_size(std::string_view line) {
  if (!line.starts_with('[') || !head_of_line(line).empty()) return 0;
  const std::size_t end = line.find_first_not_of("0123456789;?", 1);
  return end != npos && is_letter(line[end]) ? end + 1 : 0;
}

/// The bytes of signs before the header or key of a line, or in a line with nothing else.
std::size_t signs_size(std::string_view line) {
  std::size_t size = 0;
  char run = '\0';  // of `+` or `-`
  bool has_bad_byte = false;
  while (size < line.size()) {
    const char c = line[size];
    const CodePoint point = first_code_point(line.substr(size));
    const bool is_run = (c == '+' || c == '-') && (run == '\0' || run == c);
    const bool is_line_end = c == '\r' && size + 1 == line.size();
    const bool is_space = c == ' ' || c == '\t';
    if (is_line_end || (!is_space && !is_run && !is_bullet(point.value) && !is_unseen(point.value)))
      break;
    size += point.size;
    if (is_run) run = c;
    has_bad_byte = has_bad_byte || point.value < 0;
    if (c == '\x1b') size += terminal_code_size(line.substr(size));
  }
  if (line.substr(0, size).find_first_not_of(" \t") == npos) return 0;
  const std::string_view rest = line.substr(size);
  if (has_bad_byte && !rest.starts_with('[')) return 0;
  const bool has_minus = line.substr(0, size).find('-') != npos;
  if (rest.empty() || rest == "\r") return has_minus ? 0 : size;
  if (rest.front() == '#') return size;
  // `-every` is a key.
  if (line[size - 1] == '-' && rest.front() != '[') return 0;
  return head_of_line(rest).empty() ? 0 : size;
}

/// What is said to stand before a header: one character that nobody sees, or all signs and words.
std::string_view first_sign(std::string_view signs) {
  const CodePoint first = first_code_point(signs);
  if (is_unseen(first.value)) return signs.substr(0, first.size);
  std::size_t size = 0;  // up to the last that is seen
  for (std::size_t at = 0; at < signs.size();) {
    const CodePoint point = first_code_point(signs.substr(at));
    at += point.size;
    if (signs[at - 1] != ' ' && signs[at - 1] != '\t' && !is_unseen(point.value)) size = at;
  }
  return signs.substr(0, size);
}

bool is_comment_sign(std::string_view sign) {
  constexpr std::string_view all[] = {"//", "/*", ";", ";;", "--", "%"};
  return std::ranges::find(all, sign) != std::end(all);
}

}  // namespace

std::size_t stray_size(std::string_view line) {
  if (line.empty() || line.front() == '[' || line.front() == '#') return 0;
  if (line.front() > ' ' && line.front() != '\x7f' && bullets.find(line.front()) == npos) {
    const std::size_t number = number_size(line);
    return number != 0 ? number : size_before_header(line);
  }
  if (const std::size_t fence = fence_size(line); fence != 0) return fence;
  const std::size_t signs = signs_size(line);
  return signs != 0 ? signs : size_before_header(line);
}

std::size_t stray_line_end(std::string_view text) {
  if (text.starts_with('\r')) return text.size() > 1 && text[1] != '\n' ? 1 : 0;
  return text.starts_with("\u2028") || text.starts_with("\u2029") ? 3 : 0;
}

std::string_view before_stray_line_end(std::string_view line) {
  std::size_t size = line.find_first_of("\r\xe2");
  while (size != npos && stray_line_end(line.substr(size)) == 0)
    size = line.find_first_of("\r\xe2", size + 1);
  return line.substr(0, size);
}

void add_stray(std::vector<Stray>& all, Place at, std::string_view signs, std::string_view line) {
  const std::size_t first = signs.find_first_not_of(" \t");
  const std::string_view sign = first_sign(signs.substr(first));
  if (!all.empty() && all.back().sign == sign &&
      at.line <= all.back().at.line + all.back().lines_after + 1) {
    all.back().lines_after = at.line - all.back().at.line;
    return;
  }
  at.column += static_cast<std::uint32_t>(first);
  all.push_back({at, sign, head_of_line(line), 0});
}

std::size_t find_invisible(std::string_view line) {
  char quote = '\0';
  for (std::size_t i = 0; i < line.size();) {
    const CodePoint point = first_code_point(line.substr(i));
    const char c = line[i];
    if (quote == '\0') {
      if (c == '#') break;
      if (c == '"' || c == '\'') quote = c;
      if (is_unseen(point.value) && c != '\r') return i;
    } else if (c == quote) {
      quote = '\0';
    } else if (c == '\\' && quote == '"') {
      ++i;
    }
    i += point.size;
  }
  return npos;
}

std::string sign_in_words(std::string_view sign) {
  constexpr std::size_t most_columns = 30;
  const std::int32_t value = first_code_point(sign).value;
  if (!is_unseen(value)) return in_quotes(shortened(sign, most_columns));
  const auto* const name = std::ranges::find(character_names, value, &CharacterName::value);
  const bool is_control = value < ' ' || (value >= 0x7f && value < 0xa0);
  return fmt::format("the {} U+{:04X}{}", is_control ? "control character" : "invisible character",
                     value,
                     name == std::end(character_names) ? "" : fmt::format(" ({})", name->name));
}

std::string in_words(const Stray& stray) {
  std::string words = sign_in_words(stray.sign) + " stands ";
  words += stray.before.empty() ? "here" : fmt::format("before {}", shown(stray.before));
  if (stray.sign.starts_with('#')) words += ", but not before the keys below it";
  if (stray.lines_after == 1) words += " and in the next line";
  if (stray.lines_after > 1) words += fmt::format(" and in the next {} lines", stray.lines_after);
  return words;
}

std::string_view advice_on(const Stray& stray) {
  if (stray.sign.starts_with('#'))
    return "the line without it, or # before those keys too; it is read without";
  if (is_comment_sign(stray.sign))
    return "the line without it, or # for what nobody is to read; it is read";
  return "the line without it; it is read so";
}

}  // namespace care::reading
