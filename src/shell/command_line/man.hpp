#pragma once

#include "shell/command_line/command.hpp"

namespace care {

/// The manual page care(1) in the macros of mdoc(7), which man of all systems reads.
[[nodiscard]] std::string manual(const CommandLineHelp& help);

/// Its sections on what `--format` and `export` write, for those who read it by program
/// (man_formats.cpp).
[[nodiscard]] std::string format_sections();

/// The topic of `care help book` and `care man book`.
inline constexpr std::string_view book_topic = "book";

/// The manual page care-book(5): every table and key of a book, and the codes of its problems
/// (man_book.cpp).
[[nodiscard]] std::string book_manual();

/// The same for a terminal: 80 columns wide.
[[nodiscard]] std::string book_page();

}  // namespace care
