#include "reading/ids.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <utility>

#include "reading/problems.hpp"

namespace care::reading {

void Ids::reserve(std::size_t count) {
  if (keeps_ == Keeps::all) texts_.reserve(count);
  if (is_full(count)) make_slots(std::max(count, 2 * count_));
}

/// A third of the slots stays free, so that the way to one is short.
void Ids::make_slots(std::size_t ids) {
  const std::vector<Slot> old = std::exchange(slots_, {});
  slots_.resize(std::bit_ceil(ids + ids / 2 + 2));
  for (const Slot& slot : old)
    if (slot.index != 0) slots_[slot_of(slot.key, text_of(slot))] = slot;
}

std::size_t Ids::slot_of(const ShortKey& key, std::string_view id) const {
  const std::size_t mask = slots_.size() - 1;
  const bool is_long = !key.is_whole();
  std::uint32_t hash = key.hash();
  // Of long ids the ends differ more often than the starts.
  if (is_long) hash ^= static_cast<std::uint32_t>(std::hash<std::string_view>{}(id));
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.index == 0) return at;
    if (slot.key == key && (!is_long || text_of(slot) == id)) return at;
  }
}

const Ids::Slot* Ids::named(const ShortKey& key, std::string_view id) const {
  if (slots_.empty()) return nullptr;
  const Slot& slot = slots_[slot_of(key, id)];
  return slot.index == 0 ? nullptr : &slot;
}

bool Ids::add(std::string_view id, std::uint32_t index) {
  if (add_new(id, index)) return true;
  slots_[slot_of(id)].is_ambiguous = 1;
  return false;
}

bool Ids::add_new(const ShortKey& key, std::string_view id, std::uint32_t index) {
  if (is_full(count_)) make_slots(2 * count_);
  Slot& slot = slots_[slot_of(key, id)];
  if (slot.index != 0) return false;
  ++count_;
  if (keeps_ == Keeps::all || !key.is_whole()) {
    if (texts_.size() <= index) texts_.resize(index + 1);
    texts_[index] = id;
  }
  slot.key = key;
  slot.index = (index + 1) & 0x7fffffffU;
  return true;
}

void Ids::add_lost(std::string_view id) {
  if (!id.empty()) lost_.emplace(id);
}

std::optional<std::uint32_t> Ids::find(const ShortKey& key, std::string_view id) const {
  const Slot* const found = named(key, id);
  if (found == nullptr) return std::nullopt;
  return found->index - 1;
}

void Ids::prefetch(const ShortKey& key) const {
#ifdef __GNUC__
  if (!slots_.empty() && key.is_whole())
    __builtin_prefetch(&slots_[key.hash() & (slots_.size() - 1)]);
#endif
}

bool Ids::is_ambiguous(std::string_view id) const {
  const Slot* const found = named(ShortKey{id}, id);
  return found != nullptr && found->is_ambiguous != 0;
}

bool Ids::is_lost(std::string_view id) const {
  return !lost_.empty() && lost_.contains(std::string{id});
}

std::optional<std::string_view> Ids::nearest(std::string_view typed) {
  // However many are wrong, each id is looked at no more often.
  constexpr std::size_t most_offered = 64;
  constexpr std::size_t most_looked_at = 5'000'000;
  const auto known = offered_.find(std::string{typed});
  if (known != offered_.end()) return known->second;
  if (looked_at_ > most_looked_at || offered_.size() >= most_offered) return std::nullopt;
  looked_at_ += texts_.size();
  std::vector<std::string_view> ids = texts_;
  std::erase(ids, std::string_view{});
  return offered_[std::string{typed}] = nearest_of(typed, ids);
}

}  // namespace care::reading
