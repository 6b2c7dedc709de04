#include "reading/quiet.hpp"

#include <algorithm>

#include "reading/draft_walk.hpp"
#include "reading/mentions.hpp"

namespace care::reading {

std::optional<FewTexts::Number> FewTexts::number_of(std::string_view text) {
  constexpr std::size_t most = 64;
  const auto found = std::ranges::find(all_, text);
  const auto number = static_cast<Number>(found - all_.begin());
  if (found != all_.end()) return number;
  if (all_.size() == most) return std::nullopt;
  all_.push_back(text);
  return number;
}

bool QuietReading::takes(Table table) {
  return table == table_of<Customer> || table == table_of<Touch>;
}

std::optional<LineStart> QuietReading::add(Table table, Reader& in, DraftSlots& slots,
                                           const Where& where) {
  if (!walk_) walk_.emplace(in.values, dates_);
  walk_->begin(where.text, where.start);
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
  std::size_t& bytes = are_people ? people_bytes_ : touches_bytes_;
  while (!has_given_up_) {
    const LineStart start = walk.here();
    const std::size_t passed = start.offset - where.start.offset;
    if (passed == where.text.size()) return;
    const std::size_t ahead = where.ahead - passed;
    are_people ? make_room(people_, bytes, ahead) : make_room(touches_, bytes, ahead);
    Facts facts;
    if (!walk.read(facts)) return;
    add(facts, {where.file, static_cast<std::uint32_t>(start.offset), start.line});
    bytes += walk.here().offset - start.offset;
  }
}

/// A block that takes a closer look.
std::optional<LineStart> QuietReading::add_one(Table table, Reader& in, DraftSlots& slots,
                                               const Where& where) {
  const Block block{where.file, static_cast<std::uint32_t>(where.start.offset), where.start.line};
  slots.pool.clear();
  DraftWalk walk{in, slots, where.text, {where.file, where.start.line, 1}};
  const auto text_at = [&](std::size_t place) {
    const auto found = std::ranges::find(in.drafts->mentions, place, &Mention::place);
    return found == in.drafts->mentions.end() ? std::string_view{} : found->text();
  };
  if (table == table_of<Customer>) {
    Customer customer{};
    if (!walk.read(customer)) return give_up(), std::nullopt;
    constexpr FieldPlace<Customer> tier{"tier"};
    constexpr FieldPlace<Customer> owner{"owner"};
    QuietPerson person{customer.id, text_at(tier.place), text_at(owner.place),
                       dates_.facts(customer)};
    person.facts.is_busy = person.facts.is_busy || walk.is_out_of_the_ordinary();
    add(person, block);
    for (const LaterMention& one : in.drafts->later) named_.push_back(one.value.text);
  } else {
    Touch touch{};
    if (!walk.read(touch)) return give_up(), std::nullopt;
    constexpr FieldPlace<Touch> whom{"customer"};
    QuietTouch facts{text_at(whom.place), touch.by, touch.on.day, touch.mood};
    facts.is_busy = !touch.reached || walk.is_out_of_the_ordinary();
    add(facts, block);
  }
  in.drafts->mentions.clear();
  in.drafts->later.clear();
  const LineStart end = walk.end(where.start.offset, where.text.size());
  (table == table_of<Customer> ? people_bytes_ : touches_bytes_) += end.offset - where.start.offset;
  return end;
}

void QuietReading::add(const QuietPerson& person, Block block) {
  Person& added = people_.emplace_back(
      Person{block, static_cast<std::uint32_t>(person.id.size()), person.id.data(), person.facts});
  if (!person.owner.empty() && !staff_.number_of(person.owner)) give_up();
  if (person.tier.empty()) return;
  const auto tier = tiers_.number_of(person.tier);
  if (!tier) return give_up();
  added.facts.tier = *tier;
}

void QuietReading::add(const QuietTouch& touch, Block block) {
  if (!touch.by.empty() && !staff_.number_of(touch.by)) give_up();
  const bool quiet = !touch.is_busy && dates_.is_quiet(touch.on, touch.mood);
  constexpr std::uint32_t most = 0x7fffffff;
  touches_.push_back({block, static_cast<std::uint32_t>(touch.whom.size()) & most, quiet ? 1U : 0U,
                      touch.whom.data(), touch.on});
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

void QuietReading::wake_up(const Ids& ids, std::string_view id) {
  const auto who = ids.find(id);
  if (!who) return give_up();
  people_[*who].facts.is_busy = true;
}

void QuietReading::take_touches(const Ids& ids) {
  constexpr std::size_t ahead = 16;  // what is looked up at random takes its time to come
  who_.reserve(touches_.size());
  for (std::size_t i = 0; i < touches_.size(); ++i) {
    if (i + ahead < touches_.size())
      ids.prefetch({touches_[i + ahead].whom, touches_[i + ahead].whom_size});
    const auto who = ids.find({touches_[i].whom, touches_[i].whom_size});
    if (!who) return give_up();
    who_.push_back(*who);
  }
  for (std::size_t i = 0; i < touches_.size(); ++i) {
    if (i + ahead < touches_.size()) __builtin_prefetch(&people_[who_[i + ahead]]);
    const Contacted& touch = touches_[i];
    QuietFacts& facts = people_[who_[i]].facts;
    facts.is_busy = facts.is_busy || touch.is_quiet == 0;
    facts.last = std::max(facts.last, touch.on);
  }
}

/// Of every other record: the customer comes first.
void QuietReading::take_others(const Ids& ids, const AllDrafts& others) {
  for (const Drafts& drafts : others) {
    for (const Mention& mention : drafts.mentions)
      if (mention.place == 0) wake_up(ids, mention.text());
  }
  for (const std::string_view id : named_) wake_up(ids, id);
}

void QuietReading::wake(Reader& in, const AllDrafts& others, const DraftOf& draft_of) {
  // A plan that names a customer is looked up when all of them are known.
  if (has_given_up_ || !in.book.later_plans.empty() || !are_known(in)) return give_up();
  Ids ids;
  ids.reserve(people_.size());
  for (std::uint32_t i = 0; i < people_.size(); ++i)
    if (!ids.add_new({people_[i].id, people_[i].id_size}, i)) return give_up();
  take_touches(ids);
  take_others(ids, others);
  if (has_given_up_) return;
  const IsQuiet is_quiet = quiet_on_(in.book, dates_.today());
  const auto draft = [&](Table table, const Block& block) {
    if (!draft_of(table, block.file, {block.begin, block.line})) give_up();
  };
  // Touches ask for them in any order, so they stand close together.
  std::vector<bool> busy(people_.size());
  for (std::size_t i = 0; i < busy.size(); ++i) busy[i] = !is_quiet(people_[i].facts);
  const auto is_busy = [&](std::uint32_t who) -> bool { return busy[who]; };
  in.book.customers.reserve(static_cast<std::size_t>(std::ranges::count(busy, true)));
  in.book.touches.all.reserve(static_cast<std::size_t>(std::ranges::count_if(who_, is_busy)));
  for (std::uint32_t i = 0; i < people_.size(); ++i) {
    if (!is_busy(i)) continue;
    in.book.places.push_back(i);
    draft(table_of<Customer>, people_[i].block);
  }
  for (std::size_t i = 0; i < touches_.size(); ++i)
    if (is_busy(who_[i])) draft(table_of<Touch>, touches_[i].block);
}

}  // namespace care::reading
