#pragma once

#include <care/book_quiet.hpp>

namespace care {

/// Says who is quiet from today to the last day, by what the book as a whole says: the pages of
/// these days, and what they count as left out, would be the same without them (R3, R4, R8, R15,
/// R16, R17). The book must outlive it.
[[nodiscard]] IsQuiet quiet_until(const Book& book, Date today, Date last);

}  // namespace care
