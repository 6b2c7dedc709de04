#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <care/book_choices.hpp>
#include <care/book_policy.hpp>
#include <care/book_texts.hpp>
#include <care/calendar.hpp>

namespace care {

/// A text as a TOML basic string. C0, DEL, C1, U+2028/9, bidi controls, the byte order mark and the
/// third of three single quotes are escaped; the text must be UTF-8.
[[nodiscard]] std::string toml_string(std::string_view text);

/// A value as a book spells it. Times have seconds, so that any reader of TOML 1.0 takes them.
[[nodiscard]] std::string toml_value(const std::vector<Text>& texts);
[[nodiscard]] std::string toml_value(Date day);
[[nodiscard]] std::string toml_value(const When& when);
[[nodiscard]] std::string toml_value(const YearlyDate& date);
[[nodiscard]] std::string toml_value(Duration length);
[[nodiscard]] std::string toml_value(const Cadence& every);
[[nodiscard]] std::string toml_value(double number);
[[nodiscard]] std::string toml_value(int number);
[[nodiscard]] std::string toml_value(bool truth);
template <class Value>
requires std::is_enum_v<Value>
[[nodiscard]] std::string toml_value(Value value) { return toml_string(word(value)); }

}  // namespace care
