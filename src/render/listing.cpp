#include <care/render_formats.hpp>
#include <care/text.hpp>
#include "render/escape.hpp"
#include "render/json.hpp"
#include "render/layout.hpp"
#include "render/words/items.hpp"
#include "render/words/people.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

// The customers as a table: for the eye, and in the columns of `list` and `export`.

namespace care {
namespace {

/// `plan welcome`
std::string plan_cell(const Item& item) {
  constexpr std::size_t most_columns = 24;
  return "plan " + shortened(neutralised(item.plan.empty() ? item.what : item.plan), most_columns);
}

/// `3 d late`, `5 h late`: to the largest unit, since columns are dear.
std::string short_late_words(const Item& item, Moment now) {
  std::string words = late_words(item, now);
  for (const auto& [unit, brief] : {std::pair{" day", " d late"}, std::pair{" h ", " h late"}})
    if (const std::size_t found = words.find(unit); found < words.size())
      words.replace(found, std::string::npos, brief);
  return words;
}

/// `25 Nov follow up`, `promise, 3 d late`.
std::string next_words(const Listing& listing, const ListRow& row) {
  const Date today = day_of(listing.now);
  if (as_of(*listing.book, row.customer, today).status == Status::former) return "former";
  if (!row.next) return "nothing planned";
  const Item& item = row.next->item;
  std::string kind{item.kind == Kind::follow_up ? "follow up" : word(item.kind)};
  if (item.kind == Kind::no_plan) kind = "no plan";
  if (item.kind == Kind::plan) kind = plan_cell(item);
  if (row.next->day > today) return fmt::format("{} {}", past_day(row.next->day, today), kind);
  const std::string late = short_late_words(item, listing.now);
  return late.empty() ? kind + " today" : fmt::format("{}, {}", kind, late);
}

/// `dana`, and while she is away `luis for dana`.
std::string owner_cell(const Book& book, const ListRow& row, Date today) {
  const auto own = owner_of(book, as_of(book, row.customer, today));
  const Text id = staff_id(book, row.owner);
  return neutralised(own == row.owner ? std::string{id}
                                      : fmt::format("{} for {}", id, staff_id(book, own)));
}

std::array<std::string, 6> cells_of(const Listing& listing, const ListRow& row) {
  const Date today = day_of(listing.now);
  const Customer& customer = as_of(*listing.book, row.customer, today);
  const std::string_view mood = customer.status == Status::do_not_contact ? "no contact"
                                : row.mood                                ? word(*row.mood)
                                                                          : "";
  return {neutralised(customer.id),
          neutralised(customer.name),
          row.last != nullptr ? past_day(row.last->on.day, today) : "never",
          next_words(listing, row),
          owner_cell(*listing.book, row, today),
          std::string{mood}};
}

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
    {"phone",
     [](const Line& line) { return fmt::format("{}", fmt::join(line.customer.phone, "; ")); }},
    {"email",
     [](const Line& line) { return fmt::format("{}", fmt::join(line.customer.email, "; ")); }},
    {"address", [](const Line& line) { return own(line.customer.address); }},
    {"status", [](const Line& line) { return own(word(line.customer.status)); }},
    {"owner",
     [](const Line& line) { return own(staff_id(line.book, owner_of(line.book, line.customer))); }},
    {"tier", [](const Line& line) { return own(tier_of(line.book, line.customer)); }},
    {"tags",
     [](const Line& line) { return fmt::format("{}", fmt::join(line.customer.tags, "; ")); },
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

/// Makes a table as narrow as the page: names give way first, but stay readable; then what comes
/// next; then ids. Everything else is needed whole.
void fit(std::array<std::size_t, 6>& widths, std::size_t page) {
  constexpr std::pair<std::size_t, std::size_t> least[] = {{1, 22}, {3, 23}, {0, 20}, {1, 10}};
  for (const auto& [column, width] : least) {
    const std::size_t all = std::accumulate(widths.begin(), widths.end(), std::size_t{0});
    if (all <= page) return;
    const std::size_t spare = widths.at(column) - std::min(widths.at(column), width);
    widths.at(column) -= std::min(spare, all - page);
  }
}

}  // namespace

std::string list_text(const Listing& listing, const Style& style) {
  if (listing.rows.empty()) {
    const Book& book = *listing.book;
    if (!book.customers.empty()) return "No customer is like that.\n";
    return book.unreadable.empty()
               ? "No customers yet: care add NAME, or care import contacts.vcf\n"
               : "No customer could be read; `care check` says why.\n";
  }
  std::vector<std::array<std::string, 6>> rows{{"ID", "NAME", "LAST", "NEXT", "OWNER", "MOOD"}};
  rows.reserve(rows.size() + listing.rows.size());
  for (const ListRow& row : listing.rows) rows.push_back(cells_of(listing, row));
  std::array<std::size_t, 6> widths{};
  for (std::size_t i = 0; i < widths.size(); ++i) {
    // A column that has nothing to say is left out.
    const bool says = std::ranges::any_of(rows.begin() + 1, rows.end(),
                                          [&](const auto& cells) { return !cells[i].empty(); });
    for (const auto& cells : rows) {
      if (says) widths[i] = std::max(widths[i], display_width(cells[i]) + 2);
    }
  }
  const std::size_t page = Layout{style}.width() + 2;
  fit(widths, page);
  std::string out;
  for (const auto& cells : rows) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (widths[i] > 0) line += padded(shortened(cells[i], widths[i] - 2), widths[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += out.empty() && style.color ? fmt::format("\x1b[1m{}\x1b[0m\n", line) : line + '\n';
  }
  return out;
}

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
