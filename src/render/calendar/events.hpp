#pragma once

#include <string>
#include <vector>

#include <care/report_calendar.hpp>

#include "render/calendar/components.hpp"

namespace care {

// What a calendar says of an item. It depends on the book alone, so that it stays as it is from
// day to day; and a summary is read beside those of other programs, so it names the customer.

/// The item on `day`; how to reach them is as of `today`, as are the records of its customer.
[[nodiscard]] CalendarEvent event_of(const Book& book, const CustomerRecords& records,
                                     const Item& item, Date day, Date today, std::string uid);
/// Adds the event; requests and promises stand in a calendar as tasks, too.
void add_event(const Book& book, const Item& item, CalendarEvent event, Uids& uids,
               std::vector<CalendarItem>& items);
/// How to address and reach the customer, line by line.
[[nodiscard]] std::string reach_lines(const Customer& customer, Date today);

}  // namespace care
