#include <care/book_fields.hpp>
#include <care/record.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <concepts>
#include <type_traits>

namespace care {
namespace {

// A reference as the id or name that the book has for it; empty where there is none.

template <class One>
Text id_of(const std::vector<One>& all, std::optional<std::uint32_t> index) {
  return index ? all[*index].id : Text{};
}
template <class Kind>
requires std::same_as<Kind, takes::Staff> || std::same_as<Kind, takes::LaterStaff> Text
named(const Book& book, const auto& /*record*/, Kind /*kind*/, std::optional<StaffIndex> index) {
  return id_of(book.staff, index);
}
template <class Kind>
requires std::same_as<Kind, takes::Customer> || std::same_as<Kind, takes::LaterCustomer> Text
named(const Book& book, const auto& /*record*/, Kind /*kind*/, std::optional<CustomerIndex> index) {
  return id_of(book.customers, index);
}
Text named(const Book& book, const auto& /*record*/, takes::Request /*kind*/,
           std::optional<std::uint32_t> index) {
  return id_of(book.requests.all, index);
}
template <class Kind>
requires std::same_as<Kind, takes::Promise> || std::same_as<Kind, takes::LaterPromise> Text
named(const Book& book, const auto& /*record*/, Kind /*kind*/, std::optional<std::uint32_t> index) {
  return id_of(book.promises.all, index);
}
Text named(const Book& book, const auto& /*record*/, takes::Tier /*kind*/,
           std::optional<std::uint32_t> index) {
  return index ? book.policy.tiers[*index].name : Text{};
}
Text named(const Book& book, const auto& record, takes::Contact /*kind*/,
           std::optional<std::uint32_t> index) {
  return index ? book.customers[record.customer].contacts[*index].name : Text{};
}
Text named(const Book& /*book*/, const auto& /*record*/, takes::Side /*kind*/, bool is_them) {
  return is_them ? "them" : "";
}

/// The value of a key as TOML; empty where there is none.
template <class Record, class Kind, class Value>
std::string value_text(const Book& book, const Record& record, Kind kind, const Value& value) {
  if constexpr (requires { named(book, record, kind, value); }) {
    const Text name = named(book, record, kind, value);
    return name.empty() ? std::string{} : toml_string(name);
  } else if constexpr (std::same_as<Value, Text>) {
    return value.empty() ? std::string{} : toml_string(value);
  } else if constexpr (std::same_as<Kind, takes::OneOrMoreTexts>) {
    return value.size() == 1 ? toml_string(value.front()) : toml_value(value);
  } else if constexpr (requires { value.has_value(); }) {
    return toml_value(*value);
  } else {
    return toml_value(value);
  }
}

template <class Kind>
constexpr bool is_sub_table = std::same_as<Kind, takes::Extra>;
template <class Record>
constexpr bool is_sub_table<takes::Tables<Record>> = true;

/// A record as a table, key by key; what is absent, or as it would be without the key, is left out.
template <class Record>
std::string table_text(const Book& book, const Record& record);

template <class Record>
std::string tables_text(const Book& book, const std::vector<Record>& all) {
  std::string text;
  for (const Record& one : all) text += "\n" + table_text(book, one);
  return text;
}

std::string tables_text(const Book& /*book*/, const std::vector<Extra>& all) {
  if (all.empty()) return {};
  std::string text = "\n[customer.extra]\n";
  for (const Extra& extra : all)
    text += fmt::format("{} = {}\n", toml_string(extra.key), toml_string(extra.value));
  return text;
}

template <class Record>
std::string table_text(const Book& book, const Record& record) {
  std::string text = fmt::format("{}\n", table_head<Record>.header);
  std::string sub_tables;
  const Record blank = Record();
  each_field<Record>([&](const auto& field) {
    const auto& value = record.*field.member;
    if constexpr (is_sub_table<std::remove_cvref_t<decltype(field.takes)>>) {
      sub_tables += tables_text(book, value);
    } else if (field.is_needed || value != blank.*field.member) {
      const std::string written = value_text(book, record, field.takes, value);
      if (!written.empty()) text += fmt::format("{} = {}\n", field.name, written);
    }
  });
  return text + sub_tables;
}

Text whom(const Book& book, const auto& record) {
  if constexpr (requires { record.customer; }) {
    return book.customers[record.customer].id;
  } else {
    return record.id;
  }
}

/// Calls `use` with each text of a record, of its sub-tables and lists too.
template <class Value, class Use>
void each_text(Value& value, const Use& use) {
  if constexpr (std::is_same_v<std::remove_const_t<Value>, Text>) {
    use(value);
  } else if constexpr (std::is_same_v<std::remove_const_t<Value>, Extra>) {
    use(value.key);
    use(value.value);
  } else if constexpr (field_count<std::remove_const_t<Value>> > 0) {
    each_field<std::remove_const_t<Value>>(
        [&](const auto& field) { each_text(value.*field.member, use); });
  } else if constexpr (requires { value.begin(); }) {
    for (auto& one : value) each_text(one, use);
  }
}

}  // namespace

std::string_view table_of(const Record& record) {
  return std::visit([]<class One>(const One&) { return table_head<One>.name; }, record);
}

Text customer_of(const Book& book, const Record& record) {
  return std::visit([&](const auto& one) { return whom(book, one); }, record);
}

std::string record_text(const Book& book, const Record& record) {
  return std::visit([&](const auto& one) { return table_text(book, one); }, record);
}

Record kept(Book& book, Record record) {
  const auto keep = [&](Text& text) {
    if (!book.texts->holds(text)) text = book.texts->keep(text);
  };
  std::visit([&](auto& one) { each_text(one, keep); }, record);
  return record;
}

bool is_kept(const Book& book, const Record& record) {
  bool all = true;
  const auto check = [&](Text text) { all = all && book.texts->holds(text); };
  std::visit([&](const auto& one) { each_text(one, check); }, record);
  return all;
}

}  // namespace care
