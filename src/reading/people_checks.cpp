#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "reading/checks.hpp"

#include <care/text_ascii.hpp>

namespace care::reading {
namespace {

/// What an id could look like that was meant as one: "Acme Tower!" as `acme-tower`.
std::string as_id(std::string_view text) {
  std::string id;
  for (const char c : text.substr(0, 40)) {
    const char small = small_letter(c);
    if (is_customer_id(std::string_view{&small, 1})) {
      id += small;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (id.ends_with('-')) id.pop_back();
  return id.empty() ? "acme" : id;
}

/// Whether the customer can stand in the book under its id. Without one it is reported as lost.
bool has_own_id(Reader& in, const Customer& customer, const Written<Customer>& keys) {
  const Node* const value = keys.reference("id");
  if (value == nullptr) {
    in.lost.customer(customer.at, {}, customer.name);
    return false;
  }
  const auto lost = [&](std::string_view code, std::string what, std::string instead) {
    in.problems.error(code, value->at, std::move(what), std::move(instead));
    in.lost.customer(customer.at, value->text, customer.name);
    return false;
  };
  if (!is_customer_id(value->text)) {
    in.references.customer_ids.add_lost(value->text);
    return lost("bad-value", fmt::format("{} is not an id", in_quotes(value->text)),
                fmt::format("id = \"{}\" (small letters, digits, . _ -)", as_id(value->text)));
  }
  if (const auto first = in.references.customer_ids.find(value->text)) {
    const Position at = in.book.customers[*first].at;
    return lost("duplicate-id",
                fmt::format("the customer of {} has the id {} already",
                            to_string(in.book, {at.file, at.line, 0}), in_quotes(value->text)),
                "an id of its own");
  }
  return true;
}

template <class Record>
bool contact_stands(Record& contact, const Written<Record>& keys) {
  contact.birthday_line = keys.line("birthday");
  return keys.is_complete();
}

template <class Record>
bool event_stands(Reader& in, Record& event, const Written<Record>& keys) {
  if (!keys.is_complete()) return false;
  if (!event.yearly && !event.date.year) {
    in.problems.error("bad-date", keys.value("date")->at,
                      "an event that is not yearly needs its year",
                      "date = 2027-06-12, or no `yearly = false`");
    event.yearly = true;
  }
  return true;
}

/// Where the keys stand that dates rest on.
template <class Record>
Customer::Lines lines_of(const Written<Record>& keys) {
  Customer::Lines lines{.every = keys.line("every"),
                        .at_most = keys.line("at_most"),
                        .tier = keys.line("tier"),
                        .owner = keys.line("owner"),
                        .since = keys.line("since"),
                        .birthday = keys.line("birthday"),
                        .mood = keys.line("mood"),
                        .status = keys.line("status")};
  if constexpr (std::is_same_v<Record, Customer>) lines.added = keys.line("added");
  return lines;
}

/// Reports each key of a fact that nobody of the kind has, and takes it out.
template <class Whom>
void take_out_others(Reader& in, Fact& fact, const Written<Fact>& keys) {
  each_place<Fact>([&](auto place) {
    constexpr auto& field = std::get<place>(fields<Fact>);
    constexpr bool is_common = field.name == "customer" || field.name == "contact" ||
                               field.name == "on" || field.name == "by" || field.name == "died";
    if constexpr (!is_common) {
      const Node* const value = keys.value(FieldPlace<Fact>{place});
      const auto& known = field_names<Whom>;
      if (value == nullptr || std::ranges::find(known, field.name) != known.end()) return;
      fact.*field.member = {};
      in.problems.error("unknown-key", value->key_at,
                        fmt::format("no {} has the key `{}`", table_head<Whom>.noun, field.name),
                        std::is_same_v<Whom, Contact>
                            ? "it in a [[fact]] without `contact`"
                            : "contact = \"…\" (the name of a contact) beside it");
    }
  });
}

/// `died` says why somebody is a customer no more.
void settle_death(Reader& in, Fact& fact, const Written<Fact>& keys) {
  const Node* const died = keys.value("died");
  if (died == nullptr || (!fact.contact && fact.status == Status::former)) return;
  fact.died.reset();
  if (fact.contact) {
    in.problems.error("unknown-key", died->key_at, "no contact has the key `died`",
                      "left = 2026-11-20 (they are gone from then on)");
  } else {
    in.problems.error("missing-key", died->key_at, "this fact has `died`, but no status",
                      "status = \"former\" beside it");
  }
}

}  // namespace

bool stands(Reader& /*in*/, Contact& contact, const Written<Contact>& keys) {
  return contact_stands(contact, keys);
}

bool stands(Reader& /*in*/, LearnedContact& contact, const Written<LearnedContact>& keys) {
  return contact_stands(contact, keys);
}

bool stands(Reader& in, Event& event, const Written<Event>& keys) {
  return event_stands(in, event, keys);
}

bool stands(Reader& in, LearnedEvent& event, const Written<LearnedEvent>& keys) {
  return event_stands(in, event, keys);
}

/// Of an unknown contact, or from a day on that could not be read, nothing is learned; but who
/// asked not to be contacted asked for it.
bool stands(Reader& in, Fact& fact, const Written<Fact>& keys) {
  if (!keys.is_complete()) return false;
  if (keys.value("contact") != nullptr && !fact.contact) return false;
  if (fact.contact) {
    take_out_others<Contact>(in, fact, keys);
  } else {
    take_out_others<Customer>(in, fact, keys);
  }
  settle_death(in, fact, keys);
  fact.lines = lines_of(keys);
  if (keys.value("on") == nullptr || fact.on) return true;
  if (fact.status != Status::do_not_contact) return false;
  Fact kept{};
  kept.at = fact.at;
  kept.customer = fact.customer;
  kept.status = fact.status;
  kept.lines.status = fact.lines.status;
  fact = std::move(kept);
  return true;
}

bool stands(Reader& in, Customer& customer, const Written<Customer>& keys) {
  if (!has_own_id(in, customer, keys)) return false;
  if (customer.name.empty()) customer.name = customer.id;
  customer.lines = lines_of(keys);
  return true;
}

bool stands(Reader& in, Staff& staff, const Written<Staff>& keys) {
  if (staff.id.empty()) return false;
  // Work may stand under their id: it is theirs, even if nobody wrote what they are called.
  if (staff.name.empty()) staff.name = staff.id;
  if (!in.references.staff_ids.find(staff.id)) return true;
  in.problems.error("duplicate-id", keys.value("id")->at,
                    fmt::format("two of the staff have the id {}", in_quotes(staff.id)),
                    "an id of their own for each");
  return false;
}

}  // namespace care::reading
