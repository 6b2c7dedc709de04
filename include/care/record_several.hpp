#pragma once

#include <care/record.hpp>

namespace care {

/// As `difference` for one record, but for many customers, touches whose `customer` may count on
/// behind those of `before`, and what is new of those; the first of them stands there, and all
/// others behind it.
[[nodiscard]] std::optional<std::string> difference(const Reading& before, const Reading& after,
                                                    const std::vector<Customer>& customers,
                                                    const std::vector<Touch>& touches,
                                                    const std::vector<Record>& updates,
                                                    Position at);

/// The same as they will stand there. Book and customers are as they were afterwards.
[[nodiscard]] std::string records_text(Book& book, std::vector<Customer>& customers,
                                       const std::vector<Touch>& touches,
                                       const std::vector<Record>& updates);

}  // namespace care
