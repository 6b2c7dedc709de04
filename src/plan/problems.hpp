#pragma once

#include <string>
#include <string_view>

#include <care/book.hpp>

namespace care {

/// What a problem quotes of a text in the book.
[[nodiscard]] std::string short_text(std::string_view text);

/// The start of the line on which the key stands, else the table.
[[nodiscard]] Position place_of(const Book& book, Position table, std::uint32_t line);

/// An `at_most` that is shorter than `every`, and an escalation that reaches nobody (R4, R14).
void problems_of_policy(const Book& book, std::vector<Problem>& problems);
/// The former, of a customer.
void too_short_of(const Book& book, const Customer& customer, std::vector<Problem>& problems);

/// The same surprise within three years (R19).
void surprises_again(const Book& book, std::vector<Problem>& problems);

}  // namespace care
