#include <care/render_formats.hpp>
#include <care/text.hpp>
#include "render/escape.hpp"
#include "render/json.hpp"
#include "render/words/items.hpp"
#include "render/words/people.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <variant>
#include <vector>

// The customers as a table of the columns of `list` and `export`.

namespace care {
namespace {

/// A customer's line of an export, in which columns find their value.
struct Line {
  const Listing& listing;
  const ListRow& row;
  const Book& book = *listing.book;
  const Customer& customer = as_of(book, row.customer, day_of(listing.now));
  const Item* next = row.next ? &row.next->item : nullptr;
};

std::string cadence_text(const Line& line) {
  const Cadence& every = cadence_of(line.book, line.customer);
  return every.period ? spelled(*every.period) : "never";
}

/// Touches that reached them, up to today.
std::string touches_text(const Line& line) {
  const auto& touches = line.book.touches;
  const auto count = std::ranges::count_if(touches.of(line.row.customer), [&](std::uint32_t i) {
    return touches.all[i].reached && touches.all[i].on.day <= day_of(line.listing.now);
  });
  return fmt::to_string(count);
}

/// Several in one cell; in quotes, with its own doubled, where it has in it what would look like
/// the end of one.
std::string in_one_cell(const Texts& texts, std::string_view ends) {
  std::string cell;
  for (const Text text : texts) {
    if (!cell.empty()) cell += "; ";
    if (!text.starts_with('"') && text.find_first_of(ends) == Text::npos) {
      cell += text;
      continue;
    }
    cell += '"';
    for (const char c : text) cell += c == '"' ? std::string{"\"\""} : std::string{c};
    cell += '"';
  }
  return cell;
}

enum class Type { text, number, list };
struct Column {
  std::string_view name;
  std::string (*text)(const Line& line);  ///< as CSV has it; JSON writes it after its type
  Type type = Type::text;
};

std::string own(Text text) { return std::string{text}; }

Text tier_of(const Book& book, const Customer& customer) {
  return customer.tier ? Text{book.policy.tiers[*customer.tier].name} : Text{};
}

constexpr auto all_columns = std::to_array<Column>({
    {"id", [](const Line& line) { return own(line.customer.id); }},
    {"name", [](const Line& line) { return own(line.customer.name); }},
    {"call_me",
     [](const Line& line) { return own(address_of(line.customer, day_of(line.listing.now))); }},
    {"company", [](const Line& line) { return own(line.customer.company); }},
    {"phone", [](const Line& line) { return in_one_cell(line.customer.phone, ";"); }},
    {"email", [](const Line& line) { return in_one_cell(line.customer.email, ";"); }},
    {"address", [](const Line& line) { return own(line.customer.address); }},
    {"status", [](const Line& line) { return own(word(line.customer.status)); }},
    {"owner",
     [](const Line& line) { return own(staff_id(line.book, owner_of(line.book, line.customer))); }},
    {"tier", [](const Line& line) { return own(tier_of(line.book, line.customer)); }},
    {"tags", [](const Line& line) { return in_one_cell(line.customer.tags, ";,\n\r"); },
     Type::list},
    {"every", cadence_text},
    {"since",
     [](const Line& line) { return line.customer.since ? iso(*line.customer.since) : ""; }},
    {"birthday",
     [](const Line& line) { return line.customer.birthday ? iso(*line.customer.birthday) : ""; }},
    {"referred_by",
     [](const Line& line) {
       const auto& by = line.customer.referred_by;
       return by ? own(line.book.customers[*by].id) : "";
     }},
    {"mood", [](const Line& line) { return line.row.mood ? own(word(*line.row.mood)) : ""; }},
    {"touches", touches_text, Type::number},
    {"last_on",
     [](const Line& line) { return line.row.last != nullptr ? iso(line.row.last->on.day) : ""; }},
    {"last_how",
     [](const Line& line) {
       return line.row.last != nullptr && line.row.last->how ? own(word(*line.row.last->how)) : "";
     }},
    {"last_heard",
     [](const Line& line) { return line.row.last != nullptr ? own(line.row.last->heard) : ""; }},
    {"next_on",
     [](const Line& line) { return line.next != nullptr ? iso(line.row.next->day) : ""; }},
    {"next_kind",
     [](const Line& line) { return line.next != nullptr ? own(word(line.next->kind)) : ""; }},
    {"next_what",
     [](const Line& line) { return line.next != nullptr ? own(line.next->what) : ""; }},
    {"next_due",
     [](const Line& line) { return line.next != nullptr ? iso(line.next->due.day) : ""; }},
    {"days_late",
     [](const Line& line) {
       return line.next != nullptr ? fmt::to_string(line.next->days_late) : "";
     },
     Type::number},
});

void write_cell(const Column& column, const Line& line, JsonObject& object) {
  const std::string text = column.text(line);
  if (column.type == Type::list) {
    object.texts(column.name, {line.customer.tags.begin(), line.customer.tags.end()});
  } else if (text.empty()) {
    object.open(column.name) += "null";
  } else if (column.type == Type::number) {
    object.open(column.name) += text;
  } else {
    object.text(column.name, text);
  }
}

void write_next(Date day, const Item& next, JsonObject& object) {
  object.text("next", iso(day));
  JsonObject item{object.open("item")};
  write_item(next, item);
}

/// A row of a list.
void write_row(const Listing& listing, const ListRow& row, JsonObject& object) {
  const Book& book = *listing.book;
  const Customer& customer = as_of(book, row.customer, day_of(listing.now));
  object.text("id", customer.id);
  object.text("name", customer.name);
  object.text("call_me", address_of(customer, day_of(listing.now)));
  object.text("status", word(customer.status));
  object.text("owner", staff_id(book, row.owner));
  object.text("tier", tier_of(book, customer));
  if (row.mood) object.text("mood", word(*row.mood));
  if (row.last != nullptr) object.text("last", iso(row.last->on));
  if (row.next) write_next(row.next->day, row.next->item, object);
}

void write_row(const Listing& listing, const Unreadable& lost, JsonObject& object) {
  const Date today = day_of(listing.now);
  object.text("id", lost.id);
  object.text("name", lost.name);
  write_next(today, item_of(lost, today), object);
}

constexpr std::array<std::string_view, 12> list_columns{"id",    "name", "call_me",   "status",
                                                        "owner", "tier", "mood",      "last",
                                                        "next",  "kind", "days_late", "what"};
using ListCells = std::array<Cell, list_columns.size()>;

ListCells cells_of(const Listing& listing, const ListRow& row) {
  const Book& book = *listing.book;
  const Customer& customer = as_of(book, row.customer, day_of(listing.now));
  const Item* next = row.next ? &row.next->item : nullptr;
  return {own(customer.id),
          own(customer.name),
          own(address_of(customer, day_of(listing.now))),
          own(word(customer.status)),
          own(staff_id(book, row.owner)),
          own(tier_of(book, customer)),
          own(row.mood ? word(*row.mood) : ""),
          row.last != nullptr ? iso(row.last->on) : "",
          row.next ? iso(row.next->day) : "",
          own(next != nullptr ? word(next->kind) : ""),
          next != nullptr ? Cell{static_cast<double>(next->days_late)} : Cell{},
          own(next != nullptr ? next->what : Text{})};
}

ListCells cells_of(const Listing& listing, const Unreadable& lost) {
  const Item item = item_of(lost, day_of(listing.now));
  ListCells cells{own(lost.id), own(lost.name)};
  const std::size_t next = 8;
  cells.at(next) = iso(item.act);
  cells.at(next + 1) = own(word(item.kind));
  cells.at(next + 2) = static_cast<double>(item.days_late);
  cells.at(next + 3) = own(item.what);
  return cells;
}

}  // namespace

std::string list_json(const Listing& listing, const Style& /*style*/) {
  const Book& book = *listing.book;
  std::string out;
  {
    JsonObject object{out};
    object.number("schema", 1);
    object.text("book", book.name);
    object.text("now", iso(listing.now));
    std::vector<std::variant<const Unreadable*, CustomerIndex>> rows(listing.unreadable.begin(),
                                                                     listing.unreadable.end());
    rows.insert(rows.end(), listing.customers.begin(), listing.customers.end());
    object.objects("customers", rows, "\n", [&](const auto& row, JsonObject& inner) {
      const auto* const who = std::get_if<CustomerIndex>(&row);
      if (who != nullptr) return write_row(listing, listing.row(*who), inner);
      write_row(listing, *std::get<const Unreadable*>(row), inner);
    });
    write_problems(book, listing.problems, object);
  }
  return out + '\n';
}

std::string list_csv(const Listing& listing, const Style& style) {
  std::string out =
      fmt::format("{}{}\r\n", style.bom ? byte_order_mark : "", fmt::join(list_columns, ","));
  for (const Unreadable* lost : listing.unreadable) out += csv_row(cells_of(listing, *lost));
  for (const CustomerIndex who : listing.customers)
    out += csv_row(cells_of(listing, listing.row(who)));
  return out;
}

std::string customers_csv(const Listing& listing) {
  std::vector<Cell> cells(all_columns.size());
  std::ranges::transform(all_columns, cells.begin(),
                         [](const Column& column) { return own(column.name); });
  std::string out = csv_row(cells);
  for (const CustomerIndex who : listing.customers) {
    const ListRow row = listing.row(who);
    const Line line{listing, row};
    std::ranges::transform(all_columns, cells.begin(),
                           [&](const Column& c) { return c.text(line); });
    out += csv_row(cells);
  }
  return out;
}

std::string customers_json(const Listing& listing) {
  std::string out = "[";
  std::string_view before = "\n";
  for (const CustomerIndex who : listing.customers) {
    const ListRow row = listing.row(who);
    out += std::exchange(before, ",\n");
    JsonObject object{out};
    const Line line{listing, row};
    for (const Column& column : all_columns) write_cell(column, line, object);
  }
  return out + (listing.customers.empty() ? "]\n" : "\n]\n");
}

}  // namespace care
