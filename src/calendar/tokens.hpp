#pragma once

#include <vector>

#include <care/calendar.hpp>

namespace care {

// What all texts about days are made of: words, numbers, months and times of day.

/// ASCII letters made small.
[[nodiscard]] std::string lowered(std::string_view text);
/// Without blanks at either end.
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::vector<std::string_view> words(std::string_view text);
/// All of `text` as a whole number without a sign.
[[nodiscard]] std::optional<int> number(std::string_view text);
/// `nov` or `november` in any letter case.
[[nodiscard]] std::optional<std::chrono::month> parse_month(std::string_view text);
/// `09:00`, up to `24:00`.
[[nodiscard]] std::optional<std::chrono::minutes> parse_clock(std::string_view text);

}  // namespace care
