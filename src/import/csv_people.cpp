#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "import/charset.hpp"
#include "import/csv_row.hpp"
#include "import/letters.hpp"

namespace care {
namespace {

/// Whether somebody could be called by what stands there.
bool is_name(const Column& column) {
  constexpr std::array<Text Person::*, 5> names{&Person::name, &Person::given, &Person::family,
                                                &Person::company, &Person::nickname};
  const ColumnKind kind = column.row.kind;
  return kind == ColumnKind::email || kind == ColumnKind::phone || kind == ColumnKind::mobile ||
         (kind == ColumnKind::text && std::ranges::find(names, column.row.text) != names.end());
}

/// Some programs put a title and an explanation above the table.
std::size_t heading_row(const CsvTable& table, const std::vector<ColumnChoice>& choices) {
  constexpr std::size_t furthest = 20;
  for (std::size_t i = 0; i < std::min(furthest, table.rows.size()); ++i) {
    const std::vector<Column> columns = columns_of(table.rows[i].cells, choices);
    const auto known = std::ranges::count_if(
        columns, [](const Column& one) { return one.row.kind != ColumnKind::unknown; });
    if (std::ranges::any_of(columns, is_name) && (i == 0 || known > 1)) return i;
  }
  return 0;
}

/// Reads the rows of one table.
class CsvFile {
 public:
  CsvFile(CsvTable table, std::uint32_t file, const ImportOptions& options, People& people)
      : table_{std::move(table)}, file_{file}, options_{options}, people_{people} {}

  void read() {
    first_ = heading_row(table_, options_.columns);
    const CsvRow& headings = table_.rows[first_];
    columns_ = columns_of(headings.cells, options_.columns);
    for (const ColumnChoice& choice : options_.columns) {
      if (find_column(headings.cells, choice.column)) continue;
      people_.remark(RemarkKind::not_taken, file_, headings.line,
                     "there is no column \"" + choice.column + "\"");
    }
    is_cares_ =
        std::ranges::any_of(columns_, [](const Column& one) { return one.heading == "next_kind"; });
    if (std::ranges::none_of(columns_, is_name)) return refuse();
    if (first_ > 0) {
      people_.remark(RemarkKind::worth_a_look, file_, table_.rows.front().line,
                     "what stands above the headings, in line " + std::to_string(headings.line) +
                         ", was left out");
    }
    find_orders();
    set_foreign_ids_aside();
    for (std::size_t i = first_ + 1; i < table_.rows.size(); ++i) read(table_.rows[i]);
    for (Column& column : columns_) {
      if (column.row.kind == ColumnKind::unknown && column.values > 0) {
        people_.columns_left.push_back({column.heading, column.values});
      }
    }
  }

 private:
  /// The numbers by which another program knows its people.
  void set_foreign_ids_aside() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (is_cares_ || columns_[i].row.text != &Person::id) continue;
      const bool has_own = std::ranges::any_of(
          table_.rows.begin() + static_cast<std::ptrdiff_t>(first_) + 1, table_.rows.end(),
          [&](const CsvRow& row) {
            return i < row.cells.size() && is_typed_id(stripped(row.cells[i])) &&
                   digits_of(row.cells[i]).empty();
          });
      if (!has_own) columns_[i].row = {};
    }
  }

  /// A total or a notice below the table: a single cell, apart from the rows above.
  [[nodiscard]] bool is_below_table(const CsvRow& row) {
    constexpr std::size_t fewest_columns = 4;
    const bool is_single = row.cells.size() == 1 && columns_.size() >= fewest_columns;
    is_below_ = is_single && (is_below_ || row.is_apart);
    return is_below_;
  }

  void refuse() {
    std::vector<std::string> headings;
    for (const Column& column : columns_) headings.push_back('"' + column.heading + '"');
    people_.not_read += table_.rows.size() - 1;
    people_.remark(RemarkKind::not_read, file_, table_.rows.front().line,
                   "no heading says who they are: " + joined_parts(headings, ", ") +
                       "; say which does: --map name=COLUMN");
  }

  /// Each column's order of day and month, where its rows agree on one.
  void find_orders() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      Column& column = columns_[i];
      column.order = options_.date_order;
      if (column.order || !is_date(column.row.kind)) continue;
      bool has_conflict = false;
      for (std::size_t row = first_ + 1; row < table_.rows.size(); ++row) {
        const std::vector<std::string>& cells = table_.rows[row].cells;
        const auto order = i < cells.size() ? proven_order(cells[i]) : std::nullopt;
        if (!order) continue;
        has_conflict = has_conflict || (column.order && column.order != order);
        column.order = order;
      }
      if (has_conflict) column.order = std::nullopt;
    }
  }

  void read(const CsvRow& row) {
    if (is_below_table(row)) {
      people_.remark(RemarkKind::worth_a_look, file_, row.line,
                     "stands below the table; left out: \"" + row.cells.front() + '"');
      return;
    }
    RowPerson to{row, options_.today, is_cares_, *people_.store};
    to.person.file = file_;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string_view text = cell_text(row.cells[i]);
      if (text.empty()) continue;
      if (i >= columns_.size()) {
        to.person.troubles.push_back(
            {row.line, "has more cells than there are headings: \"" + std::string{text} + '"'});
        break;
      }
      ++columns_[i].values;
      to.take(columns_[i], people_.store->texts.keep(text));
    }
    to.finish();
    if (to.person.name.empty()) {
      ++people_.not_read;
      people_.remark(RemarkKind::not_read, file_, row.line,
                     "no name, company, mail address or phone number");
      return;
    }
    people_.add(std::move(to.person));
  }

  CsvTable table_;
  std::uint32_t file_;
  const ImportOptions& options_;
  People& people_;
  std::vector<Column> columns_;
  std::size_t first_ = 0;  ///< the row of the headings
  bool is_cares_ = false;
  bool is_below_ = false;
};

}  // namespace

std::vector<std::string> table_headings(const Source& source) {
  constexpr std::size_t enough = std::size_t{1} << 16;
  const CsvTable table = read_table(decoded_file(source.text.view().substr(0, enough)).text);
  if (table.rows.empty()) return {};
  std::vector<std::string> headings;
  for (const std::string& cell : table.rows[heading_row(table, {})].cells) {
    if (const std::string_view heading = stripped(cell); !heading.empty()) {
      headings.emplace_back(heading);
    }
  }
  return headings;
}

void read_csv(const Source& source, std::uint32_t file, const ImportOptions& options,
              People& people) {
  const Decoded decoded = decoded_file(source.text.view());
  if (!decoded.guessed.empty()) {
    people.remark(RemarkKind::worth_a_look, file, 0, "not UTF-8; read as " + decoded.guessed);
  }
  if (decoded.has_lost) {
    people.remark(RemarkKind::not_taken, file, 0,
                  "has bytes that no character set explains; they became U+FFFD");
  }
  CsvTable table = read_table(decoded.text);
  if (table.open_quote != 0) {
    people.remark(RemarkKind::worth_a_look, file, table.open_quote,
                  "a quote that never ends; taken for a letter");
  }
  if (table.rows.empty()) {
    people.remark(RemarkKind::not_read, file, 0, "nothing in it");
    return;
  }
  CsvFile{std::move(table), file, options, people}.read();
}

}  // namespace care
