#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace care {

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
