#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <care/calendar.hpp>

namespace care {

struct FirstCustomer {
  std::string name, phone;
};

/// What `care init` asks on a terminal.
struct FirstAnswers {
  std::string name = "My Shop";
  std::string hours = R"(["09:00-12:30", "13:30-17:00"])";  ///< as a book has them
  std::optional<FirstCustomer> first;
  bool will_import = false;  ///< then nobody needs the examples
};

/// Hours as people type them, `9-12:30, 13:30-17`, as a book has them; nothing where they are none.
[[nodiscard]] std::optional<std::string> hours_typed(std::string_view typed);

/// The text of a book to start from: commented, and with examples unless there are customers of
/// one's own.
[[nodiscard]] std::string starter_book(Date today, const FirstAnswers& answers);

}  // namespace care
