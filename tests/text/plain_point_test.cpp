#include <care/text_plain.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include <care/text.hpp>
#include <care/text_ascii.hpp>

#include <doctest/doctest.h>
#include <utf8proc.h>

using namespace care;

namespace {

/// As the library has it.
CodePoint point_of(std::string_view text) {
  std::int32_t value = -1;
  const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &value);
  return size > 0 ? CodePoint{value, static_cast<std::size_t>(size)} : CodePoint{-1, 1};
}

bool are_same(const CodePoint& a, const CodePoint& b) {
  return a.value == b.value && a.size == b.size;
}

std::string bytes_of(std::int32_t value) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(value, bytes.data());
  return {bytes.begin(), bytes.begin() + size};
}

}  // namespace

TEST_SUITE_BEGIN("text");

TEST_CASE("what is plain is a letter or a sign of ASCII, of one column, that joins with nothing") {
  int plain = 0;
  for (std::int32_t value = 0; value <= 0x10ffff; ++value) {
    if (!is_plain_point(value)) continue;
    ++plain;
    CAPTURE(value);
    CHECK(utf8proc_charwidth(value) == 1);
    CHECK(utf8proc_get_property(value)->boundclass == UTF8PROC_BOUNDCLASS_OTHER);
    const auto category = utf8proc_category(value);
    const bool is_letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
    CHECK((value < 0x80 || is_letter));
    CHECK(category != UTF8PROC_CATEGORY_CC);
    CHECK(!is_invisible(value));
    CHECK(display_width(bytes_of(value) + bytes_of(value) + "a") == 3);
    CHECK(display_width("a" + bytes_of(value) + "\u0301") == 2);
    CHECK(neutralised(bytes_of(value)) == bytes_of(value));
    // A letter stays one, or several: none of them ends a word.
    const std::string small = folded(bytes_of(value));
    const auto ends_word = [](char c) {
      return is_ascii({&c, 1}) && c != '\'' && !is_small_letter(c) && !is_digit(c);
    };
    CHECK((value < 0x80 || std::ranges::none_of(small, ends_word)));
  }
  CHECK(plain > 800);
}

TEST_CASE("a code point is the one that the library finds") {
  int wrong = 0;
  for (std::int32_t value = 0; value <= 0x10ffff; ++value) {
    if (value >= 0xd800 && value <= 0xdfff) continue;
    const std::string bytes = bytes_of(value);
    if (!are_same(first_code_point(bytes), {value, bytes.size()})) ++wrong;
  }
  std::mt19937 random{5};
  constexpr std::string_view often =
      "\xc3\xc4\xca\xcb\xc2\xe1\xb8\xbb\xbc\x80\xbf\xa0 a\xff\xe0\xf0";
  for (int i = 0; i < 200'000; ++i) {
    std::string text;
    for (auto size = random() % 5 + 1; size > 0; --size) text += often[random() % often.size()];
    if (!are_same(first_code_point(text), point_of(text))) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_SUITE_END();
