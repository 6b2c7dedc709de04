#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/headers.hpp"
#include "reading/stray_signs.hpp"

namespace care::reading {

/// Whole lines of a file that stand one after the other.
struct Piece {
  std::string_view text;
  std::uint32_t line = 1;  ///< of its first byte
};

/// One top-level table with its sub-tables, to be read by itself, so that a mistake in it costs
/// nothing else. Mostly one piece; more where a sub-table stands apart, or a line had to be left
/// out.
struct Block {
  std::string_view text;     ///< its first piece
  std::uint32_t line = 1;    ///< of the first byte of it
  std::uint32_t more = 0;    ///< its further pieces: Blocks::more[more - 1]; 0 = none
  std::uint32_t weight = 0;  ///< see most_weight
  Table table = Table::root;
  bool own_header = false;  ///< `[policy]` and not just `[policy.hours]`
  bool refused = false;     ///< see Blocks::refused
};

enum class Because : std::uint8_t {
  too_deep,   ///< nothing limits the parser's recursion over keys
  bad_header  ///< the parser takes it for granted that a key stands in it
};

struct Refused {
  std::uint32_t block;  ///< index into Blocks::all
  Place at;
  std::string_view line;  ///< all of it
  Because because;
};

/// A file, cut.
struct Blocks {
  std::vector<Block> all;
  std::vector<std::vector<Piece>> more;
  std::vector<std::uint32_t> conflicts;  ///< lines where a conflict left by git begins
  /// Blocks that the parser must not see.
  std::vector<Refused> refused;
  /// What no block has, though it stands in the text.
  std::vector<Stray> strays;
};

/// Dots between two parts of a key or header, and open brackets, before a block is refused: nothing
/// limits the parser's recursion over keys.
inline constexpr std::uint32_t most_dots = 32;
inline constexpr std::uint32_t most_brackets = 64;
/// What a block may weigh before it is refused: at each header and dot the parser may look through
/// all tables that the block has so far.
inline constexpr std::uint32_t most_weight = 100'000;
inline constexpr std::uint32_t header_weight = 5;
inline constexpr std::uint32_t dot_weight = 2;

/// The text of a block, and the line of the file for each of its lines.
class BlockText {
 public:
  /// `joined` holds the text where the block has more than one piece.
  BlockText(const Blocks& blocks, const Block& block, std::string& joined);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::uint32_t line(std::uint32_t own) const;

 private:
  std::string_view text_;
  std::uint32_t first_line_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> starts_;  ///< own line, line of the file
};

}  // namespace care::reading
