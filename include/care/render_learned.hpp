#pragma once

#include <string>
#include <vector>

#include <care/book_records.hpp>

namespace care {

struct Book;

/// `rosa's phone is 555-0199 already`, for each key of the fact. Neutralised.
[[nodiscard]] std::vector<std::string> known_words(const Book& book, const Fact& fact);

}  // namespace care
