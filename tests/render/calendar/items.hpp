#pragma once

#include <care/render_exports.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace care::test {

/// All items of the whole plan's calendar.
[[nodiscard]] inline std::vector<CalendarItem> calendar_items(
    const Book& book, Moment now, std::optional<StaffIndex> owner = std::nullopt) {
  std::vector<CalendarItem> items;
  for_each_calendar_item(book, now, owner,
                         [&](CalendarItem item) { items.push_back(std::move(item)); });
  return items;
}

}  // namespace care::test
