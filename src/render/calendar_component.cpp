#include "render/calendar_component.hpp"

#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "render/icalendar.hpp"
#include "render/wording.hpp"

namespace care {
namespace {

/// FNV-1a, 64 bits: the same on every machine. Lengths keep `ab, c` and `a, bc` apart.
std::uint64_t hash_of(std::initializer_list<std::string_view> parts) {
  constexpr std::uint64_t prime = 0x100000001b3;
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto add = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
  };
  for (const std::string_view part : parts) {
    add(fmt::format("{}:", part.size()));
    add(part);
  }
  return hash;
}

/// At 9 in the morning, so many days before an all-day event: its day begins at midnight.
std::string trigger(int days) {
  if (days <= 0) return "PT9H";
  if (days == 1) return "-PT15H";
  return fmt::format("-P{}DT15H", days - 1);
}

std::string ics_stamp(Date day) { return ics_date(day) + "T000000Z"; }

std::string head(const CalendarEvent& event) {
  return ics_line("UID", event.uid) + ics_line("DTSTAMP", ics_stamp(event.stamp));
}

std::string body(const CalendarEvent& event) {
  std::string out = ics_line("SUMMARY", ics_text(event.summary));
  if (!event.description.empty()) out += ics_line("DESCRIPTION", ics_text(event.description));
  return out + ics_line("CATEGORIES", ics_text(event.category));
}

int priority_of(const Item& item) {
  if (item.kind == Kind::emergency) return 1;
  return item.kind == Kind::promise ? 5 : 3;
}

std::string birthday_summary(const Customer& customer, const Item& item) {
  if (item.record == Item::own) return fmt::format("{}'s birthday", neutralised(customer.name));
  return fmt::format("{}'s birthday, {}", neutralised(item.person), neutralised(customer.name));
}

std::string request_words(const Item& item) {
  const std::string by = iso(item.due.moment()).replace(10, 1, " ");
  switch (item.aim) {
    case Aim::answer: return "Answer by " + by;
    case Aim::solution: return "Solve by " + by;
    case Aim::word_on_offer: return "Hear their word on the offer by " + by;
    case Aim::other_offer: break;
  }
  return fmt::format("Offer refused: find another, by {}", by);
}

std::string follow_up_words(const FollowUp& follow_up) {
  if (follow_up.after_care) return "After-care: ask how it went";
  if (follow_up.strained) return "They are strained: listen, do not sell";
  if (follow_up.first) return "First contact";
  return follow_up.cadence ? every_words(*follow_up.cadence) : "";
}

std::string what_to_know(const Book& book, const Item& item) {
  switch (item.kind) {
    case Kind::emergency:
    case Kind::request: return fmt::format("{}\n{}", item.what, request_words(item));
    case Kind::promise: return fmt::format("{}\nDue {}", item.what, iso(item.due.day));
    case Kind::event:
    case Kind::prepare: {
      const Text gift = book.customers[item.customer].events[item.record].gift;
      std::string on = item.kind == Kind::event ? "" : "For " + iso(item.occurrence);
      if (gift.empty()) return on;
      return fmt::format("{}{}Gift: {}", on, on.empty() ? "" : "\n", gift);
    }
    case Kind::thanks: return fmt::format("Of {}", iso(item.occurrence));
    case Kind::follow_up: return follow_up_words(*item.follow_up);
    default: return {};
  }
}

}  // namespace

std::string uid_prefix(const Book& book) {
  return fmt::format("care-{:08x}-", hash_of({book.name}) & 0xffffffffU);
}

std::string Uids::of(const Customer& customer, std::string_view kind, std::string_view key) {
  for (int count = 0;; ++count) {
    const std::string number = count == 0 ? "" : fmt::format("{}", count);
    std::string uid = fmt::format("{}{:016x}", prefix_, hash_of({customer.id, kind, key, number}));
    if (used_.insert(uid).second) return uid;
  }
}

std::string_view kind_of(const Item& item) {
  return word(item.kind == Kind::emergency ? Kind::request : item.kind);
}

std::string key_of(const Book& book, const Item& item) {
  if (!item.id.empty()) return std::string{item.id};
  switch (item.kind) {
    case Kind::birthday: return std::string{item.record == Item::own ? Text{} : item.person};
    case Kind::event:
    case Kind::prepare:
    case Kind::emergency:
    case Kind::request:
    case Kind::promise: return std::string{item.what};
    case Kind::unreadable: return to_string(book, book.unreadable[item.record].at);
    default: return {};
  }
}

CalendarItem event_item(const CalendarEvent& event) {
  std::string out = ics_line("BEGIN", "VEVENT") + head(event) +
                    ics_line("DTSTART;VALUE=DATE", ics_date(event.day)) + event.recurrence +
                    body(event) + ics_line("TRANSP", "TRANSPARENT");
  if (event.alarm) {
    out += ics_line("BEGIN", "VALARM") + ics_line("ACTION", "DISPLAY") +
           ics_line("DESCRIPTION", ics_text(event.summary)) +
           ics_line("TRIGGER", trigger(*event.alarm)) + ics_line("END", "VALARM");
  }
  return {event.uid, out + ics_line("END", "VEVENT")};
}

CalendarItem task_item(const CalendarEvent& event, const Item& item, bool begun) {
  std::string out = ics_line("BEGIN", "VTODO") + head(event);
  out += item.due.time ? ics_line("DUE", ics_moment(item.due.moment()))
                       : ics_line("DUE;VALUE=DATE", ics_date(item.due.day));
  out += ics_line("PRIORITY", fmt::format("{}", priority_of(item))) +
         ics_line("STATUS", begun ? "IN-PROCESS" : "NEEDS-ACTION") + body(event);
  return {event.uid, out + ics_line("END", "VTODO")};
}

bool is_begun(const CustomerPlan& plan, const Item& item) {
  if (item.kind == Kind::promise) return false;
  const auto state = std::ranges::find(plan.requests, item.record, &RequestState::request);
  return state != plan.requests.end() && state->answered;
}

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

std::string summary_of(const Book& book, const Item& item) {
  const Customer& customer = book.customers[item.customer];
  const std::string name = neutralised(customer.name);
  std::string what = neutralised(item.what);
  switch (item.kind) {
    case Kind::emergency: return fmt::format("EMERGENCY of {}: {}", name, what);
    case Kind::request: return fmt::format("Request of {}: {}", name, what);
    case Kind::promise: return fmt::format("Promised to {}: {}", name, what);
    case Kind::birthday: return birthday_summary(customer, item);
    case Kind::anniversary: return fmt::format("{}: a customer", name);
    case Kind::event: return fmt::format("{}, {}", what, name);
    case Kind::prepare: return fmt::format("Prepare: {}, {}", what, name);
    case Kind::thanks:
      return fmt::format("Thank {} for {}{}", name, item.referral ? "sending us " : "", what);
    case Kind::no_plan: return fmt::format("Decide when to be in touch with {}", name);
    case Kind::follow_up: return fmt::format("Be in touch with {}", name);
    case Kind::unreadable: break;
  }
  return what;
}

std::string reach_lines(const Customer& customer, Date today) {
  std::string lines = who_words(customer, today);
  for (const Text way : {customer.phone, customer.email}) {
    if (!way.empty()) lines += fmt::format("\n{}", way);
  }
  const std::string reach = reach_words(customer, today);
  if (customer.phone.empty() && customer.email.empty() && !reach.empty()) lines += "\n" + reach;
  return lines;
}

std::string description_of(const Book& book, const Item& item, Date today) {
  const std::string know = what_to_know(book, item);
  return fmt::format("{}{}{}", know, know.empty() ? "" : "\n",
                     reach_lines(book.customers[item.customer], today));
}

}  // namespace care
