#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "reading/reader.hpp"

namespace care::reading {

/// A key of a table and how its value is read into a draft of the record.
template <class Draft>
struct Key {
  std::string_view name;
  void (*read)(Reader& in, const Node& value, Draft& draft);
  std::string_view needed = {};  ///< an example, where the table cannot do without the key
};

/// Tells a key that nobody knows, and the one of `known` that was meant. `otherwise` is the advice
/// where none is near.
void unknown_key(Reader& in, const Node& value, std::span<const std::string_view> known,
                 std::string_view otherwise = {});
void missing_key(Reader& in, Position at, std::string_view table, std::string_view key,
                 std::string_view example);

/// Reads each value of the table with its key. An empty text counts as absent. Tells unknown keys
/// and those that are needed and not there; `name` is what the table is called, "touch", and
/// `advice` what to do with a key that resembles none.
template <class Draft, std::size_t n>
void read_keys(Reader& in, const Node& table, std::string_view name, const Key<Draft> (&keys)[n],
               Draft& draft, std::string_view advice = {}) {
  static_assert(n <= 64);
  std::uint64_t seen = 0;
  for (const Node& value : table) {
    const auto key = std::ranges::find(keys, value.key, &Key<Draft>::name);
    if (key == std::end(keys)) {
      std::array<std::string_view, n> names;
      std::ranges::transform(keys, names.begin(), &Key<Draft>::name);
      unknown_key(in, value, names, advice);
      continue;
    }
    seen |= std::uint64_t{1} << (key - keys);
    if (value.kind != Kind::text || !value.text.empty()) {
      key->read(in, value, draft);
    } else if (!key->needed.empty()) {
      missing_key(in, value.key_at, name, key->name, key->needed);
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (!keys[i].needed.empty() && (seen & (std::uint64_t{1} << i)) == 0)
      missing_key(in, table.at, name, keys[i].name, keys[i].needed);
  }
}

/// Tells what stands where a table should; `path` is `customer.contact`.
void no_table(Reader& in, const Node& value, std::string_view path);
void single_brackets(Reader& in, const Node& value, std::string_view path);

/// Calls `read` for each table of an array of tables. One that is written like a single table is
/// told and read all the same; for what is no table at all, `read` is not called.
template <class Read>
void each_table(Reader& in, const Node& value, std::string_view path, const Read& read) {
  if (value.kind == Kind::table) {
    single_brackets(in, value, path);
    read(value);
  } else if (value.kind == Kind::list) {
    for (const Node& element : value) {
      if (element.kind == Kind::table) {
        read(element);
      } else {
        no_table(in, element, path);
      }
    }
  } else {
    no_table(in, value, path);
  }
}

[[nodiscard]] std::optional<StaffIndex> staff_member(Reader& in, const Node& value);

/// Readers of values for members of a draft; what could not be read leaves the member as it is.
template <class Draft>
struct Into {
  template <auto member>
  static void text(Reader& in, const Node& value, Draft& draft) {
    draft.*member = in.values.text(value);
  }
  template <auto member>
  static void texts(Reader& in, const Node& value, Draft& draft) {
    draft.*member = in.values.texts(value);
  }
  template <auto member>
  static void date(Reader& in, const Node& value, Draft& draft) {
    if (const auto read = in.values.date(value)) draft.*member = *read;
  }
  template <auto member>
  static void when(Reader& in, const Node& value, Draft& draft) {
    if (const auto read = in.values.when(value)) draft.*member = *read;
  }
  template <auto member>
  static void yearly(Reader& in, const Node& value, Draft& draft) {
    if (const auto read = in.values.yearly(value)) draft.*member = *read;
  }
  /// `bad` is what a value counts as that is neither true nor false.
  template <auto member, bool bad>
  static void truth(Reader& in, const Node& value, Draft& draft) {
    draft.*member = in.values.truth(value).value_or(bad);
  }
  template <auto member, Lengths lengths>
  static void duration(Reader& in, const Node& value, Draft& draft) {
    if (const auto read = in.values.duration(value, lengths)) draft.*member = *read;
  }
  template <auto member>
  static void staff(Reader& in, const Node& value, Draft& draft) {
    draft.*member = staff_member(in, value);
  }
  /// Who did it: the id of one of the staff, as a text.
  template <auto member>
  static void by(Reader& in, const Node& value, Draft& draft) {
    if (const auto who = staff_member(in, value)) draft.*member = in.book.staff[*who].id;
  }
  /// Remembers the value of a reference that can be looked up only once the customer is known.
  template <auto member>
  static void reference(Reader& in, const Node& value, Draft& draft) {
    if (value.kind != Kind::text) return in.values.wrong_type(value, "an id or a name", "\"…\"");
    draft.*member = &value;
  }
};

}  // namespace care::reading
