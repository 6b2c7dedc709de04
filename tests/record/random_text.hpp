#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <care/record.hpp>
#include <care/text_blank.hpp>

// Random books, sound and unsound, and random records for them; the same for the same number.

namespace care::test {

/// SplitMix64: small, and the same everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_{seed} {}

  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
  bool chance(std::size_t percent) { return below(100) < percent; }
  template <class List>
  const auto& one_of(const List& list) {
    return *(std::begin(list) + static_cast<std::ptrdiff_t>(below(std::size(list))));
  }

 private:
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
  }

  std::uint64_t state_;
};

inline constexpr std::string_view plain_words[] = {
    "call", "the roof", "spring order", "a # b", "x = 1", "[touch]", "2026-11-22", "it's", "100 %",
};
inline constexpr std::string_view foreign_words[] = {
    "Müller",  "ø",  "Łódź",   "東京タワー", "🌷", "👩‍🔧", "שלום",
    "naïve —", "ß…", "привет", "“so”",       "é", "\u00a0",      "\U0010fffd",
};
inline constexpr std::string_view nasty_words[] = {
    "\"",
    "\\",
    "'",
    "\"\"\"",
    "'''",
    "''' # b",
    "\"\"\" # b",
    "\\\"",
    "\n",
    "\r\n",
    "\t",
    "\x01",
    "\x1b[31m",
    "\x7f",
    "\u0085",
    "\u009b",
    "\u2028",
    "\u2029",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\u200b",
    "\\u0041",
    "\\",
    "[[x]]",
    "\n[[touch]]\n",
    "  # care abcde",
    "\n[[touch]]  # care abcde\n",
    "<<<<<<< HEAD",
    "\n=======\n",
    "]",
    "}",
    ",",
    "\b\f",
};

/// A text as people write it: more than three in ten are beyond ASCII.
inline std::string random_text(Random& random, std::size_t nasty = 25) {
  std::string text;
  const std::size_t words = 1 + random.below(4);
  for (std::size_t i = 0; i < words; ++i) {
    if (i > 0 && random.chance(70)) text += ' ';
    if (random.chance(nasty)) {
      text += random.one_of(nasty_words);
    } else if (random.chance(45)) {
      text += random.one_of(foreign_words);
    } else {
      text += random.one_of(plain_words);
    }
  }
  return text;
}
/// The same for what must say something: what nobody sees counts as absent.
inline std::string random_seen_text(Random& random, std::size_t nasty) {
  std::string text = random_text(random, nasty);
  return is_blank(text) ? text + "x" : text;
}

}  // namespace care::test
