#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <care/reading.hpp>

#include "reading/drafts.hpp"

namespace care::reading {

struct Reader;
class QuietReading;

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

  /// The tables of this text come now, with what stands in the file around it.
  void begin_file(std::uint32_t index, const FileText& file, std::string_view text);
  /// Tables of this file come now, wherever they stand in it; how many is not known.
  void pick_from(std::uint32_t file) {
    file_ = file;
    bytes_ = 0;
  }
  /// Where the last draft of this file begins and ends; that is its start where there is none.
  [[nodiscard]] LineStart last() const { return last_; }
  [[nodiscard]] LineStart end() const { return end_; }
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
  [[nodiscard]] const AllDrafts& all() const { return drafts_; }

  /// A block with tables of any kind, and what came before it.
  struct Mixed {
    std::uint32_t file;
    std::uint32_t block;
    std::array<std::uint32_t, table_count> places;
  };
  [[nodiscard]] const std::vector<Mixed>& mixed() const { return mixed_; }

 private:
  [[nodiscard]] Drafts& of(Table table) { return drafts_[static_cast<std::size_t>(table)]; }

  Reader& in_;
  std::size_t bytes_;  ///< of this file and all after it
  std::size_t size_ = 0;
  LineStart last_;
  LineStart end_;
  bool has_stopped_ = false;
  QuietReading* quiet_ = nullptr;
  DraftSlots slots_;
  std::uint32_t file_ = 0;
  AllDrafts drafts_;
  std::vector<Mixed> mixed_;
};

/// As `read_book`, but without drafts: what both give is the same.
[[nodiscard]] Reading read_with_care(const std::vector<Source>& sources);

}  // namespace care::reading
