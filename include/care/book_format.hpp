#pragma once

#include <care/book_choices.hpp>
#include <care/book_tables.hpp>
#include <care/book_texts.hpp>
#include <care/calendar.hpp>

#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace care {

/// A text as a TOML basic string. C0, DEL, C1, U+2028/9, bidi controls, the byte order mark and the
/// third of three single quotes are escaped; the text must be UTF-8.
[[nodiscard]] std::string toml_string(std::string_view text);
void append_toml_string(std::string& out, std::string_view text);
/// `["…", "…"]`.
void append_toml_list(std::string& out, const Texts& texts);

/// A value as a book spells it. Times have seconds, so that any reader of TOML 1.0 takes them.
[[nodiscard]] std::string toml_value(const Texts& texts);
[[nodiscard]] std::string toml_value(Date day);
[[nodiscard]] std::string toml_value(const When& when);
[[nodiscard]] std::string toml_value(const YearlyDate& date);
[[nodiscard]] std::string toml_value(Duration length);
[[nodiscard]] std::string toml_value(const Cadence& every);
[[nodiscard]] std::string toml_value(const std::vector<Tier>& tiers);
[[nodiscard]] std::string toml_value(double number);
[[nodiscard]] std::string toml_value(int number);
[[nodiscard]] std::string toml_value(bool truth);
template <class Value>
requires std::is_enum_v<Value>
[[nodiscard]] std::string toml_value(Value value) { return toml_string(word(value)); }

/// A value as programs take it, with dates in ISO 8601; nothing where there is none.
using Cell = std::variant<std::monostate, std::string, double, bool, std::vector<std::string>>;

/// In words, a list with semicolons; empty where there is none.
[[nodiscard]] std::string cell_text(const Cell& cell);

/// One key of a table, in words for whoever writes a book.
struct KeyFormat {
  std::string_view name;
  std::string type;  ///< "text", "date", "length of time in whole days", "call | visit | …"
  bool is_needed;
  std::string absent;      ///< what holds without the key: a value as a book spells it, or words
  std::string example;     ///< of the value, as a book spells it
  std::string_view rule;   ///< "R4"; empty where no rule rests on it
  std::string_view about;  ///< one line
};

/// One table of a book.
struct TableFormat {
  std::string_view header;  ///< `[[touch]]`
  std::string_view about;   ///< one line
  std::vector<KeyFormat> keys;
};

/// The format of the book: every table and every key, in the order in which they are explained.
[[nodiscard]] std::vector<TableFormat> book_format();

}  // namespace care
