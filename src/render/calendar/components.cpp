#include "render/calendar/components.hpp"
#include <care/text.hpp>
#include "render/escape.hpp"

#include <fmt/format.h>

#include <initializer_list>

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

std::string ics_stamp(Moment moment) {
  const auto minutes = (moment - day_of(moment)).count();
  return fmt::format("{}T{:02}{:02}00Z", ics_date(day_of(moment)), minutes / 60, minutes % 60);
}

std::string head(const CalendarEvent& event) {
  std::string out =
      content_line("UID", event.uid) + content_line("DTSTAMP", ics_stamp(event.stamp));
  if (event.sequence > 0) out += content_line("SEQUENCE", fmt::format("{}", event.sequence));
  return out;
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

/// Lengths keep `ab, c` and `a, bc` apart.
std::uint64_t checksum_of(std::initializer_list<std::string_view> parts) {
  std::uint64_t hash = checksum({});
  for (const std::string_view part : parts) {
    hash = checksum(part, checksum(fmt::format("{}:", part.size()), hash));
  }
  return hash;
}

/// `request` for emergencies too, as one may become the other.
std::string_view kind_of(const Item& item) {
  return word(item.kind == Kind::emergency ? Kind::request : item.kind);
}

/// What sets the item's record apart from others of its kind: an id, name or text.
std::string key_of(const Item& item) {
  if (!item.id.empty()) return std::string{item.id};
  switch (item.kind) {
    case Kind::birthday: return std::string{item.record == Item::own ? Text{} : item.person};
    case Kind::plan:
      return item.plan.empty()
                 ? std::string{item.what}
                 : fmt::format("{} {} {}", item.plan, iso(item.occurrence), item.step);
    case Kind::event:
    case Kind::prepare:
    case Kind::emergency:
    case Kind::request:
    case Kind::promise: return std::string{item.what};
    default: return {};
  }
}

}  // namespace

std::string ics_date(Date day) {
  std::string text = iso(day);
  std::erase(text, '-');
  return text;
}

CalendarItem task_item(const CalendarEvent& event, const Item& item) {
  std::string out = content_line("BEGIN", "VTODO") + head(event);
  out += item.due.time ? content_line("DUE", ics_moment(item.due.moment()))
                       : content_line("DUE;VALUE=DATE", ics_date(item.due.day));
  out += content_line("PRIORITY", fmt::format("{}", priority_of(item))) +
         content_line("STATUS", item.answered ? "IN-PROCESS" : "NEEDS-ACTION") + body(event);
  return {event.uid, out + content_line("END", "VTODO")};
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

std::string uid_prefix(const Book& book) {
  return fmt::format("care-{:08x}-", checksum_of({book.name}) & 0xffffffffU);
}

std::string Uids::of(const Book& book, const Item& item, std::string_view part,
                     std::string_view of_year) {
  return next(book.customers[item.customer].id, fmt::format("{}{}", kind_of(item), part),
              fmt::format("{}{}", key_of(item), of_year));
}

std::string Uids::of(const Unreadable& unreadable, std::string_view where) {
  return next(unreadable.id, word(Kind::unreadable), where);
}

std::string Uids::next(std::string_view id, std::string_view kind, std::string_view key) {
  const auto numbered = [&](int count) {
    const std::string number = count == 0 ? "" : fmt::format("{}", count);
    return fmt::format("{}{:016x}", prefix_, checksum_of({id, kind, key, number}));
  };
  std::string uid = numbered(0);
  int& count = used_[uid];
  while (count++ > 0) {
    uid = numbered(count - 1);
    if (used_.try_emplace(uid, 1).second) break;
  }
  return uid;
}

}  // namespace care
