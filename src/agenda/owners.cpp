#include <care/agenda_escalation.hpp>
#include <care/text.hpp>

#include "agenda/page.hpp"

#include <algorithm>
#include <limits>

namespace care {

StaffIndex stand_in(const Book& book, StaffIndex owner, Date day) {
  StaffIndex at = owner;
  for (std::size_t steps = 0; steps <= book.staff.size(); ++steps) {
    if (!is_away(book.staff[at], day)) return at;
    if (!book.staff[at].backup) return owner;
    at = *book.staff[at].backup;
  }
  return owner;  // a circle
}

bool is_away(const Staff& staff, Date day) {
  return std::ranges::any_of(staff.away,
                             [&](DaySpan span) { return span.from <= day && day <= span.to; });
}

StandIns stand_ins(const Book& book, Date day) {
  constexpr auto unknown = std::numeric_limits<StaffIndex>::max();
  constexpr StaffIndex nobody = unknown - 1;
  // Whom each leads to along `backup`: those on the way to somebody lead there, too.
  StandIns leads_to(book.staff.size(), unknown);
  std::vector<StaffIndex> way;
  for (StaffIndex start = 0; start < book.staff.size(); ++start) {
    way.clear();
    std::optional<StaffIndex> at = start;
    while (at && leads_to[*at] == unknown) {
      way.push_back(*at);
      leads_to[*at] = is_away(book.staff[*at], day) ? nobody : *at;
      if (leads_to[*at] == nobody) at = book.staff[*at].backup;
    }
    const StaffIndex end = at ? leads_to[*at] : nobody;
    for (const StaffIndex one : way) leads_to[one] = end;
  }
  for (StaffIndex i = 0; i < book.staff.size(); ++i)
    if (leads_to[i] == nobody) leads_to[i] = i;
  return leads_to;
}

std::optional<StaffIndex> agenda_owner(const Book& book, const Customer& customer,
                                       const StandIns& stand_ins) {
  const auto owner = owner_of(book, customer);
  return owner ? stand_ins[*owner] : owner;
}

std::optional<StaffIndex> agenda_owner(const Book& book, const Customer& customer, Date day) {
  const auto owner = owner_of(book, customer);
  return owner ? stand_in(book, *owner, day) : owner;
}

bool has_any(const Customer& customer, const std::vector<std::string>& tags) {
  return tags.empty() || std::ranges::any_of(customer.tags, [&](Text tag) {
           return std::ranges::any_of(
               tags, [&](const std::string& wanted) { return equal_composed(wanted, tag); });
         });
}

bool Selection::wants(const Customer& customer) const { return has_any(customer, tags); }

bool Selection::wants(Kind kind) const {
  return only.empty() || std::ranges::find(only, kind) != only.end();
}

bool Selection::wants(std::optional<StaffIndex> who) const {
  return !owner || !who || who == owner;
}

std::optional<StaffIndex> escalated_to(const Book& book, std::span<const Item> items, Date today) {
  const auto& after = book.policy.escalate;
  if (!after || !book.owner) return std::nullopt;
  const bool any = std::ranges::any_of(items, [&](const Item& item) {
    return item.urgency == Urgency::overdue && item.hiding == Hiding::none &&
           book.policy.calendar.plus(item.due.day, *after) <= today;
  });
  return any ? std::optional{stand_in(book, *book.owner, today)} : std::nullopt;
}

bool stands_on(const Selection& selection, const Entry& entry) {
  const bool is_theirs =
      selection.wants(entry.owner) || (entry.escalated_to && entry.escalated_to == selection.owner);
  return is_theirs ||
         std::ranges::find(entry.items, Kind::emergency, &Item::kind) != entry.items.end();
}

void select_items(const Selection& selection, std::vector<Item>& items) {
  std::erase_if(items, [&](const Item& item) { return !selection.wants(item.kind); });
}

void select_entries(const Selection& selection, std::vector<Entry>& entries) {
  std::erase_if(entries,
                [&](const Entry& entry) { return entry.customer && !stands_on(selection, entry); });
}

}  // namespace care
