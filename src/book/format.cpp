#include <care/book_fields.hpp>
#include <care/book_format.hpp>
#include <care/book_toml.hpp>

#include <fmt/format.h>

namespace care {
namespace {

// Of each kind of value: what it is called, and how one looks where its key does not say.

struct KindWords {
  std::string type;
  std::string example;
};

KindWords words(takes::Text /*kind*/) { return {"text", "\"…\""}; }
KindWords words(takes::Texts /*kind*/) { return {"list of texts", "[\"…\", \"…\"]"}; }
KindWords words(takes::OneOrMoreTexts /*kind*/) { return {"text, or list of texts", "\"…\""}; }
KindWords words(takes::Date /*kind*/) { return {"date", "2026-11-20"}; }
KindWords words(takes::When /*kind*/) { return {"date, or date and time", "2026-11-20T15:00:00"}; }
KindWords words(takes::YearlyDate /*kind*/) {
  return {"date, or \"MM-DD\" where the year is not known", "1984-02-29"};
}
KindWords words(takes::Truth /*kind*/) { return {"true | false", {}}; }
KindWords words(takes::Length kind) {
  switch (kind.lengths) {
    case Lengths::interval: return {"length of time: d, w, m, y, wd", "\"2w\""};
    case Lengths::lead: return {"length of time: d, w, m, y, wd; \"0d\" for none", "\"14d\""};
    case Lengths::clock: return {"length of time: min, h, wd, d, w, m, y", "\"4h\""};
  }
  return {};
}
KindWords words(takes::Cadence /*kind*/) {
  return {"length of time: d, w, m, y, wd; or \"never\"", "\"2w\""};
}
KindWords words(takes::Number /*kind*/) { return {"number", "1250.00"}; }
KindWords words(takes::Count /*kind*/) { return {"whole number", "12"}; }
template <class Value>
KindWords words(takes::Word<Value> /*kind*/) {
  std::string type;
  for (const Choice<Value>& choice : word_rows<Value>)
    type += fmt::format("{}{}", type.empty() ? "" : " | ", choice.word);
  return {type, toml_string(word_rows<Value>.back().word)};
}
KindWords words(takes::Side /*kind*/) { return {"us | them", "\"them\""}; }
KindWords words(takes::Staff /*kind*/) { return {"id of one of the staff", "\"nick\""}; }
KindWords words(takes::LaterStaff /*kind*/) { return words(takes::Staff{}); }
KindWords words(takes::By /*kind*/) { return words(takes::Staff{}); }
KindWords words(takes::Tier /*kind*/) { return {"name of a tier", "\"A\""}; }
KindWords words(takes::Customer /*kind*/) { return {"id of a customer", "\"acme\""}; }
KindWords words(takes::LaterCustomer /*kind*/) { return words(takes::Customer{}); }
KindWords words(takes::Contact /*kind*/) { return {"name of a contact", {}}; }
KindWords words(takes::Request /*kind*/) { return {"id of a request", {}}; }
KindWords words(takes::Promise /*kind*/) { return {"id of a promise", {}}; }
KindWords words(takes::LaterPromise /*kind*/) { return words(takes::Promise{}); }
KindWords words(takes::Event /*kind*/) { return {"name of an event", {}}; }
template <class Record>
KindWords words(takes::Tables<Record> /*kind*/) {
  return {"tables", std::string{table_head<Record>.header}};
}
KindWords words(takes::Extra /*kind*/) { return {"table of any keys", {}}; }
KindWords words(takes::Tiers /*kind*/) { return {"table of lengths of time, or \"never\"", {}}; }
KindWords words(takes::Spans /*kind*/) { return {"list of from and to", {}}; }
KindWords words(takes::Hours /*kind*/) { return {"list of windows, or table of those", {}}; }
KindWords words(takes::Workdays /*kind*/) { return {"list of days of the week", {}}; }
KindWords words(takes::Holidays /*kind*/) { return {"list of days", {}}; }

/// What a new record has for it.
template <class Member>
std::string default_text(const Member& member) {
  constexpr bool may_be_absent = requires { member.has_value(); };
  if constexpr (!may_be_absent && requires { toml_value(member); }) {
    return toml_value(member);
  } else {
    return {};
  }
}

template <class Record>
void add_table(std::vector<TableFormat>& tables);

void add_sub_tables(std::vector<TableFormat>& /*tables*/, auto /*kind*/) {}
template <class Record>
void add_sub_tables(std::vector<TableFormat>& tables, takes::Tables<Record> /*kind*/) {
  add_table<Record>(tables);
}

/// A table, and behind it those that stand in it.
template <class Record>
void add_table(std::vector<TableFormat>& tables) {
  TableFormat table{table_head<Record>.header, table_head<Record>.about, {}};
  const Record blank = Record();
  each_field<Record>([&](const auto& field) {
    KindWords kind = words(field.takes);
    std::string absent{field.absent};
    if (absent.empty() && !field.is_needed) absent = default_text(blank.*field.member);
    table.keys.push_back(
        {field.name, std::move(kind.type), field.is_needed, std::move(absent),
         field.example.empty() ? std::move(kind.example) : std::string{field.example}, field.rule,
         field.about});
  });
  tables.push_back(std::move(table));
  each_field<Record>([&](const auto& field) { add_sub_tables(tables, field.takes); });
}

}  // namespace

std::vector<TableFormat> book_format() {
  std::vector<TableFormat> tables;
  [&]<class... Record>(Kinds<Record...> /*kinds*/) {
    (add_table<Record>(tables), ...);
  }(BookTables{});
  return tables;
}

}  // namespace care
