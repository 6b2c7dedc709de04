#include "reading/tables.hpp"

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "reading/checks.hpp"
#include "reading/mentions.hpp"
#include "reading/problems.hpp"
#include "reading/working_time.hpp"
#include "reading/written.hpp"

namespace care::reading {
namespace {

void find(References& references, const Node& value, CustomerIndex customer,
          takes::Contact /*kind*/, std::optional<std::uint32_t>& member) {
  member = references.contact(value, customer);
}
void find(References& references, const Node& value, CustomerIndex customer,
          takes::Request /*kind*/, std::optional<std::uint32_t>& member) {
  member = references.request(value, customer);
}
void find(References& references, const Node& value, CustomerIndex customer,
          takes::Promise /*kind*/, std::optional<std::uint32_t>& member) {
  member = references.promise(value, customer);
}
void find(References& references, const Node& value, CustomerIndex customer, takes::Event /*kind*/,
          Text& /*member*/) {
  references.event(value, customer);
}

/// What belongs to the customer of the record, where the key names such a thing.
template <class Record, std::size_t place>
void find_of_customer(Reader& in, Record& record, const Written<Record>& keys) {
  if constexpr (IsOfCustomer<KindOf<Record, place>>) {
    constexpr auto& field = std::get<place>(fields<Record>);
    if (const Node* const value = keys.reference(FieldPlace<Record>{place}))
      find(in.references, *value, record.customer, field.takes, record.*field.member);
  }
}

template <class Record>
void remember_later(Reader& in, std::uint32_t index, const Written<Record>& keys) {
  each_place<Record>([&](auto place) {
    if constexpr (IsLater<KindOf<Record, place>>) {
      if (const Node* const value = keys.reference(FieldPlace<Record>{place}))
        in.references.later(index, *value, find_later<Record, place>);
    }
  });
}

template <class Record>
void read_table(Reader& in, const Node& table) {
  if constexpr (std::is_same_v<Record, Book>) {
    const Written<Book> keys{in, table, in.book};
    remember_later(in, 0, keys);
  } else if constexpr (std::is_same_v<Record, Policy>) {
    const Written<Policy> keys{in, table, in.book.policy};
    in.book.policy.calendar = read_working_time(in, {keys.value("hours"), keys.value("workdays"),
                                                     keys.value("days"), keys.value("holidays")});
  } else {
    std::vector<Record>& list = list_of<Record>(in.book);
    const auto index = is_drafted<Record> ? in.settled : static_cast<std::uint32_t>(list.size());
    Record record{};
    record.at = table.at;
    const Written<Record> keys{in, table, record, advice<Record>};
    if (keys.is_complete()) {
      each_place<Record>([&](auto place) { find_of_customer<Record, place>(in, record, keys); });
    }
    if (!stands(in, record, keys)) return;
    if constexpr (has_id<Record>)
      if (!record.id.empty()) in.references.ids_of<Record>().add(record.id, index);
    remember_later(in, index, keys);
    if (index == list.size()) {
      list.push_back(std::move(record));
    } else {
      list[index] = std::move(record);
    }
    if (is_drafted<Record>) ++in.settled;
  }
}

/// Those that others refer to come before them.
template <class Record>
constexpr unsigned round_of_kind() {
  if constexpr (std::is_same_v<Record, Customer>) return 1;
  if constexpr (!is_drafted<Record>) return 0;
  if constexpr (std::derived_from<Record, Contact> || std::derived_from<Record, Event>)
    return round_of_people;
  return has_id<Record> ? 3 : 4;
}

struct TableRow {
  ReadTable read = nullptr;
  unsigned round = 0;
};
constexpr auto rows = []<class... All>(Kinds<All...>) {
  return std::array<TableRow, table_count>{TableRow{}, TableRow{},
                                           TableRow{read_table<All>, round_of_kind<All>()}...};
}(BookTables{});

}  // namespace

template <class Record>
void read_part(Reader& in, const Node& table, Few<Record>& all) {
  Record record{};
  record.at = table.at;
  const Written<Record> keys{in, table, record};
  if (stands(in, record, keys)) all.push_back(std::move(record));
}

ReadTable reader_of(Table table) { return rows[static_cast<std::size_t>(table)].read; }

unsigned round_of(Table table) { return rows[static_cast<std::size_t>(table)].round; }

}  // namespace care::reading
