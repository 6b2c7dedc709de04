#include <algorithm>
#include <functional>

#include "agenda/page.hpp"

namespace care {
namespace {

/// Thanks and follow-ups, but for those that cannot wait and those that somebody has to decide.
bool may_wait(const Item& item) {
  return row_of(item.kind).group == Group::plain && item.kind != Kind::no_plan &&
         item.urgency != Urgency::delicate;
}

/// Only plain follow-ups and thanks are due in it, and at least one of them.
bool counts(const Entry& entry) {
  if (entry.unreadable != nullptr) return false;
  bool any = false;
  for (const Item& item : entry.items) {
    if (!is_due(item)) continue;
    if (!may_wait(item)) return false;
    any = true;
  }
  return any;
}

/// A place for each of the staff, and the last one for nobody.
std::size_t slot(const Book& book, std::optional<StaffIndex> owner) {
  return owner.value_or(static_cast<StaffIndex>(book.staff.size()));
}

/// How many plain entries each person still sees; nothing = no limit.
std::vector<std::optional<int>> limits(const Book& book, Date today, const Page& page) {
  std::vector<int> touched(book.staff.size() + 1, 0);
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    const Customer& customer = book.customers[i];
    if (customer.status == Status::former) continue;
    const bool today_touched = std::ranges::any_of(book.touches.of(i), [&](std::uint32_t touch) {
      return book.touches.all[touch].on.day == today;
    });
    if (!today_touched) continue;
    ++touched[slot(book, agenda_owner(book, customer, page.stand_ins))];
  }
  std::vector<std::optional<int>> result(book.staff.size() + 1);
  for (std::size_t i = 0; i < result.size(); ++i) {
    const int per_day = i < book.staff.size() ? book.staff[i].per_day.value_or(book.policy.per_day)
                                              : book.policy.per_day;
    if (per_day > 0) result[i] = std::max(0, per_day - touched[i]);
  }
  return result;
}

}  // namespace

void apply_cap(const Book& book, Date today, Page& page) {
  auto left = limits(book, today, page);
  bool moved = false;
  for (Entry& entry : page.entries) {
    auto& limit = left[slot(book, entry.owner)];
    if (!limit || !counts(entry)) continue;
    if (*limit > 0) {
      --*limit;
      continue;
    }
    auto& items = entry.items;
    const auto rest = std::stable_partition(items.begin(), items.end(), std::not_fn(is_due));
    page.capped.insert(page.capped.end(), rest, items.end());
    items.erase(rest, items.end());
    Hiding& reason = page.hidden[*entry.customer];
    if (reason == Hiding::none) reason = Hiding::capped;
    moved = true;
  }
  if (!moved) return;
  std::erase_if(page.entries, [](const Entry& entry) { return entry.items.empty(); });
  sort_entries(page.entries);
}

}  // namespace care
