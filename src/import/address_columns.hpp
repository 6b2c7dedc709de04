#pragma once

#include <string_view>

#include "import/columns.hpp"

namespace care {

/// `businessstreet`, `straßegeschaftlich`, `addresscity`: a part of somebody's address; `unknown`
/// where it is not one.
[[nodiscard]] ColumnRow part_of_address(std::string_view heading);
/// The word by which the parts of one address belong together; empty where it is not one.
[[nodiscard]] std::string_view address_qualifier(std::string_view word);

}  // namespace care
