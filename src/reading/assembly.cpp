#include "reading/assembly.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace care::reading {
namespace {

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

}  // namespace

Assembly::Assembly(std::string_view text) : text_{text} {
  constexpr std::size_t bytes_of_block = 128;
  blocks_.all.reserve(text.size() / bytes_of_block);
  last_.fill(nowhere);
  begin(Table::root);
}

void Assembly::header(const Header& header, LineStart start) {
  const std::uint32_t owner = continued_by(header);
  if (owner != current_) {
    end_piece(start.offset);
    piece_ = start;
    current_ = owner;
  }
  if (owner == nowhere) {
    const Table table = table_named(header.root);
    begin(table);
    (table == Table::other ? others_[header.root] : last_[static_cast<std::size_t>(table)]) =
        current_;
  }
  Block& block = blocks_.all[current_];
  if (header.parts == 1) block.own_header = true;
}

/// The block that a header goes on with; `nowhere` where it begins one.
std::uint32_t Assembly::continued_by(const Header& header) const {
  const Table table = table_named(header.root);
  std::uint32_t last = nowhere;
  if (table != Table::other) {
    last = last_[static_cast<std::size_t>(table)];
  } else if (const auto found = others_.find(header.root); found != others_.end()) {
    last = found->second;
  }
  if (last == nowhere || header.parts > 1) return last;
  const bool completes = !header.array && !blocks_.all[last].own_header;
  return completes ? last : nowhere;
}

void Assembly::begin(Table table) {
  current_ = static_cast<std::uint32_t>(blocks_.all.size());
  blocks_.all.emplace_back().table = table;
}

void Assembly::preamble(const Header& key) {
  preamble_says_something_ = true;
  const Table table = table_named(key.root);
  if (key.parts < 2 || table == Table::other) return;
  last_[static_cast<std::size_t>(table)] = 0;
  blocks_.all[0].own_header = true;
}

void Assembly::end_piece(std::size_t end) {
  if (end == piece_.offset) return;
  const Piece piece{text_.substr(piece_.offset, end - piece_.offset), piece_.line};
  Block& block = blocks_.all[current_];
  if (block.text.empty()) {
    block.text = piece.text;
    block.line = piece.line;
    return;
  }
  if (block.more == 0) {
    blocks_.more.emplace_back();
    block.more = static_cast<std::uint32_t>(blocks_.more.size());
  }
  blocks_.more[block.more - 1].push_back(piece);
}

void Assembly::leave_out(LineStart from, LineStart to) {
  end_piece(from.offset);
  piece_ = to;
}

void Assembly::conflict(std::uint32_t line) { blocks_.conflicts.push_back(line); }

void Assembly::refuse(Because because, Place at, std::string_view line) {
  blocks_.all[current_].refused = true;
  blocks_.refused.push_back({current_, at, line, because});
}

bool Assembly::carry(std::uint32_t weight) {
  std::uint32_t& carried = blocks_.all[current_].weight;
  carried = std::min(carried + weight, most_weight + 1);
  return carried <= most_weight;
}

Blocks Assembly::finish() {
  end_piece(text_.size());
  if (!preamble_says_something_) {
    blocks_.all.erase(blocks_.all.begin());
    for (Refused& refused : blocks_.refused) --refused.block;
  }
  std::ranges::sort(blocks_.refused, {}, &Refused::block);
  for (const Block& block : blocks_.all) ++blocks_.count[static_cast<std::size_t>(block.table)];
  return std::move(blocks_);
}

BlockText::BlockText(const Blocks& blocks, const Block& block, std::string& joined)
    : text_{block.text}, first_line_{block.line} {
  if (block.more == 0) return;
  joined = block.text;
  const auto lines = [](std::string_view text) {
    return static_cast<std::uint32_t>(std::ranges::count(text, '\n'));
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
