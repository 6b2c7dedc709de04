#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <care/book.hpp>
#include <care/render.hpp>
#include <care/report.hpp>

namespace care {

// What of a book goes to other programs: address books, spreadsheets and data bases.

/// RFC 6350, or RFC 2426 for address books that read nothing newer.
enum class VcardVersion { v3, v4 };

/// Whose cards, and what stands on them.
struct CardSelection {
  std::optional<StaffIndex> owner;  ///< theirs only, as `ListSelection` has it
  bool all = false;                 ///< former customers, and contacts who have left, too
  bool notes = false;               ///< notes are private: only where they are asked for
  VcardVersion version = VcardVersion::v4;
};

/// A vCard for each customer and each contact, in the book's order; lines end with CR LF. A card
/// has the same UID in each export and in both versions, as long as the book's name, the id and the
/// contact's name stay.
[[nodiscard]] std::string render_cards(const Book& book, Date today,
                                       const CardSelection& selection);

/// What one UID stands for in a calendar: one VEVENT or VTODO.
struct CalendarItem {
  std::string uid;
  std::string component;  ///< from BEGIN to END, its lines folded
};

/// The whole plan, for a calendar to subscribe to: birthdays, anniversaries and events, as rules
/// where they return; open requests and promises, as events on the day to act and as tasks; the
/// next follow-up, thanks and preparation of each customer. With `owner`, theirs and nobody's, and
/// everybody's emergencies (R14). Nobody who is former; of those not to contact, what R15 says.
///
/// What an item says depends on the book alone, so that it stays as it is from day to day; `now`
/// decides what has happened.
///
/// One by one: of a large book they are many times its size.
void for_each_calendar_item(const Book& book, Moment now, std::optional<StaffIndex> owner,
                            const std::function<void(CalendarItem)>& take);

/// What the UIDs of all items of this book begin with, and nobody else's: `care-1a2b3c4d-`.
[[nodiscard]] std::string uid_prefix(const Book& book);

/// A file of iCalendar (RFC 5545) with these items.
[[nodiscard]] std::string calendar_text(const Book& book, const std::vector<CalendarItem>& items);
/// What stands in such a file before its items, and behind them.
[[nodiscard]] std::string calendar_head(const Book& book);
[[nodiscard]] std::string calendar_end();
/// The same for one item, as a calendar's store on disk or on a server has it (RFC 4791, 4.1).
[[nodiscard]] std::string calendar_text(const CalendarItem& item);

}  // namespace care
