#pragma once

#include <care/book.hpp>

namespace care {

/// The record with all its texts copied into the book, so that it says the same for as long as the
/// book lives: what was typed may be gone before.
[[nodiscard]] Record kept(Book& book, Record record);
/// Whether all texts of the record are the book's.
[[nodiscard]] bool is_kept(const Book& book, const Record& record);

}  // namespace care
