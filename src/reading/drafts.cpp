#include "reading/drafts.hpp"

#include <algorithm>
#include <array>
#include <concepts>
#include <limits>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "reading/blocks.hpp"
#include "reading/checks.hpp"
#include "reading/mentions.hpp"
#include "reading/plain_walk.hpp"

namespace care::reading {
namespace {

// What a draft names; false where only a careful reading can say what is wrong with it.

bool look_up(References& in, Text id, takes::Customer /*kind*/, auto& /*record*/,
             CustomerIndex& member) {
  return put(in.customer_ids.find(id), member);
}
bool look_up(References& in, Text id, takes::Staff /*kind*/, auto& /*record*/,
             std::optional<StaffIndex>& member) {
  return put(in.staff_ids.find(id), member);
}
bool look_up(References& in, Text name, takes::Tier /*kind*/, auto& /*record*/,
             std::optional<std::uint32_t>& member) {
  return put(in.find_tier(name), member);
}
bool look_up(References& in, Text name, takes::Contact /*kind*/, auto& record,
             std::optional<std::uint32_t>& member) {
  return put(in.find_contact(name, record.customer), member);
}
bool look_up(References& in, Text id, takes::Request /*kind*/, auto& record,
             std::optional<std::uint32_t>& member) {
  return put(in.find_own<Request>(id, record.customer), member);
}
bool look_up(References& in, Text id, takes::Promise /*kind*/, auto& record,
             std::optional<std::uint32_t>& member) {
  return put(in.find_own<Promise>(id, record.customer), member);
}
bool look_up(References& in, Text id, takes::By /*kind*/, auto& /*record*/, Text& member) {
  const auto who = in.staff_ids.find(id);
  if (who) member = in.book().staff[*who].id;
  return who.has_value();
}
bool look_up(References& in, Text what, takes::Event /*kind*/, auto& record, Text& /*member*/) {
  return in.has_event(what, record.customer);
}

template <class Record>
using LookUp = bool (*)(References&, Text, Record&);
/// How each key that names something is looked up; null for all others.
template <class Record>
constexpr auto lookups = []<std::size_t... place>(std::index_sequence<place...>) {
  return std::array<LookUp<Record>, sizeof...(place)>{[]() -> LookUp<Record> {
    using Kind = KindOf<Record, place>;
    if constexpr (IsMention<Kind> && !IsLater<Kind>) {
      return [](References& in, Text text, Record& record) {
        constexpr auto& field = std::get<place>(fields<Record>);
        return look_up(in, text, field.takes, record, record.*field.member);
      };
    } else {
      return nullptr;
    }
  }()...};
}
(std::make_index_sequence<field_count<Record>>{});

using FindLater = void (*)(References&, std::uint32_t, const Node&);
template <class Record>
constexpr auto later_finders = []<std::size_t... place>(std::index_sequence<place...>) {
  return std::array<FindLater, sizeof...(place)>{[]() -> FindLater {
    if constexpr (IsLater<KindOf<Record, place>>) return find_later<Record, place>;
    return nullptr;
  }()...};
}
(std::make_index_sequence<field_count<Record>>{});

/// Makes drafts of one kind records of the book, in their order.
template <class Record>
class Settling {
 public:
  Settling(Reader& in, Drafts& drafts, Careful& careful)
      : in_{in}, drafts_{drafts}, careful_{careful}, all_{list_of<Record>(in.book)} {}

  void run() {
    in_.settled = 0;
    if constexpr (has_id<Record>) in_.references.ids_of<Record>().reserve(all_.size());
    for (std::uint32_t draft = 0; draft < all_.size(); ++draft) {
      look_ahead(draft);
      const std::span<Mention> mentions = mentions_of(draft);
      const std::uint32_t settled = in_.settled;
      if (drafts_.blocks[draft].size != 0 && stands(all_[draft], mentions)) {
        if (settled != draft) all_[settled] = std::move(all_[draft]);
        ++in_.settled;
        for_later(draft, settled);
      } else {
        const Position at = all_[draft].at;
        careful_.read(at.file, drafts_.blocks[draft], at.line, table_of<Record>);
        for_later(draft, std::nullopt);
      }
    }
    all_.erase(all_.begin() + in_.settled, all_.end());
    drafts_ = {};
  }

 private:
  /// What a few drafts further on will be looked up at random.
  void look_ahead(std::uint32_t draft) {
    constexpr std::size_t ahead = 16;
    if constexpr (std::is_same_v<Record, Customer>) {
      if (draft + ahead < all_.size()) in_.references.customer_ids.prefetch(all_[draft + ahead].id);
    } else if (mention_ + ahead < drafts_.mentions.size()) {
      const Mention& mention = drafts_.mentions[mention_ + ahead];
      if (mention.place == 0) in_.references.customer_ids.prefetch(mention.text());
    }
  }

  /// In the order of the keys: the customer comes first.
  std::span<Mention> mentions_of(std::uint32_t draft) {
    const std::size_t begin = mention_;
    while (mention_ < drafts_.mentions.size() && drafts_.mentions[mention_].of == draft) ++mention_;
    const auto mine = std::span{drafts_.mentions}.subspan(begin, mention_ - begin);
    if (mine.size() > 1) std::ranges::sort(mine, {}, &Mention::place);
    return mine;
  }

  bool stands(Record& record, std::span<const Mention> mentions) {
    for (const Mention& mention : mentions)
      if (!lookups<Record>[mention.place](in_.references, mention.text(), record)) return false;
    bool all_found = true;
    each_place<Record>([&](auto place) {
      using Kind = KindOf<Record, place>;
      if constexpr (std::same_as<Kind, takes::By> || std::same_as<Kind, takes::Event>) {
        const Text text = record.*(std::get<place>(fields<Record>).member);
        all_found =
            all_found && (text.empty() || lookups<Record>[place](in_.references, text, record));
      }
    });
    return all_found && takes_id(record);
  }

  bool takes_id([[maybe_unused]] Record& record) {
    if constexpr (has_id<Record>) {
      Ids& ids = in_.references.ids_of<Record>();
      if (!record.id.empty()) return ids.add(record.id, in_.settled);
      if constexpr (!std::is_same_v<Record, Customer>)
        imply_id(*in_.book.texts, record, in_.book.customers[record.customer].id);
      if (!record.id.empty()) ids.add(record.id, in_.settled);
    }
    return true;
  }

  /// Hands on what is found once all records of the kind stand.
  void for_later(std::uint32_t draft, std::optional<std::uint32_t> settled) {
    for (; later_ < drafts_.later.size() && drafts_.later[later_].of == draft; ++later_) {
      const LaterMention& one = drafts_.later[later_];
      if (settled) in_.references.later(*settled, one.value, later_finders<Record>[one.place]);
    }
  }

  Reader& in_;
  Drafts& drafts_;
  Careful& careful_;
  std::vector<Record>& all_;
  std::size_t mention_ = 0;
  std::size_t later_ = 0;
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
    while (!is_at_end() && !begins_another(table_head<Record>))
      if (!read_part(record, keys)) return false;
    return weight() <= most_weight && keys.is_complete() && stands(in_, record, keys) &&
           in_.problems.empty();
  }

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

  template <class Record>
  bool read_keys(Record& record, Written<Record>& keys, Slots& slots) {
    Drafts& drafts = *in_.drafts;
    Follows& follows = &slots == &slots_.own ? drafts.follows : drafts.follow_in_parts;
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
    if (guess < keys.count && take_key(field_names<Record>[guess])) return guess;
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
  bool read_part(const Heading& part, std::vector<Part>& all, Written<Record>& keys,
                 std::size_t place) {
    if constexpr (std::is_same_v<Part, Extra>) {
      return !part.is_array && !keys.has(place) && read_extra(part, all, keys, place);
    } else if constexpr (requires { all.front().at; }) {
      if (!part.is_array || keys.value(FieldPlace<Record>{place}) != nullptr) return false;
      keys.take_table(place);
      all.emplace_back().at = part.at;
      Written<Part> own_keys;
      return read_keys(all.back(), own_keys, slots_.of_part) && stands(in_, all.back(), own_keys);
    } else {
      return false;
    }
  }
  bool read_part(const Heading& /*part*/, auto& /*member*/, auto& /*keys*/, std::size_t /*place*/) {
    return false;
  }

  /// Any keys.
  bool read_extra(const Heading& part, std::vector<Extra>& all, Written<Customer>& keys,
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
};

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
  void (*settle)(Reader& in, Drafts& drafts, Careful& careful) = nullptr;
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
void settle(Reader& in, Drafts& drafts, Careful& careful) {
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

void Drafts::forget_mentions(std::uint32_t of) {
  while (!mentions.empty() && mentions.back().of == of) mentions.pop_back();
  while (!later.empty() && later.back().of == of) later.pop_back();
}

bool Drafting::takes(Table table) { return kind(table).add != nullptr; }

void Drafting::begin_file(std::uint32_t index, std::size_t size) {
  bytes_ -= std::exchange(size_, size);
  file_ = index;
  end_ = 0;
}

std::optional<LineStart> Drafting::add(Table table, std::string_view text, LineStart start) {
  if (has_stopped_) return std::nullopt;
  in_.drafts = &of(table);
  slots_.pool.clear();
  DraftWalk walk{in_, slots_, text, {file_, start.line, 1}};
  const Span rest{static_cast<std::uint32_t>(start.offset),
                  static_cast<std::uint32_t>(text.size())};
  const auto end = kind(table).add(of(table), in_, walk, rest, bytes_ - start.offset);
  if (end) end_ = end->offset;
  return end;
}

void Drafting::hold_place(Table table, std::uint32_t block) {
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

void Drafting::settle(Reader& in, Table table, Careful& careful) {
  kind(table).settle(in, of(table), careful);
}

}  // namespace care::reading
