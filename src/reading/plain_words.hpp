#pragma once

#include <algorithm>
#include <bit>
#include <string>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "reading/node.hpp"

namespace care::reading {

/// The first byte of a text that may not just be taken over: `quote`, a backslash, a control
/// character (tabs among them); `end` where all may. Bytes that are not ASCII, before it or close
/// behind, set `is_ascii` to false.
inline const char* find_stop(const char* at, const char* end, char quote, bool& is_ascii) {
#ifdef __SSE2__
  constexpr std::ptrdiff_t step = 16;
  const __m128i quotes = _mm_set1_epi8(quote);
  const __m128i backslashes = _mm_set1_epi8('\\');
  const __m128i deletes = _mm_set1_epi8('\x7f');
  const __m128i above_controls = _mm_set1_epi8('\xe0');
  for (; end - at >= step; at += step) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i controls =
        _mm_cmpeq_epi8(_mm_and_si128(bytes, above_controls), _mm_setzero_si128());
    const __m128i others = _mm_or_si128(
        _mm_cmpeq_epi8(bytes, quotes),
        _mm_or_si128(_mm_cmpeq_epi8(bytes, backslashes), _mm_cmpeq_epi8(bytes, deletes)));
    const int found = _mm_movemask_epi8(_mm_or_si128(controls, others));
    is_ascii = is_ascii && _mm_movemask_epi8(bytes) == 0;
    if (found != 0) return at + std::countr_zero(static_cast<unsigned>(found));
  }
#endif
  const auto stops = [&](char c) {
    is_ascii = is_ascii && c >= '\0';
    return c == quote || c == '\\' || c == '\x7f' || (c >= '\0' && c < ' ');
  };
  return std::find_if(at, end, stops);
}
/// Reads `2026-11-20`, also with a time; the word has at least ten bytes.
[[nodiscard]] bool read_date(Node& node, std::string_view word);

/// Reads a plain true, false, date, moment or decimal number; false for anything else.
[[nodiscard]] bool read_word(Node& node, std::string_view word);

/// A text with the escapes that people use resolved, and line ends as `\n`; false where it has
/// others, or control characters.
[[nodiscard]] bool unescape(std::string_view text, bool has_escapes, std::string& plain);

}  // namespace care::reading
