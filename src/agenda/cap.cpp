#include <algorithm>
#include <functional>
#include <iterator>

#include "agenda/page.hpp"

namespace care {
namespace {

/// Thanks and follow-ups, but for those that cannot wait (R4, R12) and those that somebody has to
/// decide.
bool may_wait(const Item& item) {
  if (item.follow_up && item.follow_up->beyond) return false;
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
std::vector<std::optional<int>> limits(const Book& book, const Page& page) {
  std::vector<int> touched(book.staff.size() + 1, 0);
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    const Customer& customer = as_of(book, i, page.day);
    if (customer.status == Status::former) continue;
    const bool today_touched = std::ranges::any_of(book.touches.of(i), [&](std::uint32_t touch) {
      return book.touches.all[touch].on.day == page.day;
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

/// The plain entries of one person, those led by thanks or plans and those led by a follow-up.
struct Turns {
  std::vector<Entry*> thanks, follow_ups;
};

/// The places go in turn to either kind, and what one leaves over to the other, so that neither
/// starves; returns the entries beyond.
std::vector<Entry*> beyond(const Turns& turns, std::size_t places, bool follow_ups_first) {
  const auto& first = follow_ups_first ? turns.follow_ups : turns.thanks;
  const auto& second = follow_ups_first ? turns.thanks : turns.follow_ups;
  const std::size_t left_over = places - std::min(places, second.size());
  const std::size_t kept = std::min(first.size(), std::max((places + 1) / 2, left_over));
  const std::size_t kept_of_second = std::min(second.size(), places - kept);
  std::vector<Entry*> rest{first.begin() + static_cast<std::ptrdiff_t>(kept), first.end()};
  rest.insert(rest.end(), second.begin() + static_cast<std::ptrdiff_t>(kept_of_second),
              second.end());
  return rest;
}

/// Moves what is due in the entry off the page.
void leave_out(Entry& entry, Page& page) {
  auto& items = entry.items;
  const auto rest = std::stable_partition(items.begin(), items.end(), std::not_fn(is_due));
  std::transform(rest, items.end(), std::back_inserter(page.capped), identity);
  items.erase(rest, items.end());
  Hiding& reason = page.hidden[*entry.customer];
  if (reason == Hiding::none) reason = Hiding::capped;
}

}  // namespace

void apply_cap(const Book& book, Page& page) {
  const auto limit = limits(book, page);
  std::vector<Turns> turns(limit.size());
  for (Entry& entry : page.entries) {
    if (!counts(entry)) continue;
    Turns& theirs = turns[slot(book, entry.owner)];
    const bool is_plain = entry.items.front().urgency == Urgency::routine;
    (is_plain ? theirs.follow_ups : theirs.thanks).push_back(&entry);
  }
  const bool follow_ups_first = static_cast<unsigned>(civil(page.day).day()) % 2 == 0;
  for (std::size_t i = 0; i < limit.size(); ++i) {
    if (!limit[i]) continue;
    for (Entry* const entry :
         beyond(turns[i], static_cast<std::size_t>(*limit[i]), follow_ups_first)) {
      leave_out(*entry, page);
    }
  }
  if (page.capped.empty()) return;
  std::erase_if(page.entries, [](const Entry& entry) { return entry.items.empty(); });
  sort_entries(page.entries);
}

}  // namespace care
