#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

#include <care/reading.hpp>

#include "reading/headers.hpp"
#include "reading/references.hpp"

namespace care::reading {

struct Reader;
class QuietReading;

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

  void forget_mentions(std::uint32_t of);
};

/// Where the values of a table stay while a draft is made of them.
using Slots = std::array<Node, 64>;
struct DraftSlots {
  Slots own, of_part;
  Pool pool;
};

/// Reads what has to be read with care: it alone reports what is wrong.
using Careful =
    std::function<void(std::uint32_t file, Span block, std::uint32_t line, Table table)>;

/// Takes tables while a file is cut. Every kind of record that can be many has drafts.
class Drafting {
 public:
  Drafting(Reader& in, std::size_t bytes) : in_{in}, bytes_{bytes} {}
  /// From now on everything is read with care.
  void stop() { has_stopped_ = true; }

  /// Customers and touches are read by it, until it is taken away (null); nothing goes on once it
  /// has given up.
  void read_quietly(QuietReading* quiet) { quiet_ = quiet; }
  [[nodiscard]] bool has_given_up() const;

  /// Whether there are drafts of such tables.
  [[nodiscard]] static bool takes(Table table);

  void begin_file(std::uint32_t index, std::size_t size);
  /// Tables of this file come now, wherever they stand in it; how many is not known.
  void pick_from(std::uint32_t file) {
    file_ = file;
    bytes_ = 0;
  }
  /// Where the last draft of this file begins and ends; that is 0 where there is none.
  [[nodiscard]] LineStart last() const { return last_; }
  [[nodiscard]] std::size_t end() const { return end_; }
  /// Reads the block that begins with the text, and those of the same table that follow on it, and
  /// adds the drafts of their records. Nothing is added where it is not plain, or where anything
  /// may be wrong with it. The end of the last block.
  [[nodiscard]] std::optional<LineStart> add(Table table, std::string_view text, LineStart start);
  /// The same of the first block alone.
  [[nodiscard]] std::optional<LineStart> add_one(Table table, std::string_view text,
                                                 LineStart start);
  /// Holds the place of a block that is read later.
  void hold_place(Table table, std::uint32_t block);
  /// The last draft turns out to go on elsewhere: its block is read later.
  void take_back(Table table, std::uint32_t block);

  /// Makes `count` more places for a block that has tables of several kinds.
  void make_places(Table table, std::size_t mixed, std::size_t count);
  /// Makes all drafts of a kind records of the book.
  void settle(Reader& in, Table table, const Careful& careful);
  [[nodiscard]] Drafts& of(Table table) { return drafts_[static_cast<std::size_t>(table)]; }

  /// A block with tables of any kind, and what came before it.
  struct Mixed {
    std::uint32_t file;
    std::uint32_t block;
    std::array<std::uint32_t, table_count> places;
  };
  [[nodiscard]] const std::vector<Mixed>& mixed() const { return mixed_; }

 private:
  Reader& in_;
  std::size_t bytes_;  ///< of this file and all after it
  std::size_t size_ = 0;
  LineStart last_;
  std::size_t end_ = 0;
  bool has_stopped_ = false;
  QuietReading* quiet_ = nullptr;
  DraftSlots slots_;
  std::uint32_t file_ = 0;
  std::array<Drafts, table_count> drafts_;
  std::vector<Mixed> mixed_;
};

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

/// As `read_book`, but without drafts: what both give is the same.
[[nodiscard]] Reading read_with_care(const std::vector<Source>& sources);

}  // namespace care::reading
