#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "reading/checks.hpp"

namespace care::reading {
namespace {

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

}  // namespace

bool stands(Reader& /*in*/, Contact& contact, const Written<Contact>& keys) {
  contact.birthday_line = keys.line("birthday");
  return keys.is_complete();
}

bool stands(Reader& in, Event& event, const Written<Event>& keys) {
  if (!keys.is_complete()) return false;
  if (!event.yearly && !event.date.year) {
    in.problems.error("bad-date", keys.value("date")->at,
                      "an event that is not yearly needs its year",
                      "date = 2027-06-12, or no `yearly = false`");
    event.yearly = true;
  }
  return true;
}

bool stands(Reader& in, Customer& customer, const Written<Customer>& keys) {
  if (customer.every && !customer.every->period && customer.because.empty()) {
    in.problems.warning("no-next-touch", keys.value("every")->at,
                        "nobody will be in touch with this customer, and nothing says why",
                        "because = \"…\" beside it, or every = \"1y\"");
  }
  if (!has_own_id(in, customer, keys)) return false;
  if (customer.name.empty()) customer.name = customer.id;
  customer.lines = {.every = keys.line("every"),
                    .tier = keys.line("tier"),
                    .owner = keys.line("owner"),
                    .since = keys.line("since"),
                    .birthday = keys.line("birthday"),
                    .mood = keys.line("mood"),
                    .status = keys.line("status")};
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
