#include <care/render_formats.hpp>
#include <care/text.hpp>
#include "render/escape.hpp"
#include "render/words/entries.hpp"
#include "render/words/people.hpp"

#include <fmt/format.h>

#include <array>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace care {
namespace {

constexpr std::array<std::string_view, 30> agenda_columns{
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
  const auto number = [](auto value) { return Cell{static_cast<double>(value)}; };
  const Unreadable* lost = entry.unreadable;
  return csv_row(std::array<Cell, agenda_columns.size()>{
      iso(entry.day),
      lost != nullptr ? std::string{lost->id} : of(&Customer::id),
      lost != nullptr ? std::string{lost->name} : of(&Customer::name),
      customer == nullptr ? "" : std::string{address_of(*customer, entry.day)},
      customer == nullptr ? "" : std::string{first_of(customer->phone)},
      customer == nullptr ? "" : std::string{first_of(customer->email)},
      std::string{staff_id(book, entry.owner)},
      std::string{staff_id(book, entry.stands_for)},
      entry.strained,
      std::string{word(item.kind)},
      number(number_of(item.urgency)),
      std::string{word(item.when)},
      iso(item.due),
      iso(item.act),
      number(item.days_late),
      item.follow_up ? number(item.follow_up->ratio.value()) : Cell{},
      std::string{item.what},
      std::string{item.person},
      item.years ? number(*item.years) : Cell{},
      std::string{item.id},
      std::string{rule_of(item.kind)},
      entry.last != nullptr ? iso(entry.last->on) : "",
      entry.last != nullptr ? std::string{entry.last->heard} : "",
      entry.thank_for ? to_string(*entry.thank_for) : "",
      std::string{entry.value},
      all_hints,
      std::string{item.plan},
      item.step > 0 ? number(item.step) : Cell{},
      item.step > 0 ? number(item.steps) : Cell{},
      std::string{staff_id(book, entry.escalated_to)}});
}

}  // namespace

std::string csv_row(std::span<const Cell> cells) {
  std::string out;
  for (const Cell& cell : cells) {
    if (&cell != cells.data()) out += ',';
    const bool is_text = std::holds_alternative<std::string>(cell) ||
                         std::holds_alternative<std::vector<std::string>>(cell);
    out += is_text ? csv_field(cell_text(cell)) : cell_text(cell);
  }
  return out + "\r\n";
}

std::string render_csv(const AgendaPage& page, const Style& style) {
  std::string out =
      fmt::format("{}{}\r\n", style.bom ? byte_order_mark : "", fmt::join(agenda_columns, ","));
  for (const Entry& entry : page.agenda.entries) {
    const std::string all_hints =
        fmt::format("{}", fmt::join(hints_of(*page.agenda.book, entry), "; "));
    for (const Item& item : entry.items) out += row(page.agenda, entry, item, all_hints);
  }
  return out;
}

}  // namespace care
