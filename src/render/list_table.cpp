#include <care/render_formats.hpp>
#include <care/text.hpp>
#include "render/layout.hpp"
#include "render/words/items.hpp"
#include "render/words/people.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <span>
#include <string>
#include <utility>
#include <vector>

// The customers as a table for the eye.

namespace care {
namespace {

/// `plan welcome`
std::string plan_cell(const Item& item) {
  constexpr std::size_t most_columns = 24;
  return "plan " + shortened(in_line(item.plan.empty() ? item.what : item.plan), most_columns);
}

/// `3 d late`, `5 h late`: to the largest unit, since columns are dear.
std::string short_late_words(const Item& item, Moment now) {
  std::string words = late_words(item, now);
  for (const auto& [unit, brief] : {std::pair{" day", " d late"}, std::pair{" h ", " h late"}}) {
    const std::size_t found = words.find(unit);
    if (found != std::string::npos) words = words.substr(0, found) + brief;
  }
  return words;
}

constexpr std::array<std::string_view, 6> heads{"ID", "NAME", "LAST", "NEXT", "OWNER", "MOOD"};
using Widths = std::array<std::size_t, heads.size()>;

/// The cells of rows one behind the other, since a list may have many.
class Cells {
 public:
  struct Cell {
    std::string_view text;
    std::size_t width = 0;
  };

  void reserve(std::size_t rows) {
    constexpr std::size_t usual_row = 64;
    text_.reserve(rows * usual_row);
    ends_.reserve(rows);
  }

  /// The next cell, row by row.
  void add(std::string_view text) {
    const std::size_t width = display_width(text);
    widths_[column_] = std::max(widths_[column_], width);
    text_ += text;
    row_[column_] = {text_.size(), static_cast<std::uint32_t>(width)};
    if (++column_ < heads.size()) return;
    column_ = 0;
    ends_.push_back(row_);
  }

  [[nodiscard]] std::size_t rows() const { return ends_.size(); }
  /// Each row, with what it says and how wide that is.
  template <class Visit>
  void for_each_row(const Visit& visit) const {
    std::size_t start = 0;
    for (const Row& ends : ends_) {
      std::array<Cell, heads.size()> row;
      for (std::size_t i = 0; i < row.size(); ++i) {
        row[i] = {std::string_view{text_}.substr(start, ends[i].end - start), ends[i].width};
        start = ends[i].end;
      }
      visit(row);
    }
  }
  /// Of a column that has nothing to say 0.
  [[nodiscard]] const Widths& widths() const { return widths_; }

 private:
  struct End {
    std::size_t end;
    std::uint32_t width;
  };
  using Row = std::array<End, heads.size()>;

  std::string text_;
  std::vector<Row> ends_;
  Row row_{};  ///< the last, up to a column
  std::size_t column_ = 0;
  Widths widths_{};
};

/// `25 Nov follow up`, `promise, 3 d late`.
std::string next_words(const Customer& customer, const ListRow& row, Moment now) {
  const Date today = day_of(now);
  if (customer.status == Status::former) return "former";
  if (!row.next) return "nothing planned";
  const Item& item = row.next->item;
  std::string kind{item.kind == Kind::follow_up ? "follow up" : word(item.kind)};
  if (item.kind == Kind::no_plan) kind = "no plan";
  if (item.kind == Kind::plan) kind = plan_cell(item);
  if (row.next->day > today) return past_day(row.next->day, today) + ' ' + kind;
  const std::string late = short_late_words(item, now);
  return late.empty() ? kind + " today" : fmt::format("{}, {}", kind, late);
}

/// `dana`, and while she is away `luis for dana`.
std::string owner_cell(const Book& book, const Customer& customer, const ListRow& row) {
  const auto own = owner_of(book, customer);
  const Text id = staff_id(book, row.owner);
  return neutralised(own == row.owner ? std::string{id}
                                      : fmt::format("{} for {}", id, staff_id(book, own)));
}

std::string_view mood_cell(const Customer& customer, const ListRow& row) {
  if (customer.status == Status::do_not_contact) return "no contact";
  return row.mood ? word(*row.mood) : "";
}

/// What a column would say of them is not known.
void add_unreadable(const Unreadable& lost, Cells& cells) {
  cells.add(lost.id.empty() ? "?" : neutralised(lost.id));
  cells.add(neutralised(lost.name));
  for (std::size_t i = 2; i < heads.size(); ++i) cells.add({});
}

void add_row(const Listing& listing, const ListRow& row, Cells& cells) {
  const Date today = day_of(listing.now);
  const Customer& customer = as_of(*listing.book, row.customer, today);
  cells.add(neutralised(customer.id));
  cells.add(neutralised(customer.name));
  cells.add(row.last != nullptr ? past_day(row.last->on.day, today) : "never");
  cells.add(next_words(customer, row, listing.now));
  cells.add(owner_cell(*listing.book, customer, row));
  cells.add(mood_cell(customer, row));
}

/// The head, who could not be read, and everybody else, in halves.
struct Parts {
  Cells head, unreadable, first, second;

  explicit Parts(const Listing& listing) {
    for (const std::string_view word : heads) head.add(word);
    for (const Unreadable* lost : listing.unreadable) add_unreadable(*lost, unreadable);
    in_halves(listing.together, listing.customers.size(), [&](std::size_t from, std::size_t to) {
      Cells& cells = from == 0 ? first : second;
      cells.reserve(to - from);
      for (std::size_t i = from; i < to; ++i)
        add_row(listing, listing.row(listing.customers[i]), cells);
    });
  }

  /// With the blanks behind each. A column that has nothing to say is left out.
  [[nodiscard]] Widths widths() const {
    Widths widths = head.widths();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const auto said = {unreadable.widths()[i], first.widths()[i], second.widths()[i]};
      const std::size_t most = std::max(said);
      widths[i] = most > 0 ? std::max(widths[i], most) + 2 : 0;
    }
    return widths;
  }
};

/// Makes a table as narrow as the page: names give way first, but stay readable; then what comes
/// next; then ids. Everything else is needed whole.
void fit(Widths& widths, std::size_t page) {
  constexpr std::pair<std::size_t, std::size_t> least[] = {{1, 22}, {3, 23}, {0, 20}, {1, 10}};
  for (const auto& [column, width] : least) {
    const std::size_t all = std::accumulate(widths.begin(), widths.end(), std::size_t{0});
    if (all <= page) return;
    const std::size_t spare = widths.at(column) - std::min(widths.at(column), width);
    widths.at(column) -= std::min(spare, all - page);
  }
}

/// Shortened where it does not leave two blanks.
void append_padded(const Cells::Cell& cell, std::size_t width, std::string& out) {
  if (cell.width + 2 > width) {
    out += padded(shortened(cell.text, width - 2), width);
    return;
  }
  out += cell.text;
  out.append(width - cell.width, ' ');
}

void append_row(std::span<const Cells::Cell> row, const Widths& widths, std::string& out) {
  for (std::size_t i = 0; i < row.size(); ++i)
    if (widths[i] > 0) append_padded(row[i], widths[i], out);
}

void append_rows(const Cells& cells, const Widths& widths, std::string& out) {
  cells.for_each_row([&](const auto& row) {
    append_row(row, widths, out);
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
  });
}

/// That somebody could not be read, and where, beside id and name.
void append_unreadable(const std::string& where, std::size_t indent, std::size_t page,
                       std::string& out) {
  constexpr std::size_t least = 24;
  const std::size_t room = page > indent + least ? page - indent : least;
  std::string_view before;
  const std::string margin = '\n' + std::string(indent, ' ');
  for (const std::string& part : wrapped("could not be read: " + where, room)) {
    out += before;
    out += part;
    before = margin;
  }
  out += '\n';
}

/// Why the list is empty.
std::string_view nobody_words(const Book& book) {
  if (!book.customers.empty()) return "No customer is like that.\n";
  return book.unreadable.empty() ? "No customers yet: care add NAME, or care import contacts.vcf\n"
                                 : "No customer could be read; `care check` says why.\n";
}

}  // namespace

std::string list_text(const Listing& listing, const Style& style) {
  const std::string missing = missing_text(listing.problems, style);
  if (listing.customers.empty() && listing.unreadable.empty()) {
    return std::string{nobody_words(*listing.book)} + missing;
  }
  const Parts parts{listing};
  Widths widths = parts.widths();
  const std::size_t page = Layout{style}.width();
  fit(widths, page + 2);
  std::string out;
  const std::size_t line = std::accumulate(widths.begin(), widths.end(), std::size_t{1});
  out.reserve((1 + parts.unreadable.rows() + parts.first.rows() + parts.second.rows()) * line);
  if (style.color) out += "\x1b[1m";
  append_rows(parts.head, widths, out);
  if (style.color) out.insert(out.size() - 1, "\x1b[0m");
  auto lost = listing.unreadable.begin();
  parts.unreadable.for_each_row([&](std::span<const Cells::Cell> row) {
    append_row(row.first(2), widths, out);
    const Position at = (*lost++)->at;
    append_unreadable(to_string(*listing.book, {at.file, at.line, 0}), widths[0] + widths[1], page,
                      out);
  });
  append_rows(parts.first, widths, out);
  append_rows(parts.second, widths, out);
  out += missing;
  return out;
}

}  // namespace care
