#include "reading/assembly.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "reading/drafting.hpp"

namespace care::reading {
namespace {

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t is_a_draft = nowhere - 1;

}  // namespace

Assembly::Assembly(std::string_view text, Drafting* drafting)
    : text_{text}, drafting_{drafting}, current_{nowhere} {
  last_.fill(nowhere);
}

void Assembly::header(const Header& header, LineStart start) {
  is_in_preamble_ = false;
  const std::uint32_t owner = continued_by(header);
  if (owner != current_ || owner == nowhere) {
    end_piece(start.offset);
    piece_ = start;
    current_ = owner;
  }
  if (owner == nowhere) {
    const Table table = table_named(header.root);
    current_ = add(table);
    if (drafting_ != nullptr) drafting_->hold_place(table, current_);
    (table == Table::other ? others_[header.root] : last_[static_cast<std::size_t>(table)]) =
        current_;
  }
  Block& block = blocks_.all[current_];
  if (header.parts == 1) block.own_header = true;
}

void Assembly::drafted(Table table, LineStart start, LineStart last, std::size_t end) {
  is_in_preamble_ = false;
  end_piece(start.offset);
  current_ = nowhere;
  last_[static_cast<std::size_t>(table)] = is_a_draft;
  last_draft_[static_cast<std::size_t>(table)] = {last, end};
}

/// The block that a header goes on with; `nowhere` where it begins one.
std::uint32_t Assembly::continued_by(const Header& header) {
  const Table table = table_named(header.root);
  std::uint32_t last = nowhere;
  if (table != Table::other) {
    last = last_[static_cast<std::size_t>(table)];
  } else if (const auto found = others_.find(header.root); found != others_.end()) {
    last = found->second;
  }
  if (last == is_a_draft) return header.parts > 1 ? take_back(table) : nowhere;
  if (last == nowhere || header.parts > 1) return last;
  const bool completes = !header.array && !blocks_.all[last].own_header;
  return completes ? last : nowhere;
}

std::uint32_t Assembly::add(Table table) {
  blocks_.all.emplace_back().table = table;
  return static_cast<std::uint32_t>(blocks_.all.size() - 1);
}

/// The last draft of the table as a block, since it goes on.
std::uint32_t Assembly::take_back(Table table) {
  const auto [start, end] = last_draft_[static_cast<std::size_t>(table)];
  const std::uint32_t index = add(table);
  drafting_->take_back(table, index);
  Block& block = blocks_.all[index];
  block.text = text_.substr(start.offset, end - start.offset);
  block.line = start.line;
  block.own_header = true;
  last_[static_cast<std::size_t>(table)] = index;
  return index;
}

void Assembly::preamble(const Header& key) {
  if (current_ == nowhere) {
    current_ = add(Table::root);
    if (drafting_ != nullptr) drafting_->hold_place(Table::root, current_);
  }
  const Table table = table_named(key.root);
  if (key.parts < 2 || table == Table::other) return;
  last_[static_cast<std::size_t>(table)] = 0;
  blocks_.all[0].own_header = true;
}

void Assembly::end_piece(std::size_t end) {
  if (end == piece_.offset || current_ == nowhere) return;
  add_piece({text_.substr(piece_.offset, end - piece_.offset), piece_.line});
}

void Assembly::add_piece(Piece piece) {
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

void Assembly::break_line(LineStart from, LineStart to) {
  leave_out(from, to);
  if (current_ != nowhere) add_piece({"\n", from.line});
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
  std::ranges::sort(blocks_.refused, {}, &Refused::block);
  return std::move(blocks_);
}

}  // namespace care::reading
