#pragma once

#include <optional>
#include <span>

#include <care/plan_item.hpp>

namespace care {

struct Book;

/// Who sees an entry with these items too, as a request or promise is so late (R14): the book's
/// owner, or who stands in for them that day.
[[nodiscard]] std::optional<StaffIndex> escalated_to(const Book& book, std::span<const Item> items,
                                                     Date today);

}  // namespace care
