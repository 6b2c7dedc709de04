#include <algorithm>

#include "agenda/page.hpp"

namespace care {

bool has_any(const Customer& customer, const std::vector<std::string>& tags) {
  return tags.empty() || std::ranges::any_of(customer.tags, [&](Text tag) {
           return std::ranges::find(tags, tag) != tags.end();
         });
}

bool Selection::wants(const Customer& customer) const { return has_any(customer, tags); }

bool Selection::wants(Kind kind) const {
  return only.empty() || std::ranges::find(only, kind) != only.end();
}

bool Selection::wants(std::optional<StaffIndex> who) const {
  return !owner || !who || who == owner;
}

bool has_emergency(const Entry& entry) {
  return std::ranges::find(entry.items, Kind::emergency, &Item::kind) != entry.items.end();
}

void select_entries(const Book& book, const Selection& selection, std::vector<Entry>& entries) {
  std::erase_if(entries, [&](Entry& entry) {
    if (entry.unreadable != nullptr) return false;
    if (!selection.wants(book.customers[*entry.customer])) return true;
    if (!selection.wants(entry.owner) && !has_emergency(entry)) return true;
    std::erase_if(entry.items, [&](const Item& item) { return !selection.wants(item.kind); });
    return entry.items.empty();
  });
  if (!selection.only.empty()) sort_entries(entries);
}

}  // namespace care
