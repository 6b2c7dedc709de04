#include <care/text.hpp>
#include <care/text_plain.hpp>

#include <utf8proc.h>

#include <algorithm>
#include <cstring>

#include "text/plain_ascii.hpp"

namespace care {

namespace {

/// The Latin letter of two bytes, or of three in Vietnamese, at the start; of size 0 where there is
/// none.
CodePoint latin_letter(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
  };
  const auto goes_on = [&](std::size_t at) { return (byte(at) & 0xc0) == 0x80; };
  constexpr std::int32_t payload = 0x3f;
  if (byte(0) >= 0xc3 && byte(0) <= 0xca && goes_on(1))
    return {((byte(0) & 0x1f) << 6) | (byte(1) & payload), 2};
  if (byte(0) == 0xe1 && byte(1) >= 0xb8 && byte(1) <= 0xbb && goes_on(2))
    return {0x1000 | ((byte(1) & payload) << 6) | (byte(2) & payload), 3};
  return {-1, 0};
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
  if (is_plain_ascii(text.front())) return {text.front(), 1};
  if (const CodePoint letter = latin_letter(text); letter.size != 0) return letter;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto length = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size(), 4));
  utf8proc_int32_t value = -1;
  const auto used = utf8proc_iterate(bytes, length, &value);
  if (used <= 0) return {-1, 1};
  return {value, static_cast<std::size_t>(used)};
}

bool is_invisible(std::int32_t value) {
  if (is_plain_point(value)) return false;
  switch (utf8proc_category(value)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CS: return true;
    default: return false;
  }
}

/// Nearly all text is ASCII, so that is passed over 32 bytes at once.
static std::size_t ascii_bytes(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  std::size_t at = 0;
  for (std::uint64_t words[4]; at + sizeof words <= text.size(); at += sizeof words) {
    std::memcpy(words, text.data() + at, sizeof words);
    if (((words[0] | words[1] | words[2] | words[3]) & high_bits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      at += ascii_bytes(text.substr(at));
      continue;
    }
    const CodePoint point = first_code_point(text.substr(at));
    if (point.value < 0) return at;
    at += point.size;
  }
  return std::nullopt;
}

}  // namespace care
