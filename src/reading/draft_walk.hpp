#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "reading/blocks.hpp"
#include "reading/checks.hpp"
#include "reading/drafts.hpp"
#include "reading/plain_walk.hpp"
#include "reading/written.hpp"

namespace care::reading {

/// Reads a plain block into a record.
class DraftWalk : public PlainWalk {
 public:
  DraftWalk(Reader& in, DraftSlots& slots, std::string_view text, Position start)
      : PlainWalk{text, start, slots.pool}, in_{in}, slots_{slots} {}

  template <class Record>
  bool read(Record& record) {
    Heading own;
    if (!heading(own) || !end_of_line()) return false;
    record.at = own.at;
    Written<Record> keys;
    if (!read_keys(record, keys, slots_.own)) return false;
    while (!is_at_end() && !begins_another(table_head<Record>.name))
      if (!read_part(record, keys)) return false;
    is_out_of_the_ordinary_ = is_out_of_the_ordinary_ || keys.is_out_of_the_ordinary();
    return weight() <= most_weight && keys.is_complete() && stands(in_, record, keys) &&
           in_.problems.empty();
  }

  /// Whether what was read has a key that makes the rules look at it (care/book_quiet.hpp).
  [[nodiscard]] bool is_out_of_the_ordinary() const { return is_out_of_the_ordinary_; }

  /// Behind the block, of which `start` is the start.
  [[nodiscard]] LineStart end(std::size_t start, std::size_t size) const {
    return {start + (is_at_end() ? size : passed()), line()};
  }

 private:
  /// Goes to the next key of the same table; false at its end.
  bool to_key() {
    while (true) {
      skip_blanks();
      if (is_at_end() || is_at('[')) return false;
      if (!is_at('#') && !is_at('\n') && !is_at('\r')) return true;
      if (!end_of_line()) return is_broken_ = true, false;
    }
  }

  template <class Record, std::size_t size>
  bool read_keys(Record& record, Written<Record>& keys, std::array<Node, size>& slots) {
    static_assert(field_count<Record> <= size);
    Drafts& drafts = *in_.drafts;
    constexpr bool is_part = size == std::tuple_size_v<decltype(slots_.of_part)>;
    Follows& follows = is_part ? drafts.follow_in_parts : drafts.follows;
    std::size_t last = keys.count;
    while (to_key()) {
      const Position key_at = here_in_ascii();
      const std::size_t place = key_of(keys, follows[last]);
      if (place == keys.count || keys.has(place)) return false;
      last = follows[last] = static_cast<std::uint8_t>(place);
      Node& node = slots[place];
      begin(node, field_names<Record>[place], key_at);
      if (!value(node) || !end_of_line()) return false;
      keys.take(in_, place, node, record);
    }
    return !is_broken_;
  }

  /// Takes a key and its equals sign. In most tables the same key follows on the same.
  template <class Record>
  std::size_t key_of(const Written<Record>& keys, std::size_t guess) {
    if (guess < keys.count && take_key(key_signs<Record>[guess])) return guess;
    const std::size_t place = keys.place_of(key());
    return equals() ? place : keys.count;
  }

  void begin(Node& node, std::string_view name, Position key_at) {
    node.key = name;
    node.key_at = key_at;
    node.at = here_in_ascii();
    node.stays = true;
    node.first = nullptr;
  }

  /// A table within the record's.
  template <class Record>
  bool read_part(Record& record, Written<Record>& keys) {
    Heading part;
    if (!heading(part) || !end_of_line()) return false;
    bool is_read = false;
    each_place<Record>([&](auto place) {
      if (part.sub == field_names<Record>[place])
        is_read = read_part(part, record.*std::get<place>(fields<Record>).member, keys, place);
    });
    return is_read;
  }

  template <class Record, class Part>
  bool read_part(const Heading& part, Few<Part>& all, Written<Record>& keys, std::size_t place) {
    if constexpr (std::is_same_v<Part, Extra>) {
      return !part.is_array && !keys.has(place) && read_extra(part, all, keys, place);
    } else if constexpr (requires { all.front().at; }) {
      if (!part.is_array || keys.value(FieldPlace<Record>{place}) != nullptr) return false;
      keys.take_table(place);
      all.emplace_back().at = part.at;
      Written<Part> own_keys;
      if (!read_keys(all.back(), own_keys, slots_.of_part)) return false;
      is_out_of_the_ordinary_ = is_out_of_the_ordinary_ || own_keys.is_out_of_the_ordinary();
      return stands(in_, all.back(), own_keys);
    } else {
      return false;
    }
  }
  bool read_part(const Heading& /*part*/, auto& /*member*/, auto& /*keys*/, std::size_t /*place*/) {
    return false;
  }

  /// Any keys.
  bool read_extra(const Heading& part, Few<Extra>& all, Written<Customer>& keys,
                  std::size_t place) {
    constexpr unsigned most_keys = 64;
    Node& table = slots_.own[place];
    begin(table, part.sub, part.at);
    table.kind = ValueKind::table;
    const Node** link = &table.first;
    for (unsigned count = 0; to_key(); ++count) {
      const Position key_at = here_in_ascii();
      const std::string_view name = key();
      if (name.empty() || !equals() || count == most_keys) return false;
      // Perhaps below a header that is a comment.
      if (name == "id" || name == "customer") return false;
      for (const Node& other : table)
        if (other.key == name) return false;
      Node& child = append(link, ValueKind::text, name, key_at, here_in_ascii());
      if (!value(child) || !end_of_line()) return false;
    }
    keys.take_table(place);
    (void)read_value(in_, table, takes::Extra{}, all);
    return !is_broken_;
  }

  Reader& in_;
  DraftSlots& slots_;
  bool is_broken_ = false;
  bool is_out_of_the_ordinary_ = false;
};

}  // namespace care::reading
