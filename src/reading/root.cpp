#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "reading/tables.hpp"
#include "reading/takes.hpp"

namespace care::reading {
namespace {

bool is_table(const Node& value) {
  return value.kind == ValueKind::table ||
         (value.kind == ValueKind::list && value.first != nullptr &&
          value.first->kind == ValueKind::table);
}

/// The whole header of the table that was meant; nothing where none is near.
std::optional<std::string> meant_table(std::string_view name) {
  std::vector<TableHead> known{
      table_head<Contact>, table_head<Event>, {"extra", "[customer.extra]", {}, {}, {}}};
  for (std::size_t i = first_table; i < table_count; ++i)
    known.push_back(head_of(static_cast<Table>(i)));
  std::vector<std::string_view> names;
  names.reserve(known.size());
  for (const TableHead& head : known) names.push_back(head.name);
  const auto near = nearest_of(name, names);
  if (!near) return std::nullopt;
  return std::string{std::ranges::find(known, *near, &TableHead::name)->header};
}

/// The text of a key; empty where there is none.
std::string_view text_in(const Node& table, std::string_view key) {
  for (const Node& field : table)
    if (field.key == key && field.kind == ValueKind::text) return field.text;
  return {};
}

/// Something that nobody knows. Where a table was meant that could hold somebody, it is on the
/// agenda as well.
void unknown(Reader& in, const Node& value) {
  const auto meant = meant_table(value.key);
  if (!is_table(value)) {
    in.problems.error("unknown-key", value.key_at,
                      fmt::format("{} stands before the first table", in_quotes(value.key)),
                      meant.value_or("a table such as [book] above it"));
    return;
  }
  in.problems.error("unknown-table", value.key_at,
                    fmt::format("no table is called {}", in_quotes(value.key)),
                    meant.value_or("[book], [policy], [[staff]], [[customer]], [[touch]] …"));
  if (!meant) return;
  bool is_somebody = false;
  const auto name_one = [&](const Node& table) {
    const std::string_view id = text_in(table, "id");
    const std::string_view name = text_in(table, "name");
    if (!id.empty()) in.references.customer_ids.add_lost(id);
    if (id.empty() || name.empty()) return;
    is_somebody = true;
    in.lost.customer(table.at, id, name);
  };
  if (value.kind == ValueKind::table) name_one(value);
  for (const Node& one : value)
    if (one.kind == ValueKind::table && value.kind == ValueKind::list) name_one(one);
  if (!is_somebody)
    in.lost.part(fmt::format("a table called {}", in_quotes(value.key)), value.key_at);
}

/// Texts and the like where customers should stand: somebody was meant.
void lose_others(Reader& in, const Node& value) {
  if (value.kind == ValueKind::table) return;
  if (value.kind != ValueKind::list) return in.lost.customer(value.at, {}, {});
  for (const Node& element : value)
    if (element.kind != ValueKind::table) in.lost.customer(element.at, {}, {});
}

/// `[book]` or `[policy]`, of which a book has one, in one file.
void read_single(Reader& in, const Node& value, Table kind, std::optional<Position>& first) {
  const std::string header{head_of(kind).header};
  if (value.kind == ValueKind::list) {
    in.problems.error("wrong-type", value.key_at, fmt::format("there is one {} in a book", header),
                      header);
    for (const Node& table : value)
      if (table.kind == ValueKind::table) read_single(in, table, kind, first);
    return;
  }
  if (value.kind != ValueKind::table) {
    in.problems.error("wrong-type", value.at,
                      fmt::format("{} is a table, not {}", header, described(value)), header);
    return in.lost.part(header, value.at);
  }
  if (first) {
    in.problems.error("duplicate-table", value.at,
                      fmt::format("another {} stands at {}; this one is ignored", header,
                                  to_string(in.book, {first->file, first->line, 0})),
                      "all of it in one table");
    return;
  }
  first = value.at;
  reader_of(kind)(in, value);
}

}  // namespace

void read_root(Reader& in, const Node& root, Table table) {
  for (const Node& value : root) {
    if (table_named(value.key) != table) continue;
    each_table(in, value, value.key, [&](const Node& one) { reader_of(table)(in, one); });
    if (table == table_of<Customer>) lose_others(in, value);
  }
}

void read_root_first(Reader& in, const Node& root) {
  for (const Node& value : root) {
    const Table table = table_named(value.key);
    if (reader_of(table) == nullptr) {
      unknown(in, value);
    } else if (table == table_of<Book>) {
      read_single(in, value, table, in.book_table);
    } else if (table == table_of<Policy>) {
      read_single(in, value, table, in.policy_table);
    } else if (round_of(table) == 0) {
      each_table(in, value, value.key, [&](const Node& one) { reader_of(table)(in, one); });
    }
  }
}

std::size_t count_tables(const Node& root, Table table) {
  std::size_t count = 0;
  for (const Node& value : root) {
    if (table_named(value.key) != table) continue;
    std::size_t tables = 0;
    for (const Node& one : value) tables += one.kind == ValueKind::table ? 1 : 0;
    count += std::max<std::size_t>(tables, 1);
  }
  return count;
}

}  // namespace care::reading
