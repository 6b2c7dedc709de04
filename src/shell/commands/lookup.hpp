#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <care/book.hpp>
#include <care/calendar_typed.hpp>

namespace care {

// What was typed, found in the book; UsageError with what there is where it is not there.

/// The one customer whom the words name.
[[nodiscard]] CustomerIndex customer_named(const Book& book, std::string_view who);
[[nodiscard]] StaffIndex staff_named(const Book& book, std::string_view option,
                                     std::string_view id);
/// Index into `Policy::tiers`; letter case does not matter.
[[nodiscard]] std::uint32_t tier_named(const Book& book, std::string_view name);
void check_tags(const Book& book, const std::vector<std::string>& tags);

/// A day as people type it, without a time.
[[nodiscard]] Date day_typed(const Book& book, Moment now, std::string_view option,
                             std::string_view text, Lean lean);

/// Staff whose `--owner` was typed; nothing where it was not.
[[nodiscard]] std::optional<StaffIndex> owner_named(const Book& book, const std::string& id);

}  // namespace care
