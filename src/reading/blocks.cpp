#include "reading/blocks.hpp"

#include <algorithm>
#include <iterator>

#include <care/text_lines.hpp>

namespace care::reading {

BlockText::BlockText(const Blocks& blocks, const Block& block, std::string& joined)
    : text_{block.text}, first_line_{block.line} {
  if (block.more == 0) return;
  joined = block.text;
  const auto lines = [](std::string_view text) {
    return static_cast<std::uint32_t>(line_feeds_in(text));
  };
  std::uint32_t own = 1 + lines(block.text);
  for (const Piece& piece : blocks.more[block.more - 1]) {
    starts_.emplace_back(own, piece.line);
    joined += piece.text;
    own += lines(piece.text);
  }
  text_ = joined;
}

std::uint32_t BlockText::line(std::uint32_t own) const {
  const auto after =
      std::ranges::upper_bound(starts_, own, {}, [](const auto& start) { return start.first; });
  if (after == starts_.begin()) return first_line_ + own - 1;
  return std::prev(after)->second + own - std::prev(after)->first;
}

}  // namespace care::reading
