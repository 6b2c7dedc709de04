#pragma once

#include <string>
#include <vector>

#include <care/book.hpp>

#include "import/person.hpp"

namespace care {

/// What a file says of somebody known that the book does not.
struct News {
  std::vector<std::string> words;     ///< "phone +1 602 555 0199"
  std::vector<std::string> commands;  ///< that take it over
  std::vector<std::string> by_hand;   ///< "url = …": for which there is no command

  [[nodiscard]] bool is_empty() const { return words.empty() && by_hand.empty(); }
};

[[nodiscard]] News news_of(const Person& person, const Customer& customer,
                           std::optional<Date> last_contact);
[[nodiscard]] News news_of(const Person& person, const Customer& customer, const Contact& contact);
/// Of somebody who would be one more contact of a customer of the book.
[[nodiscard]] News news_of_new_contact(const Person& person, const Customer& customer);

}  // namespace care
