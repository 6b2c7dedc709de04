#pragma once

#include <span>
#include <string>

#include <care/book.hpp>

namespace care {

/// Each as a table, with a blank line between two.
void append_customers(std::string& out, const Book& book, std::span<const Customer> customers);

}  // namespace care
