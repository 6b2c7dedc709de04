#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <care/plan.hpp>
#include <care/render_exports.hpp>

namespace care {

/// An all-day event, or several by a rule.
struct CalendarEvent {
  std::string uid;
  Moment stamp;            ///< of the latest record about it
  int sequence = 0;        ///< how many records there are about it
  Date day;                ///< the first
  std::string recurrence;  ///< lines with RRULE and EXDATE; may be empty
  std::string summary;     ///< one line, neutralised
  std::string description;
  std::string_view category;
  std::optional<int> alarm;  ///< calendar days ahead, at 9 in the morning
};
[[nodiscard]] CalendarItem event_item(const CalendarEvent& event);
/// The request or promise as a task (VTODO), in process once they have heard from us about it.
[[nodiscard]] CalendarItem task_item(const CalendarEvent& event, const Item& item);

/// The stamp where nothing in the book has a day: 2000-01-01.
inline constexpr Moment first_stamp{std::chrono::days{10957}};

/// `20261122`, a value of type DATE.
[[nodiscard]] std::string ics_date(Date day);

/// Names items after their records in the book: the same customer, kind and record have the same
/// UID on every day and machine.
class Uids {
 public:
  explicit Uids(const Book& book) : prefix_{uid_prefix(book)} {}
  /// `part` sets apart several events of one record, and `of_year` the years of an occasion;
  /// records that look alike are numbered.
  [[nodiscard]] std::string of(const Book& book, const Item& item, std::string_view part = {},
                               std::string_view of_year = {});
  [[nodiscard]] std::string of(const Unreadable& unreadable, std::string_view where);

 private:
  [[nodiscard]] std::string next(std::string_view id, std::string_view kind, std::string_view key);

  std::string prefix_;
  /// Each that is taken, and how many records that look alike took it or were numbered for it.
  std::unordered_map<std::string, int> used_;
};

}  // namespace care
