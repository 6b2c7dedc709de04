#include <care/text.hpp>
#include <care/text_ascii.hpp>
#include <care/text_plain.hpp>

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace care {
namespace {

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
      const bool same = small_letter(a[i - 1]) == small_letter(b[j - 1]);
      row[j] = std::min({old[j] + 1, row[j - 1] + 1, old[j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && small_letter(a[i - 1]) == small_letter(b[j - 2]) &&
          small_letter(a[i - 2]) == small_letter(b[j - 1])) {
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

/// Of ASCII alone, eight letters in one step.
std::string ascii_in_small_letters(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  std::string out{text};
  std::size_t at = 0;
  for (std::uint64_t word = 0; out.size() - at >= sizeof word; at += sizeof word) {
    std::memcpy(&word, out.data() + at, sizeof word);
    // The top bit of each that is A or behind it, and not behind Z.
    const std::uint64_t capitals =
        (word + ones * (0x80 - 'A')) & ~(word + ones * (0x80 - 'Z' - 1)) & (ones << 7U);
    word |= capitals >> 2U;
    std::memcpy(out.data() + at, &word, sizeof word);
  }
  for (; at < out.size(); ++at) out[at] = small_letter(out[at]);
  return out;
}

bool is_format(std::int32_t value) {
  return !is_plain_point(value) && value >= 0x80 &&
         utf8proc_category(value) == UTF8PROC_CATEGORY_CF;
}

void append(std::string& out, std::int32_t value) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(value, bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

}  // namespace

std::string composed(std::string_view text) {
  if (is_ascii(text)) return std::string{text};
  std::string visible;
  for (std::string_view rest = text; !rest.empty();) {
    const CodePoint point = first_code_point(rest);
    if (point.value < 0) return std::string{text};
    if (!is_format(point.value)) visible += rest.substr(0, point.size);
    rest.remove_prefix(point.size);
  }
  constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(visible.data());
  const auto length = static_cast<utf8proc_ssize_t>(visible.size());
  auto count = utf8proc_decompose(bytes, length, nullptr, 0, options);
  std::vector<utf8proc_int32_t> points(static_cast<std::size_t>(count));
  (void)utf8proc_decompose(bytes, length, points.data(), count, options);
  count = utf8proc_normalize_utf32(points.data(), count, options);
  std::string out;
  for (utf8proc_ssize_t i = 0; i < count; ++i) append(out, points[static_cast<std::size_t>(i)]);
  return out;
}

std::string name_key(std::string_view name) {
  std::string key = composed(name);
  std::ranges::transform(key, key.begin(), small_letter);
  return key;
}

std::string folded(std::string_view text) {
  if (is_ascii(text)) return ascii_in_small_letters(text);
  std::string out;
  out.reserve(text.size());
  constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                          UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
  while (!text.empty()) {
    const CodePoint point = static_cast<unsigned char>(text.front()) < 0x80
                                ? CodePoint{text.front(), 1}
                                : first_code_point(text);
    if (point.value >= 0 && point.value < 0x80) {
      out += small_letter(text.front());
    } else if (is_format(point.value)) {
      // Joiners and marks of direction are nothing that somebody types.
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
        append(out, part);
      }
    } else {
      out += text.front();
    }
    text.remove_prefix(point.size);
  }
  return out;
}

bool equal_composed(std::string_view a, std::string_view b) {
  return a == b || ((!is_ascii(a) || !is_ascii(b)) && composed(a) == composed(b));
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  // Letters that stand before others of ASCII are what they are.
  const auto is_plain = [](std::string_view text, std::size_t at) {
    return at + 1 < text.size() && is_ascii(text.substr(at, 2));
  };
  for (std::size_t at = 0; is_plain(a, at) && is_plain(b, at); ++at)
    if (small_letter(a[at]) != small_letter(b[at])) return false;
  if (!is_ascii(a) || !is_ascii(b)) return name_key(a) == name_key(b);
  return std::ranges::equal(a, b, {}, small_letter, small_letter);
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
