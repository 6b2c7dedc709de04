#include <care/render.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/layout.hpp"
#include "render/words/days.hpp"
#include "render/words/people.hpp"

namespace care {
namespace {

/// `call Mon 7 Dec`, `promise, 3 days late`.
std::string next_words(const Listing& listing, const ListRow& row) {
  const Date today = day_of(listing.now);
  if (listing.book->customers[row.customer].status == Status::former) return "former";
  if (!row.next) return "nothing planned";
  const Item& item = row.next->item;
  std::string kind{item.kind == Kind::follow_up ? "follow up" : word(item.kind)};
  if (item.kind == Kind::no_plan) kind = "no plan";
  if (row.next->day > today) return fmt::format("{} {}", past_day(row.next->day, today), kind);
  if (item.days_late > 0) return fmt::format("{}, {}", kind, days_late_words(item.days_late));
  return fmt::format("{} today", kind);
}

std::string last_words(const Listing& listing, const ListRow& row) {
  return row.last != nullptr ? past_day(row.last->on.day, day_of(listing.now)) : "never";
}

}  // namespace

std::string list_text(const Listing& listing, const Style& style) {
  constexpr std::size_t widest_page = 100;
  const std::size_t page = std::clamp<std::size_t>(style.width, 24, widest_page);
  std::vector<std::array<std::string, 6>> rows;
  rows.push_back({"ID", "NAME", "LAST", "NEXT", "OWNER", "MOOD"});
  for (const ListRow& row : listing.rows) {
    const Customer& customer = listing.book->customers[row.customer];
    rows.push_back({neutralised(customer.id), neutralised(customer.name), last_words(listing, row),
                    next_words(listing, row), neutralised(staff_id(*listing.book, row.owner)),
                    row.mood ? std::string{word(*row.mood)} : ""});
  }
  std::array<std::size_t, 6> widths{};
  for (const auto& cells : rows) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(cells[i]));
    }
  }
  // The name gives way first: everything else is needed whole.
  const std::size_t others = widths[0] + widths[2] + widths[3] + widths[4] + widths[5] + 10;
  widths[1] = std::min(widths[1], page > others + 8 ? page - others : 8);
  std::string out;
  bool heading = true;
  for (const auto& cells : rows) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string cell = i == 1 ? shortened(cells[i], widths[i]) : cells[i];
      line += padded(cell, widths[i]);
      if (i + 1 < cells.size()) line += "  ";
    }
    while (line.ends_with(' ')) line.pop_back();
    out += heading && style.color ? fmt::format("\x1b[1m{}\x1b[0m\n", line) : line + '\n';
    heading = false;
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
    object.open_list("customers");
    for (std::size_t i = 0; i < listing.rows.size(); ++i) {
      const ListRow& row = listing.rows[i];
      const Customer& customer = book.customers[row.customer];
      out += i > 0 ? ",\n" : "\n";
      JsonObject inner{out};
      inner.text("id", customer.id);
      inner.text("name", customer.name);
      inner.text("call_me", address_of(customer, day_of(listing.now)));
      inner.text("status", word(customer.status));
      inner.text("owner", staff_id(book, row.owner));
      if (customer.tier) inner.text("tier", book.policy.tiers[*customer.tier].name);
      if (row.mood) inner.text("mood", word(*row.mood));
      if (row.last != nullptr) inner.text("last", iso(row.last->on));
      if (!row.next) continue;
      inner.text("next", iso(row.next->day));
      write_item(row.next->item, inner.open("item"));
    }
    out += listing.rows.empty() ? "]" : "\n]";
  }
  return out + '\n';
}

std::string list_csv(const Listing& listing, const Style& /*style*/) {
  const Book& book = *listing.book;
  std::string out = "id,name,call_me,status,owner,tier,mood,last,next,kind,days_late\r\n";
  for (const ListRow& row : listing.rows) {
    const Customer& customer = book.customers[row.customer];
    out += csv_row(std::array<std::string, 11>{
        std::string{customer.id}, std::string{customer.name},
        std::string{address_of(customer, day_of(listing.now))}, std::string{word(customer.status)},
        std::string{staff_id(book, row.owner)},
        customer.tier ? std::string{book.policy.tiers[*customer.tier].name} : "",
        row.mood ? std::string{word(*row.mood)} : "", row.last != nullptr ? iso(row.last->on) : "",
        row.next ? iso(row.next->day) : "", row.next ? std::string{word(row.next->item.kind)} : "",
        row.next ? fmt::format("{}", row.next->item.days_late) : ""});
  }
  return out;
}

}  // namespace care
