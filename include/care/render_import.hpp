#pragma once

#include <string>

#include <care/import.hpp>

namespace care {

/// What an import found, for whoever decides whether it is to be written: counts, then what needs a
/// look, each with FILE:LINE.
[[nodiscard]] std::string render(const Import& import);

/// The tables that are to be written: customers, then their last contacts. The book is as it was
/// afterwards.
[[nodiscard]] std::string import_text(Book& book, const Import& import);

}  // namespace care
