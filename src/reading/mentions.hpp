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

}  // namespace care::reading
