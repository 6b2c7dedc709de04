#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "reading/blocks.hpp"

namespace care::reading {

class Drafting;

/// Puts the lines of a file to the blocks that they belong to, while they are gone through.
class Assembly {
 public:
  Assembly(std::string_view text, Drafting* drafting);

  /// The line from here on is a header: it begins a block, or goes on with one.
  void header(const Header& header, LineStart start);
  /// A line before the first header, read like one. Where it says `policy.every = …`, a later
  /// `[policy.hours]` goes on with that table.
  void preamble(const Header& key);
  [[nodiscard]] bool is_in_preamble() const { return is_in_preamble_; }
  /// The lines from `start` to `end` are blocks of which drafts were made; where the last begins.
  void drafted(Table table, LineStart start, LineStart last, std::size_t end);
  void leave_out(LineStart from, LineStart to);
  /// Leaves out what is to be a line end.
  void break_line(LineStart from, LineStart to);
  void conflict(std::uint32_t line);

  /// The parser must not see the block that lines are put to now.
  void refuse(Because because, Place at, std::string_view line);
  [[nodiscard]] bool is_refused() const { return blocks_.all[current_].refused; }
  /// Adds to what that block weighs; false where it has become too much.
  [[nodiscard]] bool carry(std::uint32_t weight);

  [[nodiscard]] Blocks finish();

 private:
  [[nodiscard]] std::uint32_t continued_by(const Header& header);
  [[nodiscard]] std::uint32_t add(Table table);
  [[nodiscard]] std::uint32_t take_back(Table table);
  void end_piece(std::size_t end);
  void add_piece(Piece piece);

  struct Draft {
    LineStart start;
    std::size_t end = 0;
  };
  std::string_view text_;
  Drafting* drafting_;
  Blocks blocks_;
  std::uint32_t current_;
  LineStart piece_;
  std::array<std::uint32_t, table_count> last_{};  ///< the last block of each table
  std::array<Draft, table_count> last_draft_;      ///< where that is one
  std::unordered_map<std::string_view, std::uint32_t> others_;
  bool is_in_preamble_ = true;
};

}  // namespace care::reading
