#include <doctest/doctest.h>
#include <care/text_ascii.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace care;

TEST_CASE("letters and digits are those of ASCII") {
  for (int i = 0; i < 256; ++i) {
    const auto c = static_cast<char>(i);
    CAPTURE(i);
    const bool small = std::string_view{"abcdefghijklmnopqrstuvwxyz"}.find(c) != std::string::npos;
    const bool big = std::string_view{"ABCDEFGHIJKLMNOPQRSTUVWXYZ"}.find(c) != std::string::npos;
    const bool digit = std::string_view{"0123456789"}.find(c) != std::string::npos;
    CHECK(is_small_letter(c) == small);
    CHECK(is_capital(c) == big);
    CHECK(is_letter(c) == (small || big));
    CHECK(is_digit(c) == digit);
    CHECK(is_letter_or_digit(c) == (small || big || digit));
    CHECK(small_letter(c) == (big ? c + 32 : c));
    CHECK(capital(c) == (small ? c - 32 : c));
  }
  CHECK(in_small_letters("Straße 12, ÄB") == "straße 12, Äb");
  CHECK(in_capitals("Straße 12, äb") == "STRAßE 12, äB");
}

TEST_CASE("a number has digits alone") {
  CHECK(is_number("0"));
  CHECK(is_number("0123456789"));
  for (const char* text : {"", " 1", "-1", "+1", "1.0", "1e3", "x", "١"}) {
    CAPTURE(text);
    CHECK_FALSE(is_number(text));
  }
}

TEST_CASE("blanks are cut off either end") {
  CHECK(trimmed("") == "");
  CHECK(trimmed(" \t\r ") == "");
  CHECK(trimmed("a") == "a");
  CHECK(trimmed("\t a  b \r") == "a  b");
  CHECK(trimmed(" \na\n ") == "\na\n");
  CHECK(trimmed(" \na\n ", " \n") == "a");
  CHECK(trimmed(" \ta ", " ") == "\ta");
}

TEST_CASE("lines are taken off one by one") {
  const auto lines = [](std::string_view text) {
    std::vector<std::string> all;
    while (!text.empty()) all.emplace_back(take_line(text));
    return all;
  };
  using Lines = std::vector<std::string>;
  CHECK(lines("") == Lines{});
  CHECK(lines("a") == Lines{"a"});
  CHECK(lines("a\n") == Lines{"a"});
  CHECK(lines("\n") == Lines{""});
  CHECK(lines("a\r\n\nb") == Lines{"a\r", "", "b"});
}
