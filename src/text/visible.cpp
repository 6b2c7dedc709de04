#include <care/text.hpp>
#include <care/text_plain.hpp>

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>

#include "text/plain_ascii.hpp"

namespace care {
namespace {

constexpr std::int32_t soft_hyphen = 0xad;
constexpr std::int32_t arabic_mark = 0x61c;
constexpr std::int32_t non_joiner = 0x200c;
constexpr std::int32_t joiner = 0x200d;
constexpr std::int32_t left_mark = 0x200e;
constexpr std::int32_t right_mark = 0x200f;
constexpr std::int32_t black_flag = 0x1f3f4;

bool is_pictograph(std::int32_t value) {
  if (is_plain_point(value)) return false;
  const auto boundary = utf8proc_get_property(value)->boundclass;
  return boundary == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

/// What may stand between a pictograph and the joiner after it: skin tones, variation selectors.
bool extends_pictograph(std::int32_t value) {
  if (is_plain_point(value)) return false;
  return utf8proc_get_property(value)->boundclass == UTF8PROC_BOUNDCLASS_EXTEND;
}

bool is_letter_or_mark(std::int32_t value) {
  const auto category = utf8proc_category(value);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool is_within(std::int32_t value, std::int32_t first, std::int32_t last) {
  return value >= first && value <= last;
}

/// Hebrew, Arabic and what stands with them.
bool runs_from_right(std::string_view text) {
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    if (is_within(point.value, 0x590, 0x8ff) && point.value != arabic_mark) return true;
    text.remove_prefix(point.size);
  }
  return false;
}

/// Whether a character that nobody sees belongs where it stands.
bool belongs(std::int32_t value, std::int32_t before, std::string_view behind,
             bool after_pictograph, bool from_right) {
  const std::int32_t next = behind.empty() ? -1 : first_code_point(behind).value;
  if (value == joiner && after_pictograph && is_pictograph(next)) return true;
  const bool within_word = is_letter_or_mark(before) && is_letter_or_mark(next);
  if (value == soft_hyphen) return within_word;
  // Between Latin letters they only mislead.
  if (value == joiner || value == non_joiner) return within_word && before >= 0x80 && next >= 0x80;
  if (value == left_mark || value == right_mark || value == arabic_mark) return from_right;
  return is_within(value, 0xe0020, 0xe007f) &&
         (before == black_flag || is_within(before, 0xe0020, 0xe007e));
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
  std::string out;
  out.reserve(text.size());
  const bool from_right = runs_from_right(text);
  bool after_pictograph = false;
  std::int32_t before = -1;
  while (!text.empty()) {
    if (is_plain_ascii(text.front())) {
      before = static_cast<unsigned char>(text.front());
      after_pictograph = false;
      out += text.front();
      text.remove_prefix(1);
      continue;
    }
    const CodePoint point = first_code_point(text);
    const std::string_view bytes = text.substr(0, point.size);
    text.remove_prefix(point.size);
    if (point.value < 0) {
      append_escape(out, static_cast<unsigned char>(bytes.front()));
      before = -1;
    } else if (point.value == '\t') {
      out += ' ';
    } else if (point.value == '\n') {
      out += line_ends == LineEnds::kept ? "\n" : "\\n";
    } else if (point.value == '\r' && text.starts_with('\n')) {
      continue;
    } else if (is_invisible(point.value) &&
               !belongs(point.value, before, text, after_pictograph, from_right)) {
      append_escape(out, point.value);
      before = -1;
    } else {
      out += bytes;
      before = point.value;
    }
    if (point.value < 0 || !extends_pictograph(point.value)) {
      after_pictograph = point.value >= 0 && is_pictograph(point.value);
    }
  }
  return out;
}

}  // namespace

std::string neutralised(std::string_view text) {
  if (is_plain_ascii(text)) return std::string{text};
  return neutralise(text, LineEnds::escaped);
}

std::string neutralised_lines(std::string_view text) {
  if (is_plain_ascii(text)) return std::string{text};
  return neutralise(text, LineEnds::kept);
}

std::string exported(std::string_view text) {
  if (is_plain_ascii(text)) return std::string{text};
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    const std::string_view bytes = text.substr(0, point.size);
    text.remove_prefix(point.size);
    if (point.value == '\r') {
      if (!text.starts_with('\n')) out += '\n';
    } else if (point.value < 0) {
      append_escape(out, static_cast<unsigned char>(bytes.front()));
    } else if (point.value != '\t' && point.value != '\n' && !is_plain_point(point.value) &&
               utf8proc_category(point.value) == UTF8PROC_CATEGORY_CC) {
      append_escape(out, point.value);
    } else {
      out += bytes;
    }
  }
  return out;
}

}  // namespace care
