#include <care/calendar.hpp>

#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <fmt/format.h>

#include "reading/plain_words.hpp"

using namespace care;

namespace {

std::optional<Date> read(const std::string& text) {
  std::chrono::year_month_day day{};
  if (!reading::read_day(text.c_str(), day)) return std::nullopt;
  return Date{day};
}

}  // namespace

TEST_CASE("a day is read from ten bytes, and from no others") {
  int compared = 0;
  for (const char* text : {"2026-11-20", "2000-02-29", "0000-01-01", "9999-12-31"}) {
    for (std::size_t place = 0; place < 10; ++place) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string changed = text;
        changed[place] = static_cast<char>(byte);
        CAPTURE(changed);
        const bool is_right = place == 4 || place == 7 ? byte == '-' : byte >= '0' && byte <= '9';
        const auto day = is_right ? parse_iso(changed) : std::nullopt;
        const auto expected = day ? std::optional{day->day} : std::nullopt;
        if (read(changed) != expected) CHECK(read(changed) == expected);
        compared += expected ? 1 : 0;
      }
    }
  }
  CHECK(compared > 4 * 10);
}

TEST_CASE("each day of a month is read, and none that it does not have") {
  int days = 0;
  for (const int year : {1900, 2000, 2023, 2024}) {
    for (int month = 0; month <= 13; ++month)
      for (int day = 0; day <= 32; ++day)
        days += read(fmt::format("{:04}-{:02}-{:02}", year, month, day)) ? 1 : 0;
  }
  CHECK(days == 365 + 366 + 365 + 366);
}
