#pragma once

#include <optional>
#include <vector>

#include <care/agenda.hpp>

namespace care {

/// An item with the one day on which it stands in a calendar of the whole plan.
struct PlannedItem {
  Item item;
  Date day;
};

/// Of one customer: open requests and promises, and the next follow-up, thanks and preparations,
/// each on its day to act or the later one on which a snooze or the wait after an attempt ends.
/// With `owner`, only what is theirs or nobody's that day, and emergencies (R14).
[[nodiscard]] std::vector<PlannedItem> planned_items(const Book& book, CustomerIndex customer,
                                                     Moment now, std::optional<StaffIndex> owner);

}  // namespace care
