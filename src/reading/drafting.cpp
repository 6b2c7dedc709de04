#include "reading/drafting.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

#include "reading/draft_walk.hpp"
#include "reading/mentions.hpp"
#include "reading/quiet.hpp"
#include "reading/settling.hpp"

namespace care::reading {
namespace {

template <class Record>
std::optional<LineStart> add_draft(Drafts& drafts, Reader& in, DraftWalk& walk, Span block,
                                   std::size_t bytes_ahead) {
  std::vector<Record>& list = list_of<Record>(in.book);
  make_room(list, drafts.bytes, bytes_ahead);
  make_room(drafts.blocks, drafts.bytes, bytes_ahead);
  make_room(drafts.mentions, drafts.bytes, bytes_ahead);
  if (walk.read(list.emplace_back())) {
    const LineStart end = walk.end(block.begin, block.size);
    const auto size = static_cast<std::uint32_t>(end.offset - block.begin);
    drafts.blocks.push_back({block.begin, size});
    drafts.bytes += size;
    return end;
  }
  list.pop_back();
  drafts.forget_mentions(static_cast<std::uint32_t>(list.size()));
  in.problems.clear();
  in.lost.clear();
  return std::nullopt;
}

/// What a kind of record can do for Drafting.
struct Kind {
  /// The block's size is that of the rest of the file.
  std::optional<LineStart> (*add)(Drafts& drafts, Reader& in, DraftWalk& walk, Span block,
                                  std::size_t bytes_ahead) = nullptr;
  void (*hold)(Reader& in, std::uint32_t file, std::size_t place, std::size_t count) = nullptr;
  void (*take_back)(Reader& in, std::uint32_t file) = nullptr;
  void (*settle)(Reader& in, Drafts& drafts, const Careful& careful) = nullptr;
};

template <class Record>
void hold(Reader& in, std::uint32_t file, std::size_t place, std::size_t count) {
  Record nobody{};
  nobody.at.file = file;
  std::vector<Record>& list = list_of<Record>(in.book);
  list.insert(list.begin() + static_cast<std::ptrdiff_t>(place), count, nobody);
}

template <class Record>
void take_last_back(Reader& in, std::uint32_t file) {
  Record& last = list_of<Record>(in.book).back();
  last = {};
  last.at.file = file;
}

template <class Record>
void settle(Reader& in, Drafts& drafts, const Careful& careful) {
  Settling<Record>{in, drafts, careful}.run();
}

template <class Record>
constexpr Kind kind_of() {
  if constexpr (is_drafted<Record>)
    return {add_draft<Record>, hold<Record>, take_last_back<Record>, settle<Record>};
  return {};
}
constexpr auto kinds = []<class... All>(Kinds<All...>) {
  return std::array<Kind, table_count>{Kind{}, Kind{}, kind_of<All>()...};
}(BookTables{});

const Kind& kind(Table table) { return kinds[static_cast<std::size_t>(table)]; }

}  // namespace

bool Drafting::takes(Table table) { return kind(table).add != nullptr; }

void Drafting::begin_file(std::uint32_t index, const FileText& file, std::string_view text) {
  bytes_ -= std::exchange(size_, file.view().size());
  if (quiet_ != nullptr) {
    quiet_->begin_file(index, file, text);
  } else if (file.pages() != nullptr) {
    file.pages()->fetch();
  }
  file_ = index;
  end_ = LineStart{};
}

std::optional<LineStart> Drafting::add(Table table, std::string_view text, LineStart start) {
  if (has_stopped_) return std::nullopt;
  std::optional<LineStart> end;
  if (quiet_ != nullptr && QuietReading::takes(table)) {
    in_.drafts = &of(table);
    last_ = start;
    end = quiet_->add(table, in_, slots_, {file_, start, text, bytes_ - start.offset});
  } else {
    const std::string_view header = head_of(table).header;
    for (auto next = std::optional{start};;) {
      const std::string_view rest = text.substr(next->offset - start.offset);
      if (end && !rest.starts_with(header)) break;
      const LineStart begin = *next;
      next = add_one(table, rest, begin);
      if (!next) break;
      last_ = begin;
      end = next;
    }
  }
  if (end) end_ = *end;
  return end;
}

std::optional<LineStart> Drafting::add_one(Table table, std::string_view text, LineStart start) {
  in_.drafts = &of(table);
  slots_.pool.clear();
  DraftWalk walk{in_, slots_, text, {file_, start.line, 1}};
  const Span rest{static_cast<std::uint32_t>(start.offset),
                  static_cast<std::uint32_t>(text.size())};
  return kind(table).add(of(table), in_, walk, rest, bytes_ - std::min(bytes_, start.offset));
}

bool Drafting::has_given_up() const { return quiet_ != nullptr && quiet_->has_given_up(); }

void Drafting::hold_place(Table table, std::uint32_t block) {
  const bool may_name_anybody = takes(table) || table == Table::root || table == Table::other;
  if (quiet_ != nullptr && may_name_anybody) return quiet_->give_up();
  if (takes(table)) {
    Drafts& drafts = of(table);
    kind(table).hold(in_, file_, drafts.blocks.size(), 1);
    drafts.blocks.push_back({block, 0});
  } else if (table == Table::root || table == Table::other) {
    Mixed& mixed = mixed_.emplace_back(Mixed{file_, block, {}});
    for (std::size_t i = 0; i < table_count; ++i)
      mixed.places[i] = static_cast<std::uint32_t>(drafts_[i].blocks.size());
  }
}

void Drafting::take_back(Table table, std::uint32_t block) {
  if (quiet_ != nullptr) return quiet_->give_up();
  Drafts& drafts = of(table);
  kind(table).take_back(in_, file_);
  drafts.blocks.back() = {block, 0};
  drafts.forget_mentions(static_cast<std::uint32_t>(drafts.blocks.size() - 1));
}

void Drafting::make_places(Table table, std::size_t mixed, std::size_t count) {
  const auto index = static_cast<std::size_t>(table);
  const std::uint32_t place = mixed_[mixed].places[index];
  Drafts& drafts = drafts_[index];
  kind(table).hold(in_, mixed_[mixed].file, place, count);
  const auto first = drafts.blocks.insert(drafts.blocks.begin() + place, count, Span{});
  *first = {mixed_[mixed].block, 0};
  const auto further = static_cast<std::uint32_t>(count);
  for (Mention& one : drafts.mentions) one.of += one.of >= place ? further : 0;
  for (LaterMention& one : drafts.later) one.of += one.of >= place ? further : 0;
  for (std::size_t i = mixed + 1; i < mixed_.size(); ++i) mixed_[i].places[index] += further;
}

void Drafting::settle(Reader& in, Table table, const Careful& careful) {
  kind(table).settle(in, of(table), careful);
}

}  // namespace care::reading
