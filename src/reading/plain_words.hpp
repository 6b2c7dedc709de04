#pragma once

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstddef>
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

/// The end of a text on its line that takes no second look: a control character, a quote, a
/// backslash, or what is not ASCII. Null where that comes near to `end`.
inline const char* end_of_plain_text(const char* at, const char* end) {
#ifdef __SSE2__
  constexpr std::ptrdiff_t step = 16;
  for (; end - at > step; at += step) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i stops = _mm_or_si128(_mm_or_si128(_mm_cmplt_epi8(bytes, _mm_set1_epi8(' ')),
                                                    _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\x7f'))),
                                       _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')),
                                                    _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'))));
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(stops));
    if (found != 0) return at + std::countr_zero(found);
  }
  return nullptr;
#else
  bool is_ascii = true;
  const char* const stop = find_stop(at, end, '"', is_ascii);
  return is_ascii && stop != end ? stop : nullptr;
#endif
}

/// Reads the ten bytes of `2026-11-20`.
inline bool read_day(const char* text, std::chrono::year_month_day& day) {
  const auto digit = [text](std::size_t at) {
    return static_cast<unsigned>(static_cast<unsigned char>(text[at])) - unsigned{'0'};
  };
  constexpr std::size_t places[] = {0, 1, 2, 3, 5, 6, 8, 9};
  unsigned largest = 0;
  for (const std::size_t at : places) largest = std::max(largest, digit(at));
  if (largest > 9 || text[4] != '-' || text[7] != '-') return false;
  const unsigned year = 1000 * digit(0) + 100 * digit(1) + 10 * digit(2) + digit(3);
  day = {std::chrono::year{static_cast<int>(year)}, std::chrono::month{10 * digit(5) + digit(6)},
         std::chrono::day{10 * digit(8) + digit(9)}};
  return day.ok();
}

/// Reads `2026-11-20`, also with a time; the word has at least ten bytes.
[[nodiscard]] bool read_date(Node& node, std::string_view word);

/// Reads a plain true, false, date, moment or decimal number; false for anything else.
[[nodiscard]] bool read_word(Node& node, std::string_view word);

/// A text with the escapes that people use resolved, and line ends as `\n`; false where it has
/// others, or control characters.
[[nodiscard]] bool unescape(std::string_view text, bool has_escapes, std::string& plain);

}  // namespace care::reading
