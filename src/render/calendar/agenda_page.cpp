#include <care/render.hpp>
#include <care/text.hpp>
#include "render/calendar/events.hpp"
#include "render/words/items.hpp"
#include "render/words/people.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

/// On a page what returns has a UID of its own each time; all else has the UID of the whole plan.
bool is_of_one_year(const Item& item) {
  const bool is_own_plan = item.kind == Kind::plan && item.plan.empty();
  return is_own_plan || is_occasion(item.kind) || row_of(item.kind).group == Group::preparation;
}

/// `BIRTHDAY: Renée, Thu 26 Nov: greet by Wed 25`, as the page says it, how to reach them, and
/// whose they are. What was asked or promised stands in the summary.
std::string page_words(const Agenda& agenda, const Entry& entry, const Item& item) {
  const Book& book = *agenda.book;
  const ItemWords words = words_of(book, item, entry.now, Read::another_day);
  const std::string whose = owner_words(agenda, entry);
  return fmt::format("{}: {}\n{}{}", words.label, words.line,
                     reach_lines(as_of(book, item.customer, entry.day), entry.day),
                     whose.empty() ? "" : fmt::format("\n({})", whose));
}

void add(const Agenda& agenda, const CustomerRecords& records, const Entry& entry, const Item& item,
         Uids& uids, std::vector<CalendarItem>& items) {
  const Book& book = *agenda.book;
  const bool of_year = is_of_one_year(item);
  std::string uid =
      of_year ? uids.of(book, item, " of a year", iso(item.occurrence)) : uids.of(book, item);
  const Date day = is_due(item) ? entry.day : std::max(entry.day, item.act);
  CalendarEvent event = event_of(book, records, item, day, entry.day, std::move(uid));
  if (item.kind == Kind::anniversary && item.years) {
    event.summary += " for " + counted(*item.years, "year", "years");
  }
  event.summary += caution_words(book, item, entry.day);
  event.description = page_words(agenda, entry, item);
  add_event(book, item, std::move(event), uids, items);
}

/// What could not be read, on the day of the page.
CalendarItem unreadable_item(const Book& book, const Entry& entry, Uids& uids) {
  CalendarEvent event;
  event.uid = uids.of(*entry.unreadable, to_string(book, entry.unreadable->at));
  event.stamp = book.started ? Moment{*book.started} : first_stamp;
  event.day = entry.day;
  event.summary = neutralised(entry.unreadable->what);
  event.category = word(Kind::unreadable);
  return event_item(event);
}

}  // namespace

std::string render_ics(const AgendaPage& page, const Style& /*style*/) {
  const Book& book = *page.agenda.book;
  Uids uids{book};
  std::vector<CalendarItem> items;
  for (const Entry& entry : page.agenda.entries) {
    if (entry.unreadable != nullptr) {
      items.push_back(unreadable_item(book, entry, uids));
      continue;
    }
    const CustomerRecords records{book, *entry.customer, entry.day};
    for (const Item& item : entry.items) add(page.agenda, records, entry, item, uids, items);
  }
  return calendar_text(book, items);
}

}  // namespace care
