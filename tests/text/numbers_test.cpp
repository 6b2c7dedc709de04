#include <care/text_numbers.hpp>

#include <charconv>
#include <random>
#include <string>

#include <doctest/doctest.h>

#include <fmt/format.h>

using namespace care;

TEST_CASE("decimals are digits, with a point between them or without") {
  CHECK(decimal_number("0") == 0.0);
  CHECK(decimal_number("0012") == 12.0);
  CHECK(decimal_number("1250.50") == 1250.5);
  CHECK(decimal_number("999999999999999") == 999999999999999.0);
  CHECK(decimal_number("0.00000000000001") == 1e-14);
  for (const char* text : {"", ".", "1.", ".5", "-1", "+1", "1,5", "1.2.3", "1e3", "1_000", " 1",
                           "0x10", "inf", "1000000000000000", "1.000000000000000"}) {
    CAPTURE(text);
    CHECK_FALSE(decimal_number(text));
  }
}

TEST_CASE("decimals are rounded as the standard library rounds them") {
  std::mt19937_64 random{15};
  for (int i = 0; i < 20'000; ++i) {
    std::string text = fmt::format("{}", random() % 1'000'000'000'000'000);
    const std::size_t whole = 1 + random() % text.size();
    if (whole < text.size()) text.insert(whole, ".");
    CAPTURE(text);
    double expected = 0;
    std::from_chars(text.data(), text.data() + text.size(), expected);
    CHECK(decimal_number(text) == expected);
  }
}
