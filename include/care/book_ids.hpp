#pragma once

#include <string>
#include <string_view>

namespace care {

/// An id for a customer of this name, which may be taken: its letters in ASCII, `-` between words.
[[nodiscard]] std::string customer_id_from(std::string_view name);

}  // namespace care
