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

std::string birthday_text(const Line& line) {
  if (!line.customer.birthday) return {};
  const auto& [year, day] = *line.customer.birthday;
  const std::string rest = fmt::format("{:02}-{:02}", static_cast<unsigned>(day.month()),
                                       static_cast<unsigned>(day.day()));
  return year ? fmt::format("{:04}-{}", static_cast<int>(*year), rest) : rest;
}

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

constexpr auto columns = std::to_array<Column>({
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
    {"birthday", birthday_text},
    {"referred_by",
     [](const Line& line) {
       const auto& by = line.customer.referred_by;
       return by ? own(line.book.customers[*by].id) : "";
     }},
    {"mood", [](const Line& line) { return line.row.mood ? own(word(*line.row.mood)) : ""; }},
    {"touches", touches_text, Type::number},
    {"last_on", [](const Line& line) { return line.row.last ? iso(line.row.last->on.day) : ""; }},
    {"last_how",
     [](const Line& line) {
       return line.row.last && line.row.last->how ? own(word(*line.row.last->how)) : "";
     }},
    {"last_heard", [](const Line& line) { return line.row.last ? own(line.row.last->heard) : ""; }},
    {"next_on", [](const Line& line) { return line.next ? iso(line.row.next->day) : ""; }},
    {"next_kind", [](const Line& line) { return line.next ? own(word(line.next->kind)) : ""; }},
    {"next_what", [](const Line& line) { return line.next ? own(line.next->what) : ""; }},
    {"next_due", [](const Line& line) { return line.next ? iso(line.next->due.day) : ""; }},
    {"days_late",
     [](const Line& line) { return line.next ? fmt::to_string(line.next->days_late) : ""; },
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

}  // namespace

std::string list_json(const Listing& listing, const Style& /*style*/) {
  const Book& book = *listing.book;
  std::string out;
  {
    JsonObject object{out};
    object.number("schema", 1);
    object.text("book", book.name);
    object.text("now", iso(listing.now));
    object.objects("customers", listing.rows, "\n", [&](const ListRow& row, JsonObject& inner) {
      const Customer& customer = as_of(book, row.customer, day_of(listing.now));
      inner.text("id", customer.id);
      inner.text("name", customer.name);
      inner.text("call_me", address_of(customer, day_of(listing.now)));
      inner.text("status", word(customer.status));
      inner.text("owner", staff_id(book, row.owner));
      inner.text("tier", tier_of(book, customer));
      if (row.mood) inner.text("mood", word(*row.mood));
      if (row.last != nullptr) inner.text("last", iso(row.last->on));
      if (!row.next) return;
      inner.text("next", iso(row.next->day));
      JsonObject item{inner.open("item")};
      write_item(row.next->item, item);
    });
  }
  return out + '\n';
}

std::string list_csv(const Listing& listing, const Style& style) {
  const Book& book = *listing.book;
  std::string out{style.bom ? byte_order_mark : ""};
  out += "id,name,call_me,status,owner,tier,mood,last,next,kind,days_late\r\n";
  for (const ListRow& row : listing.rows) {
    const Customer& customer = as_of(book, row.customer, day_of(listing.now));
    out += csv_row(std::array{
        own(customer.id), own(customer.name), own(address_of(customer, day_of(listing.now))),
        own(word(customer.status)), own(staff_id(book, row.owner)), own(tier_of(book, customer)),
        own(row.mood ? word(*row.mood) : ""), row.last != nullptr ? iso(row.last->on) : "",
        row.next ? iso(row.next->day) : "", own(row.next ? word(row.next->item.kind) : ""),
        row.next ? fmt::to_string(row.next->item.days_late) : ""});
  }
  return out;
}

std::string customers_csv(const Listing& listing) {
  std::vector<std::string> fields;
  for (const Column& column : columns) fields.emplace_back(column.name);
  std::string out = csv_row(fields);
  for (const ListRow& row : listing.rows) {
    const Line line{listing, row};
    std::ranges::transform(columns, fields.begin(), [&](const Column& c) { return c.text(line); });
    out += csv_row(fields);
  }
  return out;
}

std::string customers_json(const Listing& listing) {
  std::string out = "[";
  for (const ListRow& row : listing.rows) {
    out += &row == listing.rows.data() ? "\n" : ",\n";
    JsonObject object{out};
    const Line line{listing, row};
    for (const Column& column : columns) write_cell(column, line, object);
  }
  return out + (listing.rows.empty() ? "]\n" : "\n]\n");
}

}  // namespace care
