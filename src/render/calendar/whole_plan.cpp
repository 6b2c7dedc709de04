#include <care/report_calendar.hpp>

#include <utility>

#include "render/calendar/components.hpp"
#include "render/calendar/returning.hpp"

namespace care {

void for_each_calendar_item(const Book& book, Moment now, std::optional<StaffIndex> owner,
                            const std::function<void(CalendarItem)>& take) {
  const Date today = day_of(now);
  Uids uids{book};
  for (CustomerIndex who = 0; who < book.customers.size(); ++who) {
    const Customer& customer = book.customers[who];
    if (customer.status == Status::former) continue;
    std::vector<CalendarItem> items;
    const auto theirs = owner_of(book, customer);
    if (!owner || !theirs || theirs == owner) add_occasions(book, customer, today, uids, items);
    for (const auto& [item, day] : planned_items(book, who, now, owner)) {
      add_event(book, item, event_of(book, item, day, today, uids.of(book, item)), uids, items);
    }
    for (CalendarItem& item : items) take(std::move(item));
  }
}

std::vector<CalendarItem> calendar_items(const Book& book, Moment now,
                                         std::optional<StaffIndex> owner) {
  std::vector<CalendarItem> items;
  for_each_calendar_item(book, now, owner,
                         [&](CalendarItem item) { items.push_back(std::move(item)); });
  return items;
}

}  // namespace care
