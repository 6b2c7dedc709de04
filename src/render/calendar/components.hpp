#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <care/plan.hpp>
#include <care/render_calendar.hpp>

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

/// The request or promise as a task (VTODO); in process once they have heard from us about it.
[[nodiscard]] CalendarItem task_item(const CalendarEvent& event, const Item& item);

/// Where nothing in the book has a day: 2000-01-01.
inline constexpr Date first_stamp{std::chrono::days{10957}};
/// The day of the record that an item rests on; never one that the clock gave.
[[nodiscard]] Date stamp_of(const Book& book, const Item& item);

/// `20261122`, a value of type DATE.
[[nodiscard]] std::string ics_date(Date day);

}  // namespace care
