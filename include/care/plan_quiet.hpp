#pragma once

#include <care/book_quiet.hpp>

namespace care {

/// Says who is quiet on that day, by what the book as a whole says: today's page, and what it
/// counts as left out, would be the same without them (R3, R4, R8, R15, R17). The book must outlive
/// it.
[[nodiscard]] IsQuiet quiet_on(const Book& book, Date today);

}  // namespace care
