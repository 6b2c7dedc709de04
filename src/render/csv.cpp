#include <care/render_formats.hpp>
#include "render/escape.hpp"
#include "render/words/entries.hpp"
#include "render/words/people.hpp"

#include <fmt/format.h>

#include <array>
#include <span>
#include <string>

namespace care {
namespace {

constexpr std::array<std::string_view, 30> columns{
    "day",      "id",     "name",  "call_me", "phone", "email",       "owner",      "for",
    "strained", "kind",   "class", "when",    "due",   "act",         "days_late",  "ratio",
    "what",     "person", "years", "item_id", "rule",  "last_on",     "last_heard", "thank_for",
    "value",    "hints",  "plan",  "step",    "steps", "escalated_to"};

std::string row(const Agenda& agenda, const Entry& entry, const Item& item,
                const std::string& all_hints) {
  const Book& book = *agenda.book;
  const Customer* customer = entry.customer ? &as_of(book, *entry.customer, entry.day) : nullptr;
  const auto of = [&](Text Customer::*field) {
    return customer == nullptr ? std::string{} : std::string{customer->*field};
  };
  const Unreadable* lost = entry.unreadable;
  return csv_row(std::array<std::string, columns.size()>{
      iso(entry.day),
      lost != nullptr ? std::string{lost->id} : of(&Customer::id),
      lost != nullptr ? std::string{lost->name} : of(&Customer::name),
      customer == nullptr ? "" : std::string{address_of(*customer, entry.day)},
      customer == nullptr ? "" : std::string{first_of(customer->phone)},
      customer == nullptr ? "" : std::string{first_of(customer->email)},
      std::string{staff_id(book, entry.owner)},
      std::string{staff_id(book, entry.stands_for)},
      entry.strained ? "true" : "false",
      std::string{word(item.kind)},
      fmt::format("{}", number_of(item.urgency)),
      std::string{word(item.when)},
      iso(item.due),
      iso(item.act),
      fmt::format("{}", item.days_late),
      item.follow_up ? fmt::format("{}", item.follow_up->ratio.value()) : "",
      std::string{item.what},
      std::string{item.person},
      item.years ? fmt::format("{}", *item.years) : "",
      std::string{item.id},
      std::string{rule_of(item.kind)},
      entry.last != nullptr ? iso(entry.last->on) : "",
      entry.last != nullptr ? std::string{entry.last->heard} : "",
      entry.thank_for ? to_string(*entry.thank_for) : "",
      std::string{entry.value},
      all_hints,
      std::string{item.plan},
      item.step > 0 ? fmt::format("{}", item.step) : "",
      item.step > 0 ? fmt::format("{}", item.steps) : "",
      std::string{staff_id(book, entry.escalated_to)}});
}

}  // namespace

std::string csv_row(std::span<const std::string> fields) {
  std::string out;
  for (const std::string& field : fields) {
    if (!out.empty() || &field != fields.data()) out += ',';
    out += csv_field(field);
  }
  return out + "\r\n";
}

std::string render_csv(const AgendaPage& page, const Style& style) {
  std::string out =
      fmt::format("{}{}\r\n", style.bom ? byte_order_mark : "", fmt::join(columns, ","));
  for (const Entry& entry : page.agenda.entries) {
    const std::string all_hints =
        fmt::format("{}", fmt::join(hints_of(*page.agenda.book, entry), "; "));
    for (const Item& item : entry.items) out += row(page.agenda, entry, item, all_hints);
  }
  return out;
}

}  // namespace care
