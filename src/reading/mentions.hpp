#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <type_traits>

#include "reading/written.hpp"

namespace care::reading {

/// Whether there are drafts of such records: there can be very many of them.
template <class Record>
inline constexpr bool is_drafted = requires(Record record) {
  record.customer;
}
|| std::is_same_v<Record, Customer>;
template <class Record>
inline constexpr bool has_id = requires(Record record) {
  record.id;
};

/// What to do with a key that resembles none.
template <class Record>
inline constexpr std::string_view advice{};
template <>
inline constexpr std::string_view advice<Customer>{"facts of your own go into [customer.extra]"};

/// Finds what the record at `of` names in a table of its own kind.
template <class Record, std::size_t place>
void find_later(References& references, std::uint32_t of, const Node& value) {
  constexpr auto& field = std::get<place>(fields<Record>);
  using Kind = KindOf<Record, place>;
  if constexpr (std::is_same_v<Record, Book>) {
    references.book().*field.member = references.staff(value);
  } else {
    Record& record = list_of<Record>(references.book())[of];
    if constexpr (std::is_same_v<Kind, takes::LaterStaff>) {
      record.*field.member = references.staff(value);
    } else if constexpr (std::is_same_v<Kind, takes::LaterCustomer>) {
      record.*field.member = references.referrer(value, of);
    } else {
      record.*field.member = references.promise(value, record.customer);
    }
  }
}

}  // namespace care::reading
