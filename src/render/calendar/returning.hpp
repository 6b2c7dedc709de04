#pragma once

#include <vector>

#include <care/render_calendar.hpp>

#include "render/calendar/uids.hpp"

namespace care {

/// The birthdays, anniversary and events of a customer, as rules where they return.
void add_occasions(const Book& book, const Customer& customer, Date today, Uids& uids,
                   std::vector<CalendarItem>& items);

}  // namespace care
