#include "reading/quiet.hpp"

#include <algorithm>

#include "reading/draft_walk.hpp"
#include "reading/mentions.hpp"

namespace care::reading {
namespace {

/// What is looked up at random takes its time to come: so many are asked for before.
constexpr std::size_t at_once = 16;

/// Whether they, or a contact of theirs, have a name that does.
bool has_name(const Customer& customer, const std::function<bool(std::string_view)>& fits) {
  const auto fits_in = [&]<class Record>(const Record& record) {
    return std::ranges::any_of(called_by<Record>, [&](auto name) { return fits(record.*name); });
  };
  return fits_in(customer) || std::ranges::any_of(customer.contacts, fits_in);
}

}  // namespace

bool QuietReading::takes(Table table) {
  return table == table_of<Customer> || table == table_of<Touch>;
}

void QuietReading::begin_file(std::uint32_t index, const FileText& file, std::string_view text) {
  find_waiting();
  if (!files_.empty()) files_.back().window.close();
  files_.push_back({index, file, text, {file, text}, people_.size(), touches_.size()});
}

std::optional<LineStart> QuietReading::add(Table table, Reader& in, DraftSlots& slots,
                                           const Where& where) {
  if (!walk_) walk_.emplace(in.values, dates_, wanted_);
  texts_ = in.book.texts.get();
  if (table == table_of<Customer>) {
    add_all<QuietPerson>(*walk_, where);
  } else {
    add_all<QuietTouch>(*walk_, where);
  }
  if (walk_->here().offset == where.start.offset && !has_given_up_)
    return add_one(table, in, slots, where);
  if (has_given_up_) return std::nullopt;
  return walk_->here();
}

/// All that follow on each other.
template <class Facts>
void QuietReading::add_all(QuietWalk& walk, const Where& where) {
  constexpr bool are_people = std::is_same_v<Facts, QuietPerson>;
  constexpr std::size_t longest_usual = 4096;  // bytes of a table; few are longer
  std::size_t& bytes = are_people ? people_bytes_ : touches_bytes_;
  TextWindow& window = files_.back().window;
  const std::size_t end = where.start.offset + where.text.size();
  find_waiting();
  walk.begin(window.from(where.start.offset), where.start);
  while (!has_given_up_) {
    const LineStart start = walk.here();
    if (start.offset == end) return;
    const std::size_t ahead = where.ahead - (start.offset - where.start.offset);
    are_people ? make_room(people_, bytes, ahead) : make_room(touches_, bytes, ahead);
    Facts facts;
    const std::size_t left = window.from(start.offset).size();
    const bool is_read = walk.read(facts);
    // There may be more of it behind the window.
    if (window.ends_early() && (is_read ? walk.is_at_end() : left < longest_usual)) {
      if (!move(window, start)) return walk.begin(window.from(start.offset), start);
      continue;
    }
    if (!is_read) return;
    const auto size = static_cast<std::uint32_t>(walk.here().offset - start.offset);
    add(facts, {static_cast<std::uint32_t>(start.offset), size, start.line});
    bytes += size;
  }
}

/// False where it stands there already.
bool QuietReading::move(TextWindow& window, LineStart start) {
  find_waiting();
  if (!window.move_to(start.offset)) return false;
  walk_->begin(window.from(start.offset), start);
  return true;
}

/// A block that takes a closer look.
std::optional<LineStart> QuietReading::add_one(Table table, Reader& in, DraftSlots& slots,
                                               const Where& where) {
  Block block{static_cast<std::uint32_t>(where.start.offset), 0, where.start.line};
  slots.pool.clear();
  DraftWalk walk{in, slots, where.text, {where.file, where.start.line, 1}};
  const auto text_at = [&](std::size_t place) {
    const auto found = std::ranges::find(in.drafts->mentions, place, &Mention::place);
    return found == in.drafts->mentions.end() ? std::string_view{} : found->text();
  };
  LineStart end;
  const auto end_block = [&] {
    end = walk.end(where.start.offset, where.text.size());
    block.size = static_cast<std::uint32_t>(end.offset - where.start.offset);
    (table == table_of<Customer> ? people_bytes_ : touches_bytes_) += block.size;
  };
  if (table == table_of<Customer>) {
    Customer customer{};
    if (!walk.read(customer)) return give_up(), std::nullopt;
    end_block();
    constexpr FieldPlace<Customer> tier{"tier"};
    constexpr FieldPlace<Customer> owner{"owner"};
    QuietPerson person{customer.id, text_at(tier.place), text_at(owner.place),
                       dates_.facts(customer)};
    person.facts.is_busy = person.facts.is_busy || walk.is_out_of_the_ordinary() ||
                           (wanted_ != nullptr && has_name(customer, wanted_->by_name));
    add(person, block);
    for (const LaterMention& one : in.drafts->later) named_.push_back(one.value.text);
  } else {
    Touch touch{};
    if (!walk.read(touch)) return give_up(), std::nullopt;
    end_block();
    constexpr FieldPlace<Touch> whom{"customer"};
    QuietTouch facts{text_at(whom.place), touch.by, touch.on.day, touch.mood};
    facts.is_busy = !touch.reached || walk.is_out_of_the_ordinary();
    add(facts, block);
  }
  in.drafts->mentions.clear();
  in.drafts->later.clear();
  return end;
}

void QuietReading::add(const QuietPerson& person, Block block) {
  Person& added = people_.emplace_back(Person{block, ShortKey{person.id}, person.facts});
  if (wanted_ != nullptr && wanted_->by_id(person.id)) added.facts.is_busy = true;
  // A longer one is compared with others again, long after the window moved on.
  if (!added.id.is_whole()) long_ids_.push_back(texts_->keep(person.id));
  if (!person.owner.empty() && !staff_.number_of(person.owner)) give_up();
  if (person.tier.empty()) return;
  const auto tier = tiers_.number_of(person.tier);
  if (!tier) return give_up();
  added.facts.tier = *tier;
}

void QuietReading::add(const QuietTouch& touch, Block block) {
  if (!touch.by.empty() && !staff_.number_of(touch.by)) give_up();
  const bool quiet = !touch.is_busy && dates_.is_quiet(touch.on, touch.mood);
  const ShortKey key{touch.whom};
  waiting_.at(waiting_count_++) = {touch.whom, key, static_cast<std::uint32_t>(touches_.size()),
                                   touch.on, quiet};
  ids_.prefetch(key);
  touches_.push_back({block});
  if (waiting_count_ == waiting_.size()) find_waiting();
}

/// All at once where all of them stand before the first touch: so there are as many places as they
/// take.
void QuietReading::know_people() {
  if (known_ == people_.size()) return;
  ids_.reserve(people_.size());
  auto long_id = long_ids_.begin();
  for (std::size_t next = known_; next < people_.size(); ++next) {
    if (next + at_once < people_.size()) ids_.prefetch(people_[next + at_once].id);
    const ShortKey& key = people_[next].id;
    const std::string_view text = key.is_whole() ? std::string_view{} : *long_id++;
    if (!ids_.add_new(key, text, static_cast<std::uint32_t>(next))) give_up();
  }
  known_ = people_.size();
  long_ids_.clear();
}

void QuietReading::find_waiting() {
  if (waiting_count_ == 0) return;
  know_people();
  const std::span some{waiting_.data(), std::exchange(waiting_count_, 0)};
  for (const Waiting& one : some) {
    const auto who = ids_.find(one.key, one.whom);
    touches_[one.touch].who = who.value_or(nobody);
    if (who) __builtin_prefetch(&people_[*who].facts);
  }
  for (const Waiting& one : some)
    if (!take(one)) unknown_.emplace_back(one).whom = texts_->keep(one.whom);
}

/// What a touch says of its customer; false where that is still to be found.
bool QuietReading::take(const Waiting& touch) {
  const std::uint32_t who = touches_[touch.touch].who;
  if (who == nobody) return false;
  QuietFacts& facts = people_[who].facts;
  facts.is_busy = facts.is_busy || !touch.is_quiet;
  facts.last = std::max(facts.last, touch.on);
  return true;
}

/// Whether all tiers and staff that are named exist; then the customers have their tiers.
bool QuietReading::are_known(Reader& in) {
  std::vector<std::uint32_t> tiers;
  for (const std::string_view name : tiers_.all()) {
    const auto tier = in.references.find_tier(name);
    if (!tier) return false;
    tiers.push_back(*tier);
  }
  for (Person& person : people_) {
    std::uint32_t& tier = person.facts.tier;
    if (tier != QuietFacts::no_tier) tier = tiers[tier];
  }
  return std::ranges::all_of(staff_.all(), [&](std::string_view id) {
    return in.references.staff_ids.find(id).has_value();
  });
}

void QuietReading::wake_up(std::string_view id) {
  const auto who = ids_.find(id);
  if (!who) return give_up();
  people_[*who].facts.is_busy = true;
}

/// Every touch has its customer; false where one has none.
bool QuietReading::take_touches() {
  find_waiting();
  know_people();
  return std::ranges::all_of(unknown_, [&](const Waiting& one) {
    touches_[one.touch].who = ids_.find(one.key, one.whom).value_or(nobody);
    return take(one);
  });
}

/// Of every other record: the customer comes first.
void QuietReading::take_others(const AllDrafts& others) {
  for (const Drafts& drafts : others) {
    for (const Mention& mention : drafts.mentions)
      if (mention.place == 0) wake_up(mention.text());
  }
  for (const std::string_view id : named_) wake_up(id);
}

/// Of each file the blocks of those that are not quiet.
template <class Item, class IsBusy>
std::vector<std::vector<QuietReading::Block>> QuietReading::busy_blocks(
    const std::vector<Item>& items, std::size_t PartOfFile::*first, const IsBusy& is_busy) const {
  std::vector<std::vector<Block>> all(files_.size());
  for (std::size_t file = 0; file < files_.size(); ++file) {
    const bool is_last = file + 1 == files_.size();
    const std::size_t end = is_last ? items.size() : files_[file + 1].*first;
    for (std::size_t i = files_[file].*first; i < end; ++i)
      if (is_busy(i)) all[file].push_back(items[i].block);
  }
  return all;
}

/// Makes drafts of them. Their texts are copied where a window moves on over them.
void QuietReading::draft(Table table, const std::vector<std::vector<Block>>& blocks,
                         const DraftOf& draft_of) {
  for (std::size_t file = 0; file < files_.size(); ++file) {
    const PartOfFile& part = files_[file];
    TextWindow window{part.file, part.text};
    for (const Block& block : blocks[file]) {
      std::string_view text = window.from(block.begin, block.size).substr(0, block.size);
      if (text.size() < block.size) text = part.text.substr(block.begin, block.size);
      if (window.moves()) text = texts_->keep(text);
      if (!draft_of(table, part.index, {block.begin, block.line}, text)) return give_up();
    }
  }
}

void QuietReading::wake(Reader& in, const AllDrafts& others, const DraftOf& draft_of) {
  // A plan that names a customer is looked up when all of them are known.
  if (has_given_up_ || !in.book.later_plans.empty() || !are_known(in)) return give_up();
  if (!files_.empty()) files_.back().window.close();
  if (!take_touches()) return give_up();
  take_others(others);
  if (has_given_up_) return;
  const IsQuiet is_quiet = quiet_on_(in.book, dates_.today());
  // Touches ask for them in any order, so they stand close together.
  std::vector<bool> busy(people_.size());
  for (std::size_t i = 0; i < busy.size(); ++i) busy[i] = !is_quiet(people_[i].facts);
  const auto people = busy_blocks(people_, &PartOfFile::first_person,
                                  [&](std::size_t i) -> bool { return busy[i]; });
  const auto touches = busy_blocks(touches_, &PartOfFile::first_touch,
                                   [&](std::size_t i) -> bool { return busy[touches_[i].who]; });
  // Their records take the room of what is known by now.
  ids_ = Ids{Ids::Keeps::few};
  people_ = std::vector<Person>{};
  touches_ = std::vector<Contacted>{};
  const auto count = [](const std::vector<std::vector<Block>>& blocks) {
    std::size_t all = 0;
    for (const auto& of_file : blocks) all += of_file.size();
    return all;
  };
  in.book.customers.reserve(count(people));
  in.book.touches.all.reserve(count(touches));
  for (std::uint32_t i = 0; i < busy.size(); ++i)
    if (busy[i]) in.book.places.push_back(i);
  draft(table_of<Customer>, people, draft_of);
  draft(table_of<Touch>, touches, draft_of);
}

}  // namespace care::reading
