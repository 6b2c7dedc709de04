#include <care/render.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include "render/calendar/components.hpp"
#include "render/calendar/summaries.hpp"
#include "render/calendar/uids.hpp"
#include "render/words/items.hpp"

namespace care {
namespace {

/// Occasions stand on a page by themselves, each year anew; all else has the UID that it has in the
/// whole plan.
bool is_of_one_year(const Item& item) {
  return item.kind == Kind::birthday || item.kind == Kind::anniversary ||
         item.kind == Kind::event || item.kind == Kind::prepare;
}

/// Requests and promises stand there as tasks too.
bool has_task(const Item& item) {
  return item.kind == Kind::emergency || item.kind == Kind::request || item.kind == Kind::promise;
}

/// `BIRTHDAY: Renée, Thu 26 Nov: greet by Wed 25`, as the page says it; what was asked or promised,
/// and how to reach them.
std::string page_words(const Book& book, const Entry& entry, const Item& item) {
  const ItemWords words = words_of(book, item, entry.now);
  return fmt::format("{}: {}\n{}{}{}", words.label, words.line, has_task(item) ? item.what : Text{},
                     has_task(item) ? "\n" : "",
                     reach_lines(book.customers[item.customer], entry.day));
}

void add(const AgendaPage& page, const Entry& entry, const Item& item, Uids& uids,
         std::vector<CalendarItem>& items) {
  const Book& book = *page.agenda.book;
  const Customer& customer = book.customers[item.customer];
  const std::string of_year = is_of_one_year(item) ? iso(item.occurrence) : "";
  const std::string key = key_of(book, item) + of_year;
  const std::string kind = fmt::format("{}{}", kind_of(item), of_year.empty() ? "" : " of a year");
  CalendarEvent event;
  event.uid = uids.of(customer, kind, key);
  event.stamp = stamp_of(book, item);
  event.day = is_due(item) ? entry.day : std::max(entry.day, item.act);
  event.summary = summary_of(book, item);
  if (item.kind == Kind::anniversary && item.years) {
    event.summary += " for " + years_words(*item.years);
  }
  event.description = page_words(book, entry, item);
  event.category = word(item.kind);
  items.push_back(event_item(event));
  if (!has_task(item)) return;
  event.uid = uids.of(customer, kind + " task", key);
  items.push_back(task_item(event, item));
}

/// What could not be read stands on today.
void add_unreadable(const AgendaPage& page, const Entry& entry, Uids& uids,
                    std::vector<CalendarItem>& items) {
  const Book& book = *page.agenda.book;
  CalendarEvent event;
  Customer nobody;
  nobody.id = entry.unreadable->id;
  event.uid = uids.of(nobody, word(Kind::unreadable), to_string(book, entry.unreadable->at));
  event.stamp = book.started.value_or(first_stamp);
  event.day = entry.day;
  event.summary = neutralised(entry.unreadable->what);
  event.category = word(Kind::unreadable);
  items.push_back(event_item(event));
}

}  // namespace

std::string render_ics(const AgendaPage& page, const Style& /*style*/) {
  Uids uids{*page.agenda.book};
  std::vector<CalendarItem> items;
  for (const Entry& entry : page.agenda.entries) {
    if (entry.unreadable != nullptr) {
      add_unreadable(page, entry, uids, items);
      continue;
    }
    for (const Item& item : entry.items) add(page, entry, item, uids, items);
  }
  return calendar_text(*page.agenda.book, items);
}

}  // namespace care
