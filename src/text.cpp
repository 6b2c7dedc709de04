#include <care/text.hpp>

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace care {
namespace {

bool is_plain_ascii(char c) { return c >= ' ' && c <= '~'; }

bool is_pictograph(std::int32_t value) {
  const auto boundary = utf8proc_get_property(value)->boundclass;
  return boundary == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

/// What may stand between a pictograph and the joiner after it: skin tones, variation selectors.
bool extends_pictograph(std::int32_t value) {
  return utf8proc_get_property(value)->boundclass == UTF8PROC_BOUNDCLASS_EXTEND;
}

void append_escape(std::string& out, std::int32_t value) {
  if (value <= 0xff) {
    out += fmt::format("\\x{:02x}", value);
  } else if (value <= 0xffff) {
    out += fmt::format("\\u{:04x}", value);
  } else {
    out += fmt::format("\\U{:08x}", value);
  }
}

enum class LineEnds { escaped, kept };

std::string neutralise(std::string_view text, LineEnds line_ends) {
  constexpr std::int32_t joiner = 0x200d;
  std::string out;
  out.reserve(text.size());
  bool after_pictograph = false;
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    const std::string_view bytes = text.substr(0, point.size);
    text.remove_prefix(point.size);
    if (point.value < 0) {
      append_escape(out, static_cast<unsigned char>(bytes.front()));
    } else if (point.value == '\t') {
      out += ' ';
    } else if (point.value == '\n') {
      out += line_ends == LineEnds::kept ? "\n" : "\\n";
    } else if (point.value == '\r' && text.starts_with('\n')) {
      continue;
    } else if (is_invisible(point.value) && !(point.value == joiner && after_pictograph &&
                                              is_pictograph(first_code_point(text).value))) {
      append_escape(out, point.value);
    } else {
      out += bytes;
    }
    if (point.value < 0 || !extends_pictograph(point.value)) {
      after_pictograph = point.value >= 0 && is_pictograph(point.value);
    }
  }
  return out;
}

/// The grapheme cluster at the start of `text`: its bytes and its columns.
struct Cluster {
  std::size_t size;
  std::size_t width;
};

Cluster first_cluster(std::string_view text) {
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
std::size_t fitting(std::string_view text, std::size_t width) {
  std::size_t size = 0;
  std::size_t used = 0;
  while (size < text.size()) {
    const Cluster cluster = first_cluster(text.substr(size));
    if (used + cluster.width > width && size > 0) break;
    used += cluster.width;
    size += cluster.size;
  }
  return size;
}

/// Letters that look like an accented one but that Unicode does not take apart.
char base_letter(std::int32_t value) {
  switch (value) {
    case 0xf8: return 'o';   // ø
    case 0x111: return 'd';  // đ
    case 0x131: return 'i';  // ı
    case 0x142: return 'l';  // ł
    default: return '\0';
  }
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Edits (insert, delete, replace, swap neighbours) from `a` to `b`, letter case aside; a number
/// above `limit` where there are more than `limit`.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > limit) return limit + 1;
  std::vector<std::size_t> older(b.size() + 1);
  std::vector<std::size_t> old(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) old[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({old[j] + 1, row[j - 1] + 1, old[j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
          lower(a[i - 2]) == lower(b[j - 1])) {
        row[j] = std::min(row[j], older[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
    older.swap(old);
    old.swap(row);
  }
  return old[b.size()];
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto length = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size(), 4));
  utf8proc_int32_t value = -1;
  const auto used = utf8proc_iterate(bytes, length, &value);
  if (used <= 0) return {-1, 1};
  return {value, static_cast<std::size_t>(used)};
}

bool is_invisible(std::int32_t value) {
  switch (utf8proc_category(value)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CS: return true;
    default: return false;
  }
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint point = first_code_point(text.substr(at));
    if (point.value < 0) return at;
    at += point.size;
  }
  return std::nullopt;
}

std::string neutralised(std::string_view text) {
  if (std::ranges::all_of(text, is_plain_ascii)) return std::string{text};
  return neutralise(text, LineEnds::escaped);
}

std::string neutralised_lines(std::string_view text) {
  if (std::ranges::all_of(text, is_plain_ascii)) return std::string{text};
  return neutralise(text, LineEnds::kept);
}

std::size_t display_width(std::string_view text) {
  if (std::ranges::all_of(text, is_plain_ascii)) return text.size();
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
  std::string_view kept = text.substr(0, fitting(text, width - 1));
  if (display_width(kept) > width - 1) return "…";
  while (kept.ends_with(' ')) kept.remove_suffix(1);
  return std::string{kept} + "…";
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string{text} + std::string(width > used ? width - used : 0, ' ');
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  width = std::max<std::size_t>(width, 1);
  std::vector<std::string> lines;
  std::string line;
  std::size_t used = 0;
  const auto finish = [&] {
    while (line.ends_with(' ')) line.pop_back();
    lines.push_back(std::move(line));
    line.clear();
    used = 0;
  };
  while (!text.empty()) {
    const std::size_t blanks = std::min(text.find_first_not_of(' '), text.size());
    const std::size_t end = std::min(text.find(' ', blanks), text.size());
    std::string_view word = text.substr(blanks, end - blanks);
    text.remove_prefix(end);
    const std::size_t needed = display_width(word);
    if (used > 0 && used + blanks + needed > width) finish();
    // Blanks at the start of a text indent it; those at the start of a later line are its cut.
    if (used > 0 || lines.empty()) {
      line.append(blanks, ' ');
      used += blanks;
    }
    while (display_width(word) > width - used && !word.empty()) {
      const std::size_t size = fitting(word, width - used);
      line += word.substr(0, size);
      word.remove_prefix(size);
      used = width;
      if (!word.empty()) finish();
    }
    line += word;
    used += display_width(word);
  }
  if (!line.empty() || lines.empty()) finish();
  return lines;
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                          UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    if (point.value >= 0 && point.value < 0x80) {
      out += lower(text.front());
    } else if (point.value >= 0) {
      std::array<utf8proc_int32_t, 32> parts{};
      int last = 0;
      const auto count =
          utf8proc_decompose_char(point.value, parts.data(), parts.size(), options, &last);
      for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 32); ++i) {
        const utf8proc_int32_t part = parts[static_cast<std::size_t>(i)];
        if (const char base = base_letter(part)) {
          out += base;
          continue;
        }
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto size = utf8proc_encode_char(part, bytes.data());
        out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
      }
    } else {
      out += text.front();
    }
    text.remove_prefix(point.size);
  }
  return out;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::string_view> nearest(std::string_view typed,
                                        std::span<const std::string_view> known) {
  // One slip in three letters still looks like the same word; beyond that an offer only confuses.
  const std::size_t limit = std::min<std::size_t>(std::max<std::size_t>(typed.size() / 3, 1), 4);
  std::size_t best = limit + 1;
  std::optional<std::string_view> found;
  for (const std::string_view candidate : known) {
    const std::size_t edits = distance(typed, candidate, std::min(best - 1, limit));
    if (edits < best) {
      best = edits;
      found = candidate;
      if (best == 0) break;
    }
  }
  return found;
}

}  // namespace care
