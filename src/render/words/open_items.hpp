#pragma once

#include <string>

#include <care/report.hpp>

namespace care {

/// What is open of a customer and, behind it, the command that settles it, as
/// `request "new doors", answer by 14:00 (care log --request)`.
[[nodiscard]] std::string open_words(const Outlook& outlook, const Item& item);

}  // namespace care
