#pragma once

#include <vector>

#include <care/report_calendar.hpp>
#include "render/calendar/components.hpp"

namespace care {

/// Adds the plans of the customer's own that return (R17): by a rule where one gives exactly their
/// days, else an event for each of the coming two years.
void add_own_plans(const Book& book, CustomerIndex customer, const CustomerRecords& records,
                   Moment now, Uids& uids, std::vector<CalendarItem>& items);

}  // namespace care
