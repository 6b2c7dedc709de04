#include "render/calendar/components.hpp"

#include <fmt/format.h>

#include "render/calendar/summaries.hpp"
#include "render/content_lines.hpp"

namespace care {
namespace {

std::string ics_moment(Moment moment) {
  const std::string text = iso(moment);
  return fmt::format("{}T{}{}00", ics_date(day_of(moment)), text.substr(11, 2), text.substr(14, 2));
}

/// At 9 in the morning, so many days before an all-day event: its day begins at midnight.
std::string trigger(int days) {
  if (days <= 0) return "PT9H";
  if (days == 1) return "-PT15H";
  return fmt::format("-P{}DT15H", days - 1);
}

std::string ics_stamp(Date day) { return ics_date(day) + "T000000Z"; }

std::string head(const CalendarEvent& event) {
  return content_line("UID", event.uid) + content_line("DTSTAMP", ics_stamp(event.stamp));
}

std::string body(const CalendarEvent& event) {
  std::string out = content_line("SUMMARY", text_value(event.summary));
  if (!event.description.empty()) out += content_line("DESCRIPTION", text_value(event.description));
  return out + content_line("CATEGORIES", text_value(event.category));
}

int priority_of(const Item& item) {
  if (item.kind == Kind::emergency) return 1;
  return item.kind == Kind::promise ? 5 : 3;
}

/// The request or promise as a task (VTODO), in process once they have heard from us about it.
CalendarItem task_item(const CalendarEvent& event, const Item& item) {
  std::string out = content_line("BEGIN", "VTODO") + head(event);
  out += item.due.time ? content_line("DUE", ics_moment(item.due.moment()))
                       : content_line("DUE;VALUE=DATE", ics_date(item.due.day));
  out += content_line("PRIORITY", fmt::format("{}", priority_of(item))) +
         content_line("STATUS", item.answered ? "IN-PROCESS" : "NEEDS-ACTION") + body(event);
  return {event.uid, out + content_line("END", "VTODO")};
}

/// The day of the record that the item rests on; never one from the clock.
Date stamp_of(const Book& book, const Item& item) {
  const Customer& customer = book.customers[item.customer];
  const Date otherwise = customer.since.value_or(book.started.value_or(first_stamp));
  switch (item.kind) {
    case Kind::emergency:
    case Kind::request: {
      const auto& asked = book.requests.all[item.record].asked;
      return asked ? asked->day : otherwise;
    }
    case Kind::promise: return book.promises.all[item.record].made.value_or(otherwise);
    case Kind::thanks: return item.occurrence;
    case Kind::follow_up: return item.follow_up->base;
    default: return otherwise;
  }
}

std::string head_of(std::string_view name) {
  std::string out = content_line("BEGIN", "VCALENDAR") + content_line("VERSION", "2.0") +
                    content_line("PRODID", "-//care//care//EN") +
                    content_line("CALSCALE", "GREGORIAN");
  if (!name.empty()) {
    out += content_line("NAME", text_value(name));          // RFC 7986
    out += content_line("X-WR-CALNAME", text_value(name));  // what most programs read
  }
  return out;
}

}  // namespace

bool has_task(const Item& item) { return row_of(item.kind).group == Group::asked; }

std::string ics_date(Date day) {
  std::string text = iso(day);
  std::erase(text, '-');
  return text;
}

CalendarItem event_item(const CalendarEvent& event) {
  std::string out = content_line("BEGIN", "VEVENT") + head(event) +
                    content_line("DTSTART;VALUE=DATE", ics_date(event.day)) + event.recurrence +
                    body(event) + content_line("TRANSP", "TRANSPARENT");
  if (event.alarm) {
    out += content_line("BEGIN", "VALARM") + content_line("ACTION", "DISPLAY") +
           content_line("DESCRIPTION", text_value(event.summary)) +
           content_line("TRIGGER", trigger(*event.alarm)) + content_line("END", "VALARM");
  }
  return {event.uid, out + content_line("END", "VEVENT")};
}

CalendarEvent event_of(const Book& book, const Item& item, Date day, Date today, std::string uid) {
  CalendarEvent event;
  event.uid = std::move(uid);
  event.stamp = stamp_of(book, item);
  event.day = day;
  event.summary = summary_of(book, item);
  event.description = description_of(book, item, today);
  event.category = word(item.kind);
  return event;
}

void add_event(const Book& book, const Item& item, CalendarEvent event, Uids& uids,
               std::vector<CalendarItem>& items) {
  items.push_back(event_item(event));
  if (!has_task(item)) return;
  event.uid = uids.of(book, item, " task");
  items.push_back(task_item(event, item));
}

std::string calendar_head(const Book& book) {
  return head_of(book.name.empty() ? Text{"care"} : book.name);
}

std::string calendar_end() { return content_line("END", "VCALENDAR"); }

std::string calendar_text(const Book& book, const std::vector<CalendarItem>& items) {
  std::string text = calendar_head(book);
  for (const CalendarItem& item : items) text += item.component;
  return text + calendar_end();
}

std::string calendar_text(const CalendarItem& item) {
  return head_of("") + item.component + calendar_end();
}

}  // namespace care
