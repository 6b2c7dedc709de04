#include "render/calendar/own_plans.hpp"

#include <care/report_calendar.hpp>

#include <fmt/format.h>

#include "render/calendar/events.hpp"
#include "render/escape.hpp"

namespace care {
namespace {

std::string_view frequency(Unit unit) {
  switch (unit) {
    case Unit::week: return "WEEKLY";
    case Unit::month: return "MONTHLY";
    case Unit::year: return "YEARLY";
    default: return "DAILY";
  }
}

std::string rule(const RepeatedPlan& plan) {
  constexpr std::chrono::days one_day{1};
  std::string value = fmt::format("FREQ={}", frequency(plan.every.unit));
  if (plan.every.count > 1) value += fmt::format(";INTERVAL={}", plan.every.count);
  if (plan.until) value += fmt::format(";UNTIL={}", ics_date(*plan.until - one_day));
  return content_line("RRULE", value);
}

}  // namespace

void add_own_plans(const Book& book, CustomerIndex customer, const CustomerRecords& records,
                   Moment now, Uids& uids, std::vector<CalendarItem>& items) {
  const Date today = day_of(now);
  for (const RepeatedPlan& plan : repeated_plans(book, customer, now)) {
    if (plan.by_rule) {
      CalendarEvent event =
          event_of(book, records, plan.item, plan.days.front(), today, uids.of(book, plan.item));
      event.recurrence = rule(plan);
      items.push_back(event_item(event));
      continue;
    }
    for (const Date day : plan.days) {
      items.push_back(event_item(event_of(book, records, plan.item, day, today,
                                          uids.of(book, plan.item, " once", iso(day)))));
    }
  }
}

}  // namespace care
