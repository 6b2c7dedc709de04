#pragma once

#include <string>
#include <string_view>

namespace care {

/// The topic of `care help book` and `care man book`.
inline constexpr std::string_view book_topic = "book";

/// The manual page care-book(5): every table and key of a book, and the codes of its problems.
[[nodiscard]] std::string book_manual();

/// The same for a terminal: 80 columns wide.
[[nodiscard]] std::string book_page();

}  // namespace care
