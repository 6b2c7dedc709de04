#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <care/plan.hpp>
#include <care/render_calendar.hpp>

namespace care {

/// Names items by what they are of in the book: the same customer, kind and record have the same
/// UID on every day and machine.
class Uids {
 public:
  explicit Uids(const Book& book) : prefix_{uid_prefix(book)} {}
  /// `key` tells records of a kind apart; alike ones are numbered.
  [[nodiscard]] std::string of(const Customer& customer, std::string_view kind,
                               std::string_view key);

 private:
  std::string prefix_;
  std::set<std::string> used_;
};

/// What tells the item's record from others of its kind: an id, name or text.
[[nodiscard]] std::string key_of(const Book& book, const Item& item);
/// `request` for emergencies too, as one may become the other.
[[nodiscard]] std::string_view kind_of(const Item& item);

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

/// The request or promise as a task (VTODO); `begun` once it was answered.
[[nodiscard]] CalendarItem task_item(const CalendarEvent& event, const Item& item, bool begun);

/// Whether a request was answered, so that work on it has begun.
[[nodiscard]] bool is_begun(const CustomerPlan& plan, const Item& item);

/// Where nothing in the book has a day: 2000-01-01.
inline constexpr Date first_stamp{std::chrono::days{10957}};
/// The day of the record that an item rests on; never one that the clock gave.
[[nodiscard]] Date stamp_of(const Book& book, const Item& item);

/// `Request of Copperline Lofts: price for new doors`; one line, neutralised.
[[nodiscard]] std::string summary_of(const Book& book, const Item& item);
/// How to address and reach them, and what to know of the item, line by line.
[[nodiscard]] std::string description_of(const Book& book, const Item& item, Date today);
/// How to address and reach the customer, line by line.
[[nodiscard]] std::string reach_lines(const Customer& customer, Date today);

/// The birthdays, anniversary and events of a customer, as rules where they return.
void add_occasions(const Book& book, const Customer& customer, Date today, Uids& uids,
                   std::vector<CalendarItem>& items);

}  // namespace care
