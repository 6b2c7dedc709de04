#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include <care/book_choices.hpp>

namespace care {

/// Where something stands; lines and columns from 1, columns in code points. Line 0 = nowhere.
struct Position {
  std::uint32_t file = 0;  ///< index into Book::files
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

enum class Severity {
  note,     ///< only `check` says it
  warning,  ///< read and used, but hardly as meant
  error     ///< something was not read
};

template <>
inline constexpr auto word_rows<Severity> = std::to_array<Choice<Severity>>(
    {{Severity::note, "note"}, {Severity::warning, "warning"}, {Severity::error, "error"}});

/// One thing wrong with the book. Codes are stable and kebab-case; `what` says what is wrong,
/// `instead` what to write.
struct Problem {
  Severity severity;
  std::string_view code;  ///< a literal
  Position at;
  std::string what;
  std::string instead;
};

}  // namespace care
