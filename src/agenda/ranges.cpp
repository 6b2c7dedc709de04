#include <algorithm>
#include <iterator>
#include <set>

#include "agenda/page.hpp"

namespace care {
namespace {

constexpr std::chrono::days one_day{1};
constexpr std::chrono::days look_ahead{400};

/// `now` of a later day is the opening of its first window, as with `--today`.
Moment now_on(const Book& book, Moment now, Date day) {
  return day == day_of(now) ? now : book.policy.calendar.opening(day);
}

/// Leaves only what is due and has stood on no earlier page, and remembers it.
void drop_seen(std::vector<Entry>& entries, std::set<Identity>& seen) {
  for (Entry& entry : entries) {
    if (entry.unreadable != nullptr) continue;
    std::erase_if(entry.items, [&](const Item& item) {
      return !is_due(item) || !seen.insert(identity(item)).second;
    });
  }
  std::erase_if(entries, [](const Entry& entry) { return entry.items.empty(); });
  sort_entries(entries);
}

}  // namespace

Agenda agenda_of_range(const Book& book, Moment now, Date from, Date to,
                       const Selection& selection) {
  const Date today = day_of(now);
  Agenda agenda{&book, now, from, to, true, selection.owner, {}, {}};
  std::set<Identity> seen;
  for (Date day = today; day <= to; day += one_day) {
    const Moment then = now_on(book, now, day);
    Page page = make_page(book, then, day == today ? Cap::applied : Cap::none, selection);
    if (day == today) {
      agenda.hidden = count_hidden(book, page, selection);
      for (const Item& item : page.capped) seen.insert(identity(item));
    } else {
      std::erase_if(page.entries, [](const Entry& entry) { return entry.unreadable != nullptr; });
    }
    select_entries(page.entries, selection);
    drop_seen(page.entries, seen);
    if (day < from) continue;
    complete(book, page.entries);
    std::ranges::move(page.entries, std::back_inserter(agenda.entries));
  }
  return agenda;
}

std::optional<NextDue> next_due(const Book& book, Moment now, const Selection& selection) {
  const Date today = day_of(now);
  for (Date day = today + one_day; day <= today + look_ahead; day += one_day) {
    Page page = make_page(book, now_on(book, now, day), Cap::none, selection);
    select_entries(page.entries, selection);
    for (const Entry& entry : page.entries) {
      if (entry.customer && is_due(entry.items.front())) return NextDue{day, *entry.customer};
    }
  }
  return std::nullopt;
}

}  // namespace care
