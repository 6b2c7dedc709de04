#include <care/text.hpp>

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>

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

}  // namespace

std::string neutralised(std::string_view text) {
  if (std::ranges::all_of(text, is_plain_ascii)) return std::string{text};
  return neutralise(text, LineEnds::escaped);
}

std::string neutralised_lines(std::string_view text) {
  if (std::ranges::all_of(text, is_plain_ascii)) return std::string{text};
  return neutralise(text, LineEnds::kept);
}

}  // namespace care
