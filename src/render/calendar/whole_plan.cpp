#include <care/report_calendar.hpp>

#include "render/calendar/components.hpp"
#include "render/calendar/returning.hpp"

namespace care {

std::vector<CalendarItem> calendar_items(const Book& book, Moment now,
                                         std::optional<StaffIndex> owner) {
  const Date today = day_of(now);
  std::vector<CalendarItem> items;
  Uids uids{book};
  for (CustomerIndex who = 0; who < book.customers.size(); ++who) {
    const Customer& customer = book.customers[who];
    if (customer.status == Status::former) continue;
    const auto theirs = owner_of(book, customer);
    if (!owner || !theirs || theirs == owner) add_occasions(book, customer, today, uids, items);
    for (const auto& [item, day] : planned_items(book, who, now, owner)) {
      add_event(book, item, event_of(book, item, day, today, uids.of(book, item)), uids, items);
    }
  }
  return items;
}

}  // namespace care
