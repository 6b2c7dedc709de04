#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "reading/keys.hpp"
#include "reading/schema.hpp"

namespace care::reading {
namespace {

constexpr std::array moods{Mood::delighted, Mood::content, Mood::strained};
constexpr std::array statuses{Status::active, Status::former, Status::do_not_contact};

// [[customer.contact]]

constexpr Key<Contact> contact_keys[] = {
    {"name", Into<Contact>::text<&Contact::name>, "name = \"Maria Alvarez\""},
    {"call_me", Into<Contact>::text<&Contact::call_me>},
    {"sounds_like", Into<Contact>::text<&Contact::sounds_like>},
    {"role", Into<Contact>::text<&Contact::role>},
    {"phone", Into<Contact>::text<&Contact::phone>},
    {"email", Into<Contact>::text<&Contact::email>},
    {"birthday",
     [](Reader& in, const Node& value, Contact& contact) {
       contact.birthday = in.values.yearly(value);
       if (contact.birthday) contact.birthday_line = value.key_at.line;
     }},
    {"likes", Into<Contact>::texts<&Contact::likes>},
    {"notes", Into<Contact>::text<&Contact::notes>},
    {"left", Into<Contact>::date<&Contact::left>},
};

// [[customer.event]]

struct EventDraft : Event {
  std::optional<YearlyDate> on;
  Position on_at;
};

constexpr Key<EventDraft> event_keys[] = {
    {"what", Into<EventDraft>::text<&Event::what>, "what = \"Opening day\""},
    {"date",
     [](Reader& in, const Node& value, EventDraft& event) {
       event.on = in.values.yearly(value);
       event.on_at = value.at;
     },
     "date = 2010-06-12"},
    {"yearly", Into<EventDraft>::truth<&Event::yearly, true>},
    {"until", Into<EventDraft>::date<&Event::until>},
    {"heads_up", Into<EventDraft>::duration<&Event::heads_up, Lengths::lead>},
    {"belated", Into<EventDraft>::duration<&Event::belated, Lengths::lead>},
    {"prepare", Into<EventDraft>::duration<&Event::prepare, Lengths::interval>},
    {"gift", Into<EventDraft>::text<&Event::gift>},
};

// [[customer]]

struct CustomerDraft : Customer {
  const Node* id_ref = nullptr;
  const Node* referred_by_ref = nullptr;
  Position every_at;
};

void id(Reader& in, const Node& value, CustomerDraft& customer) {
  if (value.kind != Kind::text) return in.values.wrong_type(value, "a text", "\"acme\"");
  customer.id_ref = &value;
  customer.id = in.values.text(value);
}

void tier(Reader& in, const Node& value, CustomerDraft& customer) {
  if (value.kind != Kind::text) return in.values.wrong_type(value, "the name of a tier", "\"A\"");
  customer.tier = in.references.tier(value);
  if (customer.tier) customer.lines.tier = value.key_at.line;
}

void every(Reader& in, const Node& value, CustomerDraft& customer) {
  customer.every = in.values.cadence(value);
  if (!customer.every) return;
  customer.lines.every = value.key_at.line;
  customer.every_at = value.at;
}

void owner(Reader& in, const Node& value, CustomerDraft& customer) {
  Into<CustomerDraft>::staff<&Customer::owner>(in, value, customer);
  if (customer.owner) customer.lines.owner = value.key_at.line;
}

void since(Reader& in, const Node& value, CustomerDraft& customer) {
  customer.since = in.values.date(value);
  if (customer.since) customer.lines.since = value.key_at.line;
}

void birthday(Reader& in, const Node& value, CustomerDraft& customer) {
  customer.birthday = in.values.yearly(value);
  if (customer.birthday) customer.lines.birthday = value.key_at.line;
}

void mood(Reader& in, const Node& value, CustomerDraft& customer) {
  customer.mood = in.values.choice(value, moods).value_or(Mood::strained);
  customer.lines.mood = value.key_at.line;
}

void status(Reader& in, const Node& value, CustomerDraft& customer) {
  customer.status = in.values.choice(value, statuses).value_or(Status::do_not_contact);
  customer.lines.status = value.key_at.line;
}

void read_contact(Reader& in, const Node& table, CustomerDraft& customer) {
  Contact contact{};
  contact.at = table.at;
  read_keys(in, table, "contact", contact_keys, contact);
  if (!contact.name.empty()) customer.contacts.push_back(std::move(contact));
}

void read_event(Reader& in, const Node& table, CustomerDraft& customer) {
  EventDraft event{};
  event.at = table.at;
  read_keys(in, table, "event", event_keys, event);
  if (event.what.empty() || !event.on) return;
  event.date = *event.on;
  if (!event.yearly && !event.date.year) {
    in.problems.error("bad-date", event.on_at, "an event that is not yearly needs its year",
                      "date = 2027-06-12, or no `yearly = false`");
    event.yearly = true;
  }
  customer.events.push_back(std::move(static_cast<Event&>(event)));
}

void extra(Reader& in, const Node& value, CustomerDraft& customer) {
  if (value.kind != Kind::table)
    return in.values.wrong_type(value, "a table", "{ coffee = \"black\" }");
  customer.extra = read_extra(in, value);
}

using To = Into<CustomerDraft>;

constexpr Key<CustomerDraft> customer_keys[] = {
    {"id", id, "id = \"acme\""},
    {"name", To::text<&Customer::name>, "name = \"Acme Tower\""},
    {"call_me", To::text<&Customer::call_me>},
    {"sounds_like", To::text<&Customer::sounds_like>},
    {"company", To::text<&Customer::company>},
    {"phone", To::text<&Customer::phone>},
    {"email", To::text<&Customer::email>},
    {"address", To::text<&Customer::address>},
    {"tags", To::texts<&Customer::tags>},
    {"owner", owner},
    {"tier", tier},
    {"every", every},
    {"because", To::text<&Customer::because>},
    {"since", since},
    {"birthday", birthday},
    {"leap_day", [](Reader& in, const Node& value,
                    CustomerDraft& customer) { customer.leap_day = read_leap_day(in, value); }},
    {"mood", mood},
    {"referred_by", To::reference<&CustomerDraft::referred_by_ref>},
    {"status", status},
    {"value", To::texts<&Customer::value>},
    {"likes", To::texts<&Customer::likes>},
    {"notes", To::text<&Customer::notes>},
    {"contact",
     [](Reader& in, const Node& value, CustomerDraft& customer) {
       each_table(in, value, "customer.contact",
                  [&](const Node& table) { read_contact(in, table, customer); });
     }},
    {"event",
     [](Reader& in, const Node& value, CustomerDraft& customer) {
       each_table(in, value, "customer.event",
                  [&](const Node& table) { read_event(in, table, customer); });
     }},
    {"extra", extra},
};

/// [a-z0-9][a-z0-9._-]*
bool is_customer_id(std::string_view text) {
  const auto starts = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !text.empty() && starts(text.front()) && std::ranges::all_of(text, [&](char c) {
    return starts(c) || c == '.' || c == '_' || c == '-';
  });
}

/// What an id could look like that was meant as one: "Acme Tower!" as `acme-tower`.
std::string as_id(std::string_view text) {
  std::string id;
  for (const char c : text.substr(0, 40)) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (is_customer_id(std::string_view{&lower, 1})) {
      id += lower;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (id.ends_with('-')) id.pop_back();
  return id.empty() ? "acme" : id;
}

/// Whether the customer can stand in the book under its id. Without one it is told as lost.
bool has_own_id(Reader& in, const CustomerDraft& customer) {
  if (customer.id_ref == nullptr) {
    in.lost.customer(customer.at, {}, customer.name);
    return false;
  }
  const Node& value = *customer.id_ref;
  if (!is_customer_id(value.text)) {
    in.problems.error("bad-value", value.at, fmt::format("{} is no id", quoted(value.text)),
                      fmt::format("id = \"{}\" (small letters, digits, . _ -)", as_id(value.text)));
    in.references.customer_ids.add_lost(value.text);
    in.lost.customer(customer.at, value.text, customer.name);
    return false;
  }
  if (const auto first = in.references.customer_ids.find(value.text)) {
    const Position at = in.book.customers[*first].at;
    in.problems.error("duplicate-id", value.at,
                      fmt::format("the customer of {} has the id {} already",
                                  to_string(in.book, {at.file, at.line, 0}), quoted(value.text)),
                      "an id of its own");
    in.lost.customer(customer.at, value.text, customer.name);
    return false;
  }
  return true;
}

}  // namespace

void read_customer(Reader& in, const Node& table) {
  CustomerDraft draft{};
  draft.at = table.at;
  read_keys(in, table, "customer", customer_keys, draft,
            "facts of your own go into [customer.extra]");
  if (draft.every && !draft.every->period && draft.because.empty()) {
    in.problems.warning("no-next-touch", draft.every_at,
                        "nobody will be in touch with this customer, and nothing says why",
                        "because = \"…\" beside it, or every = \"1y\"");
  }
  if (!has_own_id(in, draft)) return;
  if (draft.name.empty()) draft.name = draft.id;
  const auto index = static_cast<CustomerIndex>(in.book.customers.size());
  in.references.customer_ids.add(draft.id, index);
  if (draft.referred_by_ref != nullptr)
    in.references.referred_by_later(index, *draft.referred_by_ref);
  in.book.customers.push_back(std::move(static_cast<Customer&>(draft)));
}

}  // namespace care::reading
