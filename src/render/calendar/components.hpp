#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <care/plan.hpp>
#include <care/render_calendar.hpp>

#include "render/calendar/uids.hpp"

namespace care {

/// An all-day event, or several by a rule.
struct CalendarEvent {
  std::string uid;
  Date stamp;              ///< the day of the record that it rests on
  Date day;                ///< the first
  std::string recurrence;  ///< lines with RRULE and EXDATE; may be empty
  std::string summary;     ///< one line, neutralised
  std::string description;
  std::string_view category;
  std::optional<int> alarm;  ///< calendar days ahead, at 9 in the morning
};
[[nodiscard]] CalendarItem event_item(const CalendarEvent& event);

/// The stamp where nothing in the book has a day: 2000-01-01.
inline constexpr Date first_stamp{std::chrono::days{10957}};

/// What a calendar shows of the item on `day`; how to reach them is as of `today`.
[[nodiscard]] CalendarEvent event_of(const Book& book, const Item& item, Date day, Date today,
                                     std::string uid);
/// Requests and promises stand in a calendar as tasks, too.
[[nodiscard]] bool has_task(const Item& item);
/// Adds the event, and the task where there is one.
void add_event(const Book& book, const Item& item, CalendarEvent event, Uids& uids,
               std::vector<CalendarItem>& items);

/// `20261122`, a value of type DATE.
[[nodiscard]] std::string ics_date(Date day);

}  // namespace care
