#include <care/report.hpp>

#include <fmt/format.h>

#include <array>
#include <vector>

#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/words/people.hpp"

namespace care {
namespace {

enum class Type { text, number, list };

/// One value of a row as CSV has it; JSON writes it after its type.
struct Cell {
  std::string_view column;
  std::string text;
  Type type = Type::text;
};

std::string birthday_text(const Customer& customer) {
  if (!customer.birthday) return {};
  const auto& [year, day] = *customer.birthday;
  const std::string rest = fmt::format("{:02}-{:02}", static_cast<unsigned>(day.month()),
                                       static_cast<unsigned>(day.day()));
  return year ? fmt::format("{:04}-{}", static_cast<int>(*year), rest) : rest;
}

std::string cadence_text(const Book& book, const Customer& customer) {
  const Cadence& every = cadence_of(book, customer);
  return every.period ? spelled(*every.period) : "never";
}

/// Touches that reached them, up to today.
std::size_t touches_of(const Listing& listing, CustomerIndex customer) {
  std::size_t count = 0;
  for (const std::uint32_t i : listing.book->touches.of(customer)) {
    const Touch& touch = listing.book->touches.all[i];
    if (touch.reached && touch.on.day <= day_of(listing.now)) ++count;
  }
  return count;
}

void add_customer(const Listing& listing, const ListRow& row, std::vector<Cell>& cells) {
  const Book& book = *listing.book;
  const Customer& customer = book.customers[row.customer];
  const auto add = [&](std::string_view column, std::string_view text) {
    cells.push_back({column, std::string{text}});
  };
  add("id", customer.id);
  add("name", customer.name);
  add("call_me", address_of(customer, day_of(listing.now)));
  add("company", customer.company);
  add("phone", customer.phone);
  add("email", customer.email);
  add("address", customer.address);
  add("status", word(customer.status));
  add("owner", staff_id(book, owner_of(book, customer)));
  add("tier", customer.tier ? book.policy.tiers[*customer.tier].name : Text{});
  cells.push_back({"tags", fmt::format("{}", fmt::join(customer.tags, "; ")), Type::list});
  add("every", cadence_text(book, customer));
  add("since", customer.since ? iso(*customer.since) : "");
  add("birthday", birthday_text(customer));
  add("referred_by", customer.referred_by ? book.customers[*customer.referred_by].id : Text{});
  add("mood", row.mood ? word(*row.mood) : "");
}

void add_dates(const Listing& listing, const ListRow& row, std::vector<Cell>& cells) {
  const auto add = [&](std::string_view column, std::string_view text, Type type = Type::text) {
    cells.push_back({column, std::string{text}, type});
  };
  const Touch* const last = row.last;
  const Item* const next = row.next ? &row.next->item : nullptr;
  add("touches", fmt::format("{}", touches_of(listing, row.customer)), Type::number);
  add("last_on", last != nullptr ? iso(last->on.day) : "");
  add("last_how", last != nullptr && last->how ? word(*last->how) : "");
  add("last_heard", last != nullptr ? last->heard : Text{});
  add("next_on", row.next ? iso(row.next->day) : "");
  add("next_kind", next != nullptr ? word(next->kind) : "");
  add("next_what", next != nullptr ? next->what : Text{});
  add("next_due", next != nullptr ? iso(next->due.day) : "");
  add("days_late", next != nullptr ? fmt::format("{}", next->days_late) : "", Type::number);
}

std::vector<Cell> cells_of(const Listing& listing, const ListRow& row) {
  std::vector<Cell> cells;
  add_customer(listing, row, cells);
  add_dates(listing, row, cells);
  return cells;
}

constexpr std::array<std::string_view, 25> columns{
    "id",          "name",      "call_me",  "company",  "phone",    "email",      "address",
    "status",      "owner",     "tier",     "tags",     "every",    "since",      "birthday",
    "referred_by", "mood",      "touches",  "last_on",  "last_how", "last_heard", "next_on",
    "next_kind",   "next_what", "next_due", "days_late"};

void write_cell(const Customer& customer, const Cell& cell, JsonObject& object) {
  if (cell.type == Type::list) {
    object.texts(cell.column, {customer.tags.begin(), customer.tags.end()});
  } else if (cell.text.empty()) {
    object.open(cell.column) += "null";
  } else if (cell.type == Type::number) {
    object.open(cell.column) += cell.text;
  } else {
    object.text(cell.column, cell.text);
  }
}

}  // namespace

std::string customers_csv(const Listing& listing) {
  std::string out = fmt::format("{}\r\n", fmt::join(columns, ","));
  for (const ListRow& row : listing.rows) {
    std::vector<std::string> fields;
    for (const Cell& cell : cells_of(listing, row)) fields.push_back(cell.text);
    out += csv_row(fields);
  }
  return out;
}

std::string customers_json(const Listing& listing) {
  std::string out = "[";
  for (const ListRow& row : listing.rows) {
    out += &row == listing.rows.data() ? "\n" : ",\n";
    JsonObject object{out};
    for (const Cell& cell : cells_of(listing, row)) {
      write_cell(listing.book->customers[row.customer], cell, object);
    }
  }
  return out + (listing.rows.empty() ? "]\n" : "\n]\n");
}

}  // namespace care
