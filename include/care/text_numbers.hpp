#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <care/text_ascii.hpp>

namespace care {

/// The number that decimals like `1250` and `12.50` write, rounded as IEEE 754 asks; nothing where
/// anything else stands there, or more than 15 digits. Whatever the locale says; and what the
/// library has for it would be the only user of libm, which is then loaded at every start.
[[nodiscard]] constexpr std::optional<double> decimal_number(std::string_view text) {
  // Whole numbers and powers of ten as large as these are exact, so that one division rounds once.
  constexpr std::size_t most_digits = 15;
  const std::size_t point = text.find('.');
  const std::string_view fraction =
      point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  const std::string_view whole = text.substr(0, point);
  if (!is_number(whole) || whole.size() + fraction.size() > most_digits) return std::nullopt;
  if (point != std::string_view::npos && !is_number(fraction)) return std::nullopt;
  std::int64_t digits = 0;
  std::int64_t parts = 1;
  for (const char c : whole) digits = digits * 10 + (c - '0');
  for (const char c : fraction) {
    digits = digits * 10 + (c - '0');
    parts *= 10;
  }
  return static_cast<double>(digits) / static_cast<double>(parts);
}

}  // namespace care
