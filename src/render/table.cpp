#include <care/render_formats.hpp>
#include <care/text.hpp>
#include "render/escape.hpp"
#include "render/json.hpp"
#include "render/layout.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace care {
namespace {

/// Puts the columns for the eye side by side.
class Page {
 public:
  Page(const Table& table, const Style& style)
      : table_{table}, style_{style}, width_{std::min<std::size_t>(style.width, 100)} {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      switch (table.columns[i].look) {
        case Look::hidden: break;
        case Look::group: group_ = i; break;
        case Look::plain:
        case Look::rest: shown_.push_back(i); break;
      }
    }
    measure();
  }

  std::string take() {
    if (!table_.title.empty()) line(table_.title, true);
    if (table_.rows.empty()) {
      line(table_.if_empty, false);
    } else {
      if (!group_) heading();
      write_rows();
    }
    return std::move(out_) + missing_text(table_.problems, style_);
  }

 private:
  static constexpr std::size_t gap = 2;
  static constexpr std::size_t least_rest = 24;

  void write_rows() {
    const std::string* last = nullptr;
    std::string group;
    for (const std::vector<Cell>& row : table_.rows) {
      if (group_) {
        std::string next = neutralised(cell_text(row[*group_]));
        if (last == nullptr || next != group) {
          group = std::move(next);
          last = &group;
          if (!out_.empty()) out_ += '\n';
          line(group, true);
        }
      }
      write(row);
    }
  }

  [[nodiscard]] bool is_rest(std::size_t shown) const {
    return table_.columns[shown_[shown]].look == Look::rest;
  }

  /// As wide as the widest of them, unless that leaves too little for the rest.
  void measure() {
    widths_.assign(shown_.size(), 0);
    for (const std::vector<Cell>& row : table_.rows) {
      for (std::size_t i = 0; i < shown_.size(); ++i) {
        if (is_rest(i)) continue;
        widths_[i] = std::max(widths_[i], display_width(neutralised(cell_text(row[shown_[i]]))));
      }
    }
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      if (widths_[i] == 0 || group_) continue;
      widths_[i] = std::max(widths_[i], display_width(table_.columns[shown_[i]].heading));
    }
    while (left_for_rest() < least_rest) {
      auto widest = std::ranges::max_element(widths_);
      if (widest == widths_.end() || *widest <= least_rest / 2) break;
      --*widest;
    }
  }

  [[nodiscard]] std::size_t margin() const { return group_ ? gap : 0; }

  [[nodiscard]] std::size_t left_for_rest() const {
    std::size_t taken = margin();
    for (const std::size_t width : widths_) taken += width == 0 ? 0 : width + gap;
    return taken < width_ ? width_ - taken : 0;
  }

  void heading() {
    std::string text;
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      const auto name = table_.columns[shown_[i]].heading;
      if (is_rest(i)) {
        text += name;
      } else if (widths_[i] > 0) {
        text += padded(shortened(name, widths_[i]), widths_[i] + gap);
      }
    }
    line(text, true);
  }

  void write(const std::vector<Cell>& row) {
    std::string text(margin(), ' ');
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      const std::string cell = cell_text(row[shown_[i]]);
      if (is_rest(i)) {
        rest = wrapped(neutralised_lines(cell), std::max(left_for_rest(), least_rest));
      } else if (widths_[i] > 0) {
        text += padded(shortened(neutralised(cell), widths_[i]), widths_[i] + gap);
      }
    }
    const std::string indent(display_width(text), ' ');
    if (!rest.empty()) text += rest.front();
    line(text, false);
    for (std::size_t i = 1; i < rest.size(); ++i) line(indent + rest[i], false);
  }

  void line(std::string text, bool bold) {
    text.erase(text.find_last_not_of(' ') + 1);
    out_ += bold && style_.color ? fmt::format("\x1b[1m{}\x1b[0m\n", text) : text + '\n';
  }

  const Table& table_;
  const Style& style_;
  std::size_t width_;
  std::vector<std::size_t> shown_;  ///< columns for the eye, but for the group
  std::vector<std::size_t> widths_;
  std::optional<std::size_t> group_;
  std::string out_;
};

/// With a semicolon for each line end: a row of a table has no lines.
std::string in_one_line(const std::string& text) {
  std::string line;
  for (const char c : text) line += c == '\n' ? std::string{"; "} : std::string{c};
  return line;
}

std::string markdown_row(const std::vector<std::string>& cells) {
  return fmt::format("| {} |\n", fmt::join(cells, " | "));
}

/// Those for the eye in which any row has something, but for the group.
std::vector<std::size_t> filled_columns(const Table& table) {
  std::vector<std::size_t> empty;
  std::vector<std::size_t> filled;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Look look = table.columns[i].look;
    if (look == Look::plain || look == Look::rest) empty.push_back(i);
  }
  for (auto row = table.rows.begin(); row != table.rows.end() && !empty.empty(); ++row) {
    const std::vector<Cell> cells = *row;
    std::erase_if(empty, [&](std::size_t i) {
      if (cell_text(cells[i]).empty()) return false;
      filled.push_back(i);
      return true;
    });
  }
  std::ranges::sort(filled);
  return filled;
}

/// Below a heading for each group, where there are any.
void append_markdown_rows(const Table& table, std::string& out) {
  std::vector<std::string> headings;
  std::vector<std::string> rules;
  std::optional<std::size_t> group;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].look == Look::group) group = i;
  }
  const std::vector<std::size_t> shown = filled_columns(table);
  for (const std::size_t i : shown) {
    headings.emplace_back(table.columns[i].heading);
    rules.emplace_back("---");
  }
  std::optional<std::string> last;
  for (const std::vector<Cell>& row : table.rows) {
    const std::string heading = group ? neutralised(cell_text(row[*group])) : "";
    if (last != heading) {
      if (!out.empty()) out += '\n';
      if (group) out += fmt::format("## {}\n\n", markdown_text(heading));
      out += markdown_row(headings) + markdown_row(rules);
      last = heading;
    }
    std::vector<std::string> cells;
    cells.reserve(shown.size());
    for (const std::size_t i : shown) {
      cells.push_back(markdown_text(in_one_line(cell_text(row[i]))));
    }
    out += markdown_row(cells);
  }
}

void write_cells(const Table& table, const std::vector<Cell>& row, JsonObject& object) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string_view name = table.columns[i].name;
    if (name.empty()) continue;
    object.cell(name, row[i]);
  }
}

}  // namespace

std::string table_text(const Table& table, const Style& style) { return Page{table, style}.take(); }

std::string table_markdown(const Table& table, const Style& /*style*/) {
  std::string out = table.title.empty() ? "" : fmt::format("# {}\n", markdown_text(table.title));
  const auto add = [&](std::string_view paragraph) {
    if (paragraph.empty()) return;
    out += fmt::format("{}{}\n", out.empty() ? "" : "\n", markdown_text(paragraph));
  };
  if (table.rows.empty()) {
    add(table.if_empty);
  } else {
    append_markdown_rows(table, out);
  }
  add(missing_words(table.problems.size()));
  return out;
}

std::string table_json(const Table& table, const Style& /*style*/) {
  std::string out;
  {
    JsonObject object{out};
    object.number("schema", 1);
    object.text("book", table.book->name);
    object.text("now", iso(table.now));
    object.objects(
        table.rows_name, table.rows, "\n",
        [&](const std::vector<Cell>& row, JsonObject& inner) { write_cells(table, row, inner); });
    write_problems(*table.book, table.problems, object);
  }
  return out + '\n';
}

std::string table_json_lines(const Table& table, const Style& /*style*/) {
  std::string out;
  for (const std::vector<Cell>& row : table.rows) {
    {
      JsonObject object{out};
      write_cells(table, row, object);
    }
    out += '\n';
  }
  return out;
}

std::string table_csv(const Table& table, const Style& style) {
  std::string out{style.bom ? byte_order_mark : ""};
  std::vector<Cell> cells;
  for (const TableColumn& column : table.columns) {
    if (!column.name.empty()) cells.emplace_back(std::string{column.name});
  }
  out += csv_row(cells);
  for (std::vector<Cell> row : table.rows) {
    cells.clear();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (!table.columns[i].name.empty()) cells.push_back(std::move(row[i]));
    }
    out += csv_row(cells);
  }
  return out;
}

}  // namespace care
