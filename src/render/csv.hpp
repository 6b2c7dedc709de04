#pragma once

#include <span>
#include <string>

namespace care {

/// One line of CSV with its line end (RFC 4180 §2).
[[nodiscard]] std::string csv_row(std::span<const std::string> fields);

}  // namespace care
