#include <care/text.hpp>
#include <care/text_plain.hpp>

#include <utf8proc.h>

#include <algorithm>

#include "text/plain_ascii.hpp"
#include "text/units.hpp"

namespace care {
namespace {

/// The grapheme cluster at the start of `text`: its bytes and its columns.
struct Cluster {
  std::size_t size;
  std::size_t width;
};

/// The bytes of a plain code point at the start that nothing behind it joins; 0 where there is
/// none.
std::size_t single_size(std::string_view text) {
  if (is_plain_ascii(text.front()) && (text.size() == 1 || is_plain_ascii(text[1]))) return 1;
  const CodePoint point = first_code_point(text);
  if (!is_plain_point(point.value)) return 0;
  const std::string_view behind = text.substr(point.size);
  return behind.empty() || is_plain_point(first_code_point(behind).value) ? point.size : 0;
}

Cluster first_cluster(std::string_view text) {
  if (const std::size_t size = text.empty() ? 0 : single_size(text)) return {size, 1};
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
    const std::size_t end = std::max(end_of_unit(text, blanks, width), has_room ? command : 0);
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
