#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string_view>
#include <vector>

#include "reading/headers.hpp"
#include "reading/references.hpp"

namespace care::reading {

/// Where the block of a record stands in its file. Of size 0: the place of Blocks::all[begin] among
/// the others, which has to be read by itself; or of nothing.
struct Span {
  static constexpr std::uint32_t nothing = 0xffffffff;
  std::uint32_t begin = nothing;
  std::uint32_t size = 0;
};

/// Something that a draft names, by the place of its key.
struct Mention {
  [[nodiscard]] std::string_view text() const { return {start, size}; }

  const char* start;
  std::uint32_t size;
  std::uint32_t of;  ///< index of the draft
  std::uint16_t place;
};
/// The same where it stands in a table of the same kind.
struct LaterMention {
  std::uint32_t of;
  Node value;
  References::Resolve find;
};

/// Which key came behind each, by their places; there is one more for the start.
using Follows = std::array<std::uint8_t, 65>;

/// Records of one kind that are read as far as they can be by themselves, in the order of the
/// files; they stand in the book's list already.
struct Drafts {
  std::vector<Span> blocks;  ///< of each
  std::vector<Mention> mentions;
  std::vector<LaterMention> later;
  std::size_t bytes = 0;  ///< of all blocks
  Follows follows{}, follow_in_parts{};

  void forget_mentions(std::uint32_t of) {
    while (!mentions.empty() && mentions.back().of == of) mentions.pop_back();
    while (!later.empty() && later.back().of == of) later.pop_back();
  }
};
/// Those of each kind of table.
using AllDrafts = std::array<Drafts, table_count>;

/// Where the values of a table, and of one within it, stay while a draft is made of them: no more
/// than the most that any has, since each is made before the first is read.
struct DraftSlots {
  std::array<Node, 32> own;
  std::array<Node, 16> of_part;
  Pool pool;
};

/// Reads what has to be read with care: it alone reports what is wrong.
using Careful =
    std::function<void(std::uint32_t file, Span block, std::uint32_t line, Table table)>;

/// Not by doubling: what a vector has held before was memory to be touched as well. The first few
/// say how many there will be, more or less.
template <class Record>
void make_room(std::vector<Record>& list, std::size_t bytes, std::size_t bytes_ahead) {
  constexpr std::size_t few = 1024;
  const std::size_t size = list.size();
  if (size < list.capacity()) return;
  const std::size_t expected = size == 0 ? 0 : size + bytes_ahead / (bytes / size + 1);
  const std::size_t most =
      size < few ? few : std::numeric_limits<std::size_t>::max() / sizeof(Record);
  list.reserve(std::clamp(expected + expected / 8, std::min(2 * size + 16, most), most));
}

}  // namespace care::reading
