#include <care/text.hpp>
#include <care/text_ascii.hpp>
#include <care/text_units.hpp>

#include <utf8proc.h>

#include <algorithm>

#include "text/plain_ascii.hpp"

namespace care {
namespace {

/// The grapheme cluster at the start of `text`: its bytes and its columns.
struct Cluster {
  std::size_t size;
  std::size_t width;
};

/// Nothing joins two signs of ASCII that are seen.
bool is_single(std::string_view text) {
  return is_plain_ascii(text.front()) && (text.size() == 1 || is_plain_ascii(text[1]));
}

Cluster first_cluster(std::string_view text) {
  if (!text.empty() && is_single(text)) return {1, 1};
  constexpr std::int32_t emoji_presentation = 0xfe0f;
  Cluster cluster{0, 0};
  utf8proc_int32_t state = 0;
  std::int32_t before = -1;
  int flags = 0;
  while (cluster.size < text.size()) {
    const CodePoint point = first_code_point(text.substr(cluster.size));
    const std::int32_t value = point.value < 0 ? 0xfffd : point.value;
    if (before >= 0 && utf8proc_grapheme_break_stateful(before, value, &state)) break;
    const auto width = static_cast<std::size_t>(std::max(utf8proc_charwidth(value), 0));
    cluster.width = std::max(cluster.width, width);
    if (value == emoji_presentation && before >= 0) cluster.width = 2;
    const auto boundary = utf8proc_get_property(value)->boundclass;
    if (boundary == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR && ++flags == 2) cluster.width = 2;
    cluster.size += point.size;
    before = value;
  }
  return cluster;
}

/// As much of `text` as fits `width` columns, in whole clusters; at least one of them.
Cluster fitting(std::string_view text, std::size_t width) {
  Cluster piece{0, 0};
  while (piece.size < text.size()) {
    const Cluster cluster = first_cluster(text.substr(piece.size));
    if (piece.width + cluster.width > width && piece.size > 0) break;
    piece.width += cluster.width;
    piece.size += cluster.size;
  }
  return piece;
}

/// `Fri`, `Nov`, `Monday`; before a year `November`, too.
bool may_name_day(std::string_view word, std::string_view number) {
  constexpr std::size_t year_digits = 4;
  const std::string_view digits = number.substr(0, number.find_first_not_of("0123456789"));
  return !word.empty() && is_capital(word.front()) &&
         std::ranges::all_of(word.substr(1), is_small_letter) &&
         (word.size() == 3 || word.ends_with("day") || digits.size() == year_digits);
}

/// Whether a line is not to end between two words: `Fri 20`, `20 Nov`, `November 2026`, `3 days`,
/// `5 h`, `(82 %)`, `9.3 of 14`; nor before the mark of what was cut off.
bool belong_together(std::string_view word, std::string_view next) {
  constexpr std::size_t longest_unit = 7;
  constexpr std::size_t longest_month = 9;
  if (word.empty() || next.empty()) return false;
  if (word.size() > 1 && word.front() == '(') word.remove_prefix(1);
  if (next.starts_with("…")) return true;
  if (next == "of") return is_digit(word.front());
  if (!is_digit(next.front())) {
    if (!std::ranges::all_of(word, is_digit)) return false;
    const auto punctuation = std::min(next.find_first_of(".,;:)\""), next.size());
    return punctuation <= (is_capital(next.front()) ? longest_month : longest_unit);
  }
  return may_name_day(word, next) || word == "h" || word == "of";
}

/// Where the words end that begin at `from` and stay on one line.
std::size_t end_of_unit(std::string_view text, std::size_t from) {
  const auto end_of_word = [&](std::size_t at) {
    while (at < text.size() && text[at] != ' ' && text[at] != '\n') ++at;
    return at;
  };
  std::size_t end = end_of_word(from);
  while (end < text.size() && text[end] == ' ') {
    const std::size_t next = end_of_word(end + 1);
    if (!belong_together(text.substr(from, end - from), text.substr(end + 1, next - end - 1)))
      break;
    from = end + 1;
    end = next;
  }
  return end;
}

/// The same of a command that a sentence names, `: care show ID`, so that it can be copied;
/// `before` is the last character before it, or none.
std::size_t end_of_command(std::string_view text, std::size_t from, char before) {
  constexpr int most_words = 3;
  const std::string_view rest = text.substr(from);
  std::size_t end = from;
  const bool may_begin = std::string_view{":,(\0", 4}.find(before) != std::string_view::npos;
  const bool begins = may_begin && rest.starts_with("care ");
  if (!begins && !rest.starts_with("(care ") && !rest.starts_with("`care ")) return end;
  for (int words = 0; words < most_words && end < text.size(); ++words) {
    const std::size_t next =
        std::min(text.find_first_of(" \n", words == 0 ? end : end + 1), text.size());
    const bool is_last = next < text.size() && text[next] == '\n';
    end = next;
    if (is_last || std::string_view{".,;:)`"}.find(text[end - 1]) != std::string_view::npos) break;
  }
  return end;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  if (is_plain_ascii(text)) return text.size();
  std::size_t width = 0;
  while (!text.empty()) {
    const Cluster cluster = first_cluster(text);
    width += cluster.width;
    text.remove_prefix(cluster.size);
  }
  return width;
}

std::string shortened(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string{text};
  if (width == 0) return {};
  if (width == 1) return "…";
  std::string_view kept = text.substr(0, fitting(text, width - 1).size);
  if (display_width(kept) > width - 1) return "…";
  while (kept.ends_with(' ')) kept.remove_suffix(1);
  return std::string{kept} + "…";
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  std::string out;
  out.reserve(text.size() + width);
  out += text;
  out.append(width > used ? width - used : 0, ' ');
  return out;
}

std::string with_whole_units(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t size = std::max<std::size_t>(end_of_unit(text, 0), 1);
    for (const char c : text.substr(0, size)) {
      if (c == ' ' && size > 1) {
        out += "\u00a0";
      } else {
        out += c;
      }
    }
    text.remove_prefix(size);
  }
  return out;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  width = std::max<std::size_t>(width, 1);
  if (!text.empty() && text.size() <= width && text.back() != ' ' && is_plain_ascii(text))
    return {std::string{text}};
  std::vector<std::string> lines;
  std::string line;
  std::size_t used = 0;
  char before = '\0';
  const auto finish = [&] {
    while (line.ends_with(' ')) line.pop_back();
    lines.push_back(std::move(line));
    line.clear();
    used = 0;
  };
  while (!text.empty()) {
    if (text.front() == '\n') {
      finish();
      text.remove_prefix(1);
      continue;
    }
    const std::size_t blanks = std::min(text.find_first_not_of(' '), text.size());
    const std::size_t command = end_of_command(text, blanks, before);
    const bool has_room = command <= blanks + width;
    const std::size_t end = std::max(end_of_unit(text, blanks), has_room ? command : 0);
    std::string_view word = text.substr(blanks, end - blanks);
    text.remove_prefix(end);
    before = word.empty() ? before : word.back();
    std::size_t needed = display_width(word);
    if (used > 0 && used + blanks + needed > width) finish();
    // Blanks at the start of a text indent it; those at the start of a later line are its cut.
    if (used > 0 || lines.empty()) {
      line.append(blanks, ' ');
      used += blanks;
    }
    while (needed > width - used && !word.empty()) {
      const Cluster piece = fitting(word, width - used);
      line += word.substr(0, piece.size);
      word.remove_prefix(piece.size);
      needed -= piece.width;
      used = width;
      if (!word.empty()) finish();
    }
    line += word;
    used += needed;
  }
  if (!line.empty() || lines.empty()) finish();
  return lines;
}

}  // namespace care
