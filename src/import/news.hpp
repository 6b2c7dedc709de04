#pragma once

#include <cstdint>
#include <optional>

#include <care/book.hpp>

#include "import/gathering.hpp"
#include "import/person.hpp"

namespace care {

/// How a row would have somebody looked after, where the book says something else: owner, tier,
/// cadence, status and mood are the book's to say.
[[nodiscard]] std::optional<Outvoted> other_care(const Book& book, const Person& person,
                                                 const Customer& customer);

[[nodiscard]] News news_of(const NewsContext& context, const Person& person,
                           const Customer& customer);
[[nodiscard]] News news_of(const NewsContext& context, const Person& person,
                           const Customer& customer, std::uint32_t contact);
/// Of somebody who would be one more contact of a customer of the book.
[[nodiscard]] News news_of_new_contact(const NewsContext& context, const Person& person,
                                       const Customer& customer);

}  // namespace care
