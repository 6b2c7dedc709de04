#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include <care/book_fields.hpp>
#include <care/book_quiet.hpp>
#include <care/text_blank.hpp>

#include "reading/drafts.hpp"
#include "reading/names.hpp"
#include "reading/reader.hpp"
#include "reading/takes.hpp"

namespace care::reading {

/// Reports a key that nobody knows, and the one of `known` that was meant. `otherwise` is the
/// advice where none is near.
void unknown_key(Reader& in, const Node& value, std::span<const std::string_view> known,
                 std::string_view otherwise);
void missing_key(Reader& in, Position at, const TableHead& table, std::string_view key,
                 std::string_view example);

template <class Record, std::size_t place>
using KindOf = std::remove_cvref_t<decltype(std::get<place>(fields<Record>).takes)>;

/// Calls `use` with the place of each key, known while compiling.
template <class Record, class Use>
void each_place(Use use) {
  [&]<std::size_t... place>(std::index_sequence<place...>) {
    (use(std::integral_constant<std::size_t, place>{}), ...);
  }
  (std::make_index_sequence<field_count<Record>>{});
}

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

/// What a draft names is looked up once everybody is known.
template <class Record, std::size_t place>
bool mention(Reader& in, const Node& value, Record& record) {
  constexpr auto& field = std::get<place>(fields<Record>);
  using Kind = KindOf<Record, place>;
  auto& member = record.*field.member;
  if (value.kind != ValueKind::text) return read_value(in, value, field.takes, member);
  Drafts& drafts = *in.drafts;
  const auto of = static_cast<std::uint32_t>(drafts.blocks.size());
  const Text text = in.values.text(value);
  if constexpr (std::is_same_v<std::remove_reference_t<decltype(member)>, Text>) {
    member = text;
  } else if constexpr (IsLater<Kind>) {
    Node& later =
        drafts.later.emplace_back(LaterMention{of, value, find_later<Record, place>}).value;
    later.text = text;
    later.stays = true;
  } else {
    drafts.mentions.push_back({text.data(), static_cast<std::uint32_t>(text.size()), of, place});
    if constexpr (IsOfCustomer<Kind>) member = 0;
  }
  return true;
}

/// What a table says: the value of each key as it is written, and which of them could be read.
template <class Record>
class Written {
 public:
  using Key = FieldPlace<Record>;

  /// Null where the key is not there, or has an empty text.
  [[nodiscard]] const Node* value(Key key) const { return values_[key.place]; }
  /// The value where it is a text.
  [[nodiscard]] const Node* reference(Key key) const {
    const Node* const one = value(key);
    return one != nullptr && one->kind == ValueKind::text ? one : nullptr;
  }
  [[nodiscard]] std::string_view text(Key key) const {
    const Node* const one = reference(key);
    return one != nullptr ? one->text : std::string_view{};
  }
  [[nodiscard]] bool is_read(Key key) const { return is_read(key.place); }
  [[nodiscard]] bool is_read(std::size_t place) const { return (read_ >> place & 1U) != 0; }
  /// Where the key of a value stands that could be read; 0 otherwise.
  [[nodiscard]] std::uint32_t line(Key key) const {
    return is_read(key) ? value(key)->key_at.line : 0;
  }
  /// All that the table cannot do without could be read.
  [[nodiscard]] bool is_complete() const { return (needed & ~read_) == 0; }

  /// The place of a key by its name; `count` where there is none.
  [[nodiscard]] static std::size_t place_of(std::string_view name) { return names.place_of(name); }
  [[nodiscard]] bool has(std::size_t place) const { return (seen_ >> place & 1U) != 0; }

  Written() = default;
  /// Reads each key of the table into the record. A text of which nobody sees anything is absent.
  Written(Reader& in, const Node& table, Record& record, std::string_view advice = {}) {
    for (const Node& one : table) {
      const std::size_t place = names.place_of(one.key);
      if (place == count) {
        unknown_key(in, one, field_names<Record>, advice);
      } else {
        take(in, place, one, record);
      }
    }
    if ((needed & ~seen_) == 0) return;
    for (std::size_t place = 0; place < count; ++place) {
      if ((needed & ~seen_ & bit_of(place)) != 0) {
        missing_key(in, table.at, table_head<Record>, field_names<Record>[place], examples[place]);
      }
    }
  }

  /// Reads the value of one key into the record.
  void take(Reader& in, std::size_t place, const Node& one, Record& record) {
    const std::uint64_t bit = bit_of(place);
    seen_ |= bit;
    if (one.kind == ValueKind::text && is_blank(one.text)) {
      if ((needed & bit) != 0)
        missing_key(in, one.key_at, table_head<Record>, one.key, examples[place]);
      return;
    }
    values_[place] = &one;
    if (!readers[place](in, one, record)) return;
    read_ |= bit;
    // [book] and [policy] remember where their keys stand.
    if constexpr (
        requires { record.files; } || requires { record.calendar; })
      record.at[in.book.texts->keep(one.key)] = one.key_at;
  }
  /// Whether a key is there that says something out of the ordinary (care/book_quiet.hpp).
  [[nodiscard]] bool is_out_of_the_ordinary() const { return (seen_ & ~quiet) != 0; }
  /// Takes note of a key whose value is a table of its own.
  void take_table(std::size_t place) { seen_ |= bit_of(place); }

  static constexpr std::size_t count = field_count<Record>;
  static_assert(count <= 64);
  static constexpr std::uint64_t bit_of(std::size_t place) { return std::uint64_t{1} << place; }
  /// A bit for each key that the table cannot do without.
  static constexpr std::uint64_t needed = [] {
    std::uint64_t bits = 0;
    std::size_t place = 0;
    each_field<Record>(
        [&](const auto& field) { bits |= std::uint64_t{field.is_needed} << place++; });
    return bits;
  }();

 private:
  static constexpr std::uint64_t quiet = [] {
    std::uint64_t bits = 0;
    std::size_t place = 0;
    each_field<Record>([&](const auto& field) {
      bits |= std::uint64_t{is_key_of_quiet<Record>(field)} << place++;
    });
    return bits;
  }();

  static constexpr auto examples = [] {
    std::array<std::string_view, count> all;
    std::size_t place = 0;
    each_field<Record>([&](const auto& field) { all[place++] = field.example; });
    return all;
  }();

  static constexpr Names<count> names{field_names<Record>};

  template <std::size_t place>
  static bool read_one(Reader& in, const Node& value, Record& record) {
    constexpr auto& field = std::get<place>(fields<Record>);
    if constexpr (IsMention<KindOf<Record, place>>)
      if (in.is_drafting()) return mention<Record, place>(in, value, record);
    return read_value(in, value, field.takes, record.*field.member);
  }
  using ReadOne = bool (*)(Reader&, const Node&, Record&);
  static constexpr auto readers = []<std::size_t... place>(std::index_sequence<place...>) {
    return std::array<ReadOne, count>{read_one<place>...};
  }
  (std::make_index_sequence<count>{});

  std::array<const Node*, count> values_{};
  std::uint64_t read_ = 0;
  std::uint64_t seen_ = 0;
};

}  // namespace care::reading
