#pragma once

#include <string>
#include <string_view>

namespace care {

/// An id for a customer of this name, which may be taken: its letters in ASCII, `-` between words.
[[nodiscard]] std::string customer_id_from(std::string_view name);
/// Whether the word is what somebody is addressed with and nothing else, as Mr or Frau; or a title,
/// as Dr.
[[nodiscard]] bool is_form_of_address(std::string_view word);
[[nodiscard]] bool is_title(std::string_view word);

}  // namespace care
