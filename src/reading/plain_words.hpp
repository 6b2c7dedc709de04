#pragma once

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
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
  const unsigned tens = digit(8);
  const unsigned ones = digit(9);
  if (tens > 9 || ones > 9) return false;
  // `2026-11-` at once: of what differs from `0000-00-`, each byte is the digit or nothing.
  const auto byte = [text](unsigned at) {
    return std::uint64_t{static_cast<unsigned char>(text[at])} << 8U * at;
  };
  const std::uint64_t digits =
      (byte(0) | byte(1) | byte(2) | byte(3) | byte(4) | byte(5) | byte(6) | byte(7)) ^
      0x2d30'302d'3030'3030U;
  constexpr std::uint64_t above_most = 0x7f76'767f'7676'7676U;  // has the high bit of what is more
  constexpr std::uint64_t high_bits = 0x8080'8080'8080'8080U;
  if (((digits | (digits + above_most)) & high_bits) != 0) return false;
  const auto two = [digits](unsigned at) {
    const auto both = static_cast<unsigned>(digits >> (8U * at));
    return 10 * (both & 0xffU) + (both >> 8U & 0xffU);
  };
  day = {std::chrono::year{static_cast<int>(100 * two(0) + two(2))}, std::chrono::month{two(5)},
         std::chrono::day{10 * tens + ones}};
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
