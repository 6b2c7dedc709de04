#include <array>

#include <fmt/format.h>

#include "reading/keys.hpp"
#include "reading/schema.hpp"

namespace care::reading {
namespace {

using Read = void (*)(Reader& in, const Node& table);

/// How a table of which there can be several is read.
Read reader_of(Table table) {
  switch (table) {
    case Table::staff: return read_staff;
    case Table::customer: return read_customer;
    case Table::purchase: return read_purchase;
    case Table::touch: return read_touch;
    case Table::request: return read_request;
    case Table::promise: return read_promise;
    case Table::snooze: return read_snooze;
    case Table::ready: return read_ready;
    default: return nullptr;
  }
}

bool is_table(const Node& value) {
  return value.kind == Kind::table ||
         (value.kind == Kind::list && value.first != nullptr && value.first->kind == Kind::table);
}

/// The whole header of the table that was meant; nothing where none is near.
std::optional<std::string> meant_table(std::string_view name) {
  constexpr std::string_view known[] = {"book",    "policy",  "staff",   "customer", "purchase",
                                        "touch",   "request", "promise", "snooze",   "ready",
                                        "contact", "event",   "extra"};
  const auto near = nearest_of(name, known);
  if (!near) return std::nullopt;
  if (*near == "book" || *near == "policy") return fmt::format("[{}]", *near);
  if (*near == "extra") return "[customer.extra]";
  if (*near == "contact" || *near == "event") return fmt::format("[[customer.{}]]", *near);
  return fmt::format("[[{}]]", *near);
}

/// Something that nobody knows. Where a table was meant that could hold somebody, it is on the
/// agenda as well.
void unknown(Reader& in, const Node& value) {
  const auto meant = meant_table(value.key);
  if (!is_table(value)) {
    in.problems.error("unknown-key", value.key_at,
                      fmt::format("{} stands before the first table", quoted(value.key)),
                      meant.value_or("a table such as [book] above it"));
    return;
  }
  in.problems.error("unknown-table", value.key_at,
                    fmt::format("no table is called {}", quoted(value.key)),
                    meant.value_or("[book], [policy], [[staff]], [[customer]], [[touch]] …"));
  if (!meant) return;
  for (const Node& field : value.kind == Kind::list ? *value.first : value) {
    if (field.key == "id" && field.kind == Kind::text)
      in.references.customer_ids.add_lost(field.text);
  }
  in.lost.part(fmt::format("a table called {}", quoted(value.key)), value.key_at);
}

/// Texts and the like where customers should stand: somebody was meant.
void tell_no_customers(Reader& in, const Node& value) {
  if (value.kind == Kind::table) return;
  if (value.kind != Kind::list) return in.lost.customer(value.at, {}, {});
  for (const Node& element : value)
    if (element.kind != Kind::table) in.lost.customer(element.at, {}, {});
}

/// `[book]` or `[policy]`, of which a book has one, in one file.
void read_single(Reader& in, const Node& value, std::string_view name, Read read,
                 std::optional<Position>& first) {
  const std::string header = fmt::format("[{}]", name);
  if (value.kind == Kind::list) {
    in.problems.error("wrong-type", value.key_at, fmt::format("there is one {} in a book", header),
                      header);
    for (const Node& table : value)
      if (table.kind == Kind::table) read_single(in, table, name, read, first);
    return;
  }
  if (value.kind != Kind::table) {
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
  read(in, value);
}

}  // namespace

unsigned round_of(Table table) {
  switch (table) {
    case Table::customer: return 1;
    case Table::request:
    case Table::promise: return 2;
    case Table::purchase:
    case Table::touch:
    case Table::snooze:
    case Table::ready: return 3;
    default: return 0;
  }
}

void read_root(Reader& in, const Node& root, unsigned round) {
  for (const Node& value : root) {
    const Table table = table_named(value.key);
    if (round_of(table) != round) continue;
    if (table == Table::book) {
      read_single(in, value, "book", read_book_table, in.book_table);
    } else if (table == Table::policy) {
      read_single(in, value, "policy", read_policy, in.policy_table);
    } else if (const Read read = reader_of(table)) {
      each_table(in, value, value.key, [&](const Node& one) { read(in, one); });
      if (table == Table::customer) tell_no_customers(in, value);
    } else {
      unknown(in, value);
    }
  }
}

void resolve(Reader& in, unsigned round) {
  switch (round) {
    case 0: in.references.resolve_staff(); break;
    case 1: in.references.resolve_referrals(); break;
    case 2: in.references.resolve_replaced(); break;
    default: break;
  }
}

}  // namespace care::reading
