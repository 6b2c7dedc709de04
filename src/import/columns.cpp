#include "import/columns.hpp"

#include <algorithm>
#include <charconv>

#include <care/text.hpp>

#include "import/letters.hpp"

namespace care {
namespace {

/// `2` of `E-mail 2 - Value`; 1 without.
int number_in(std::string_view heading) {
  const auto* digit = std::ranges::find_if(heading, is_digit);
  int number = 1;
  if (digit != heading.end()) std::from_chars(digit, heading.data() + heading.size(), number);
  return number;
}

bool has_text(const std::vector<Column>& columns, Text Person::*text) {
  return std::ranges::any_of(columns, [&](const Column& one) {
    return one.row.kind == ColumnKind::text && one.row.text == text;
  });
}

void become(Column& column, Text Person::*text) {
  column.row = {ColumnKind::text, text, nullptr, {}};
}

bool has_kind(const std::vector<Column>& columns, ColumnKind kind) {
  return std::ranges::any_of(columns, [&](const Column& one) { return one.row.kind == kind; });
}

/// "Birth Year", "Birth Month", "Birth Day": then the last is not the whole birthday.
void settle_birth(std::vector<Column>& columns) {
  if (!has_kind(columns, ColumnKind::birth_month)) return;
  for (Column& column : columns) {
    if (column.row.kind == ColumnKind::birthday) column.row.kind = ColumnKind::birth_day;
  }
}

/// "Province" and "Province Code" are one.
void settle_codes(std::vector<Column>& columns) {
  for (Column& column : columns) {
    const std::string name = plain(column.heading);
    if (column.row.kind != ColumnKind::part || !name.ends_with("code")) continue;
    const auto is_spelled_out = [&](const Column& other) {
      return other.row.part == column.row.part && other.row.group == column.row.group &&
             other.number == column.number && !plain(other.heading).ends_with("code");
    };
    if (column.row.part != &WrittenAddress::code && std::ranges::any_of(columns, is_spelled_out)) {
      column.row = {ColumnKind::ignored, nullptr, nullptr, {}};
    }
  }
}

/// A region beside whole addresses is where somebody was seen, not where they live.
void settle_regions(std::vector<Column>& columns) {
  const auto has_part = [&](std::string WrittenAddress::*part) {
    return std::ranges::any_of(columns, [&](const Column& one) { return one.row.part == part; });
  };
  if (!has_part(&WrittenAddress::street) || has_part(&WrittenAddress::city) ||
      has_part(&WrittenAddress::code)) {
    return;
  }
  for (Column& column : columns) {
    if (column.row.part == &WrittenAddress::region) column.row = {};
  }
}

/// What a heading means depends on those beside it.
void settle(std::vector<Column>& columns) {
  const bool has_given = has_text(columns, &Person::given);
  const bool has_family = has_text(columns, &Person::family);
  for (Column& column : columns) {
    if (column.row.kind == ColumnKind::name_or_given) {
      become(column, has_family ? &Person::given : &Person::name);
    } else if (column.row.kind == ColumnKind::name_or_family) {
      become(column, has_given ? &Person::family : &Person::name);
    }
  }
  const bool has_role = has_text(columns, &Person::role);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].row.kind != ColumnKind::title) continue;
    const bool is_before_given =
        i + 1 < columns.size() && columns[i + 1].row.text == &Person::given;
    become(columns[i], is_before_given || has_role ? &Person::prefix : &Person::role);
  }
  settle_birth(columns);
  settle_codes(columns);
  settle_regions(columns);
  // "Name, Vorname": then the name is the family's.
  if (!has_given || has_family || has_text(columns, &Person::family)) return;
  for (Column& column : columns) {
    if (plain(column.heading) == "name") become(column, &Person::family);
  }
}

bool belongs_to(const Column& label, const Column& value) {
  if (label.number != value.number) return false;
  const ColumnKind kind = value.row.kind;
  if (label.row.group == "phone") return kind == ColumnKind::phone;
  if (label.row.group == "email") return kind == ColumnKind::email;
  return (kind == ColumnKind::event || kind == ColumnKind::extra) &&
         value.row.group == label.row.group;
}

void join_labels(std::vector<Column>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].row.kind != ColumnKind::label) continue;
    // Google has the two side by side.
    for (const std::size_t j : {i + 1, i - 1}) {
      if (j >= columns.size() || !belongs_to(columns[i], columns[j])) continue;
      columns[j].labelled_by = i;
      break;
    }
  }
}

}  // namespace

std::optional<std::size_t> find_column(const std::vector<std::string>& headings,
                                       std::string_view wanted) {
  const auto index_of = [&](const auto& found) -> std::optional<std::size_t> {
    if (found == headings.end()) return std::nullopt;
    return static_cast<std::size_t>(found - headings.begin());
  };
  const std::string_view exact = stripped(wanted);
  if (const auto found = index_of(std::ranges::find_if(
          headings, [&](const std::string& one) { return stripped(one) == exact; }))) {
    return found;
  }
  const std::string name = plain(wanted);
  if (const auto found = index_of(std::ranges::find_if(
          headings, [&](const std::string& one) { return !name.empty() && plain(one) == name; }))) {
    return found;
  }
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(exact.data(), exact.data() + exact.size(), number);
  if (error != std::errc{} || end != exact.data() + exact.size()) return std::nullopt;
  return number >= 1 && number <= headings.size() ? std::optional{number - 1} : std::nullopt;
}

std::vector<Column> columns_of(const std::vector<std::string>& headings,
                               const std::vector<ColumnChoice>& choices) {
  std::vector<Column> columns;
  for (const std::string& heading : headings) {
    Column column{
        row_of(heading), std::string{stripped(heading)}, {}, number_in(heading), {}, 0, {}};
    if (column.heading.empty()) column.heading = "column " + std::to_string(columns.size() + 1);
    column.label = column.row.group.empty() ? column.heading : std::string{column.row.group};
    columns.push_back(std::move(column));
  }
  for (const ColumnChoice& choice : choices) {
    const auto at = find_column(headings, choice.column);
    if (!at) continue;
    constexpr std::string_view extra = "extra.";
    Column& column = columns[*at];
    const ColumnRow wanted = row_of(choice.key);
    if (choice.key.starts_with(extra)) {
      column.row = {ColumnKind::extra, nullptr, nullptr, {}};
      column.label = choice.key.substr(extra.size());
    } else if (column.row.kind == ColumnKind::opt_out && wanted.text == &Person::status) {
      // Its cells say yes or no to the heading, which is the status.
      column.row.group = {};
      column.label = column.heading;
    } else {
      column.row = wanted;
      column.label = column.row.group.empty() ? choice.key : std::string{column.row.group};
    }
  }
  settle(columns);
  join_labels(columns);
  return columns;
}

}  // namespace care
