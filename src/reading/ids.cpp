#include "reading/ids.hpp"

#include <bit>
#include <functional>

#include "reading/problems.hpp"

namespace care::reading {

namespace {

std::uint32_t hash_of(std::string_view id) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>{}(id));
}

}  // namespace

void Ids::reserve(std::size_t count) {
  in_order_.reserve(count);
  named_.reserve(count);
  make_slots(count);
}

/// At least half of the slots stay free, so that the way to one is short.
void Ids::make_slots(std::size_t ids) {
  slots_.assign(std::bit_ceil(2 * ids + 2), {});
  for (std::uint32_t place = 0; place < in_order_.size(); ++place) {
    const std::uint32_t hash = hash_of(in_order_[place]);
    slots_[slot_of(in_order_[place], hash)] = {place + 1, hash};
  }
}

std::size_t Ids::slot_of(std::string_view id, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.place == 0 || (slot.hash == hash && in_order_[slot.place - 1] == id)) return at;
  }
}

const Ids::Named* Ids::named(std::string_view id) const {
  if (slots_.empty()) return nullptr;
  const Slot& slot = slots_[slot_of(id, hash_of(id))];
  return slot.place == 0 ? nullptr : &named_[slot.place - 1];
}

bool Ids::add(std::string_view id, std::uint32_t index) {
  if (slots_.size() < 2 * in_order_.size() + 2) make_slots(2 * in_order_.size());
  const std::uint32_t hash = hash_of(id);
  Slot& slot = slots_[slot_of(id, hash)];
  if (slot.place != 0) {
    ++named_[slot.place - 1].count;
    return false;
  }
  in_order_.push_back(id);
  named_.push_back({index, 1});
  slot = {static_cast<std::uint32_t>(in_order_.size()), hash};
  return true;
}

void Ids::add_lost(std::string_view id) {
  if (!id.empty()) lost_.emplace(id);
}

std::optional<std::uint32_t> Ids::find(std::string_view id) const {
  const Named* const found = named(id);
  if (found == nullptr) return std::nullopt;
  return found->first;
}

bool Ids::is_ambiguous(std::string_view id) const {
  const Named* const found = named(id);
  return found != nullptr && found->count > 1;
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
  looked_at_ += in_order_.size();
  return offered_[std::string{typed}] = nearest_of(typed, in_order_);
}

}  // namespace care::reading
