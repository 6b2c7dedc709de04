#include <care/book_fields.hpp>
#include <care/record_several.hpp>
#include <care/text_ascii.hpp>
#include <care/text_lines.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <span>
#include <type_traits>
#include <utility>

#include "record/text.hpp"

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

void append_text(std::string& out, Text text) {
  if (!text.empty()) append_toml_string(out, text);
}

/// The value of a key as TOML; nothing where there is none.
template <class Record, class Kind, class Value>
void append_value(std::string& out, const Book& book, const Record& record, Kind kind,
                  const Value& value) {
  if constexpr (requires { named(book, record, kind, value); }) {
    append_text(out, named(book, record, kind, value));
  } else if constexpr (std::same_as<Value, Text>) {
    append_text(out, value);
  } else if constexpr (std::same_as<Kind, takes::OneOrMoreTexts>) {
    if (value.size() == 1) {
      append_toml_string(out, value.front());
    } else {
      append_toml_list(out, value);
    }
  } else if constexpr (std::same_as<Value, Texts>) {
    append_toml_list(out, value);
  } else if constexpr (requires { value.has_value(); }) {
    out += toml_value(*value);
  } else {
    out += toml_value(value);
  }
}

std::vector<std::string> strings(const Texts& texts) { return {texts.begin(), texts.end()}; }

/// The value of a key for programs; nothing where there is none.
template <class Record, class Kind, class Value>
Cell cell_of(const Book& book, const Record& record, Kind kind, const Value& value) {
  if constexpr (requires { named(book, record, kind, value); }) {
    const Text name = named(book, record, kind, value);
    return name.empty() ? Cell{} : Cell{std::string{name}};
  } else if constexpr (std::same_as<Value, Text>) {
    return value.empty() ? Cell{} : Cell{std::string{value}};
  } else if constexpr (std::same_as<Value, Texts>) {
    return value.empty() ? Cell{} : Cell{strings(value)};
  } else if constexpr (requires { value.has_value(); }) {
    return value ? cell_of(book, record, kind, *value) : Cell{};
  } else if constexpr (std::same_as<Value, bool> || std::same_as<Value, double>) {
    return value;
  } else if constexpr (requires { iso(value); }) {
    return iso(value);
  } else if constexpr (requires { word(value); }) {
    return std::string{word(value)};
  } else {
    const std::string written = toml_value(value);
    return written.starts_with('"') ? written.substr(1, written.size() - 2) : written;
  }
}

/// The keys of all kinds of record, each once, and how many.
constexpr auto keys_of_records = []<class... One>(Kinds<One...>) {
  std::pair<std::array<std::string_view, (field_count<One> + ...)>, std::size_t> keys{};
  const auto add = [&](std::string_view key) {
    const auto end = keys.first.begin() + keys.second;
    if (std::find(keys.first.begin(), end, key) == end) keys.first[keys.second++] = key;
  };
  (std::ranges::for_each(field_names<One>, add), ...);
  return keys;
}(RecordKinds{});

template <class Kind>
constexpr bool is_sub_table = std::same_as<Kind, takes::Extra>;
template <class Record>
constexpr bool is_sub_table<takes::Tables<Record>> = true;

/// A record as a table, key by key; what is absent, or as it would be without the key, is left out.
template <class Record>
void append_table(std::string& out, const Book& book, const Record& record);

template <class Record>
void append_tables(std::string& out, const Book& book, const Few<Record>& all) {
  for (const Record& one : all) {
    out += '\n';
    append_table(out, book, one);
  }
}

/// A key of letters, digits, `_` and `-` needs no quotes.
bool is_bare(std::string_view key) {
  return !key.empty() && std::ranges::all_of(key, [](char c) {
    return is_letter_or_digit(c) || c == '_' || c == '-';
  });
}

void append_tables(std::string& out, const Book& /*book*/, const Few<Extra>& all) {
  if (all.empty()) return;
  out += "\n[customer.extra]\n";
  for (const Extra& extra : all) {
    if (is_bare(extra.key)) {
      out += extra.key;
    } else {
      append_toml_string(out, extra.key);
    }
    out += " = ";
    append_toml_string(out, extra.value);
    out += '\n';
  }
}

template <class Record>
void append_table(std::string& out, const Book& book, const Record& record) {
  out += table_head<Record>.header;
  out += '\n';
  static const Record blank{};
  each_field<Record>([&](const auto& field) {
    const auto& value = record.*field.member;
    if constexpr (!is_sub_table<std::remove_cvref_t<decltype(field.takes)>>) {
      if (!field.is_needed && value == blank.*field.member) return;
      const std::size_t begin = out.size();
      out += field.name;
      out += " = ";
      const std::size_t before = out.size();
      append_value(out, book, record, field.takes, value);
      if (out.size() == before) return out.resize(begin);
      out += '\n';
    }
  });
  each_field<Record>([&](const auto& field) {
    if constexpr (is_sub_table<std::remove_cvref_t<decltype(field.takes)>>) {
      append_tables(out, book, record.*field.member);
    }
  });
}

/// Each in the place of its key among those of records; what only plans of the book have is left
/// out.
template <class One>
std::vector<Cell> values_of(const Book& book, const One& one) {
  const auto keys = record_keys();
  std::vector<Cell> values(keys.size());
  each_field<One>([&](const auto& field) {
    if constexpr (!is_sub_table<std::remove_cvref_t<decltype(field.takes)>>) {
      const auto place = std::ranges::find(keys, field.name);
      if (place == keys.end()) return;
      values[static_cast<std::size_t>(place - keys.begin())] =
          cell_of(book, one, field.takes, one.*field.member);
    }
  });
  return values;
}

Text whom(const Book& book, const auto& record) {
  if constexpr (requires { record.customer; }) {
    return book.customers[record.customer].id;
  } else if constexpr (requires { record.whose; }) {
    return record.whose;
  } else {
    return record.id;
  }
}

}  // namespace

std::vector<std::string_view> record_tables() {
  return []<class... One>(Kinds<One...>) {
    return std::vector<std::string_view>{table_head<One>.name..., table_head<Plan>.name};
  }(RecordKinds{});
}

std::span<const std::string_view> record_keys() {
  return std::span{keys_of_records.first}.first(keys_of_records.second);
}

std::vector<Cell> record_values(const Book& book, RecordRef record) {
  return std::visit([&](const auto* one) { return values_of(book, *one); }, record);
}

std::vector<Cell> record_values(const Book& book, const Plan* plan) {
  return values_of(book, *plan);
}

std::string_view table_of(const Record& record) {
  return std::visit([]<class One>(const One&) { return table_head<One>.name; }, record);
}

Text customer_of(const Book& book, const Record& record) {
  return std::visit([&](const auto& one) { return whom(book, one); }, record);
}

std::string record_text(const Book& book, const Record& record) {
  std::string text;
  std::visit([&](const auto& one) { append_table(text, book, one); }, record);
  return text;
}

void append_customers(std::string& out, const Book& book, std::span<const Customer> customers) {
  std::string_view between;
  for (const Customer& customer : customers) {
    out += between;
    append_table(out, book, customer);
    between = "\n";
  }
}

std::string records_text(Book& book, std::vector<Customer>& customers,
                         const std::vector<Touch>& touches, const std::vector<Record>& updates,
                         std::size_t room) {
  std::string text(room, '\n');
  const auto add = [&](const auto& record) {
    if (text.size() > room) text += '\n';
    append_table(text, book, record);
  };
  append_customers(text, book, customers);
  if (touches.empty() && updates.empty()) return text;
  // A record is written with the id of its customer, who is to be found in the book.
  const auto before = static_cast<std::ptrdiff_t>(book.customers.size());
  std::ranges::move(customers, std::back_inserter(book.customers));
  for (const Record& one : updates) std::visit(add, one);
  for (const Touch& touch : touches) add(touch);
  std::move(book.customers.begin() + before, book.customers.end(), customers.begin());
  book.customers.resize(static_cast<std::size_t>(before));
  return text;
}

RecordTexts record_texts(const Book& book, std::span<const Record> records) {
  RecordTexts texts;
  for (const Record& record : records) {
    if (!texts.text.empty()) texts.text += '\n';
    texts.lines.push_back(static_cast<std::uint32_t>(line_feeds_in(texts.text)));
    texts.text += record_text(book, record);
  }
  return texts;
}

}  // namespace care
