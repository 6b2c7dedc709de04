#pragma once

#include <string>
#include <vector>

#include <care/book.hpp>

namespace care {

/// What a record says, as one reads it: the first line says what happened, those behind it what was
/// heard, thanked for and so on. All of it is neutralised.
[[nodiscard]] std::vector<std::string> happening_lines(const Book& book, RecordRef record,
                                                       Date today);
/// The same of what is planned with one customer alone.
[[nodiscard]] std::vector<std::string> happening_lines(const Book& book, const Plan* plan,
                                                       Date today);

/// `, 1250.50 EUR`, `, 1000 EUR`; nothing where no amount is known.
[[nodiscard]] std::string price_words(const Purchase& purchase);

}  // namespace care
