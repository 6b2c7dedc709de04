#pragma once

#include <string>
#include <string_view>

namespace care {

/// The topic of `care help book` and `care man book`.
inline constexpr std::string_view book_topic = "book";

}  // namespace care
