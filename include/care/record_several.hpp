#pragma once

#include <care/record.hpp>

namespace care {

/// As `difference` for one record, but for many customers, and touches whose `customer` counts on
/// behind those of `before`; the first of them stands there, and all others behind it.
[[nodiscard]] std::optional<std::string> difference(const Reading& before, const Reading& after,
                                                    const std::vector<Customer>& customers,
                                                    const std::vector<Touch>& touches, Position at);

/// Many customers, then touches of theirs whose `customer` counts on behind those of the book, as
/// they will stand there. Book and customers are as they were afterwards.
[[nodiscard]] std::string records_text(Book& book, std::vector<Customer>& customers,
                                       const std::vector<Touch>& touches);

}  // namespace care
