#pragma once

#include <string>

#include <care/plan.hpp>

namespace care {

// What a calendar says of an item. It depends on the book alone, so that it stays as it is from
// day to day; and a summary is read beside those of other programs, so it names the customer.

/// `Request of Copperline Lofts: price for new doors`; one line, neutralised.
[[nodiscard]] std::string summary_of(const Book& book, const Item& item);
/// How to address and reach them, and what to know of the item, line by line.
[[nodiscard]] std::string description_of(const Book& book, const Item& item, Date today);
/// How to address and reach the customer, line by line.
[[nodiscard]] std::string reach_lines(const Customer& customer, Date today);

}  // namespace care
