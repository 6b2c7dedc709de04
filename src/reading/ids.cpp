#include "reading/ids.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <functional>
#include <utility>

#include <care/text_sums.hpp>

#include "reading/problems.hpp"

namespace care::reading {

/// By words, that may overlap: to copy as many bytes as there are takes longer than the rest of the
/// search.
Ids::Key::Key(std::string_view id) {
  constexpr std::size_t word_size = sizeof(std::uint32_t);
  const std::size_t size = std::min(id.size(), most);
  const auto word_at = [&](std::size_t at) {
    std::uint32_t word = 0;
    std::memcpy(&word, id.data() + at, sizeof word);
    return word;
  };
  if (size >= word_size) {
    words[0] = word_at(0);
    words[1] = word_at(std::min(size - word_size, word_size));
    if (size > 2 * word_size) {
      const std::uint32_t last = word_at(size - word_size);
      words[2] = std::endian::native == std::endian::little ? last >> 8U : last & 0xffffffU;
    }
  } else {
    for (const char c : id) words[0] = words[0] << 8U | static_cast<unsigned char>(c);
  }
  words[2] |= static_cast<std::uint32_t>(std::min(id.size(), most + 1)) << 24U;
}

std::uint32_t Ids::Key::hash() const {
  const std::uint64_t sum = mixed(0, std::uint64_t{words[0]} << 32U | words[1]);
  return static_cast<std::uint32_t>(mixed(sum, words[2]) >> 32U);
}

void Ids::reserve(std::size_t count) {
  texts_.reserve(count);
  make_slots(count);
}

/// A third of the slots stays free, so that the way to one is short.
void Ids::make_slots(std::size_t ids) {
  const std::vector<Slot> old = std::exchange(slots_, {});
  slots_.resize(std::bit_ceil(ids + ids / 2 + 2));
  for (const Slot& slot : old)
    if (slot.index != 0) slots_[slot_of(texts_[slot.index - 1])] = slot;
}

std::size_t Ids::slot_of(std::string_view id) const {
  const std::size_t mask = slots_.size() - 1;
  const Key key{id};
  const bool is_long = id.size() > Key::most;
  std::uint32_t hash = key.hash();
  // Of long ids the ends differ more often than the starts.
  if (is_long) hash ^= static_cast<std::uint32_t>(std::hash<std::string_view>{}(id));
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.index == 0) return at;
    if (slot.key == key && (!is_long || texts_[slot.index - 1] == id)) return at;
  }
}

const Ids::Slot* Ids::named(std::string_view id) const {
  if (slots_.empty()) return nullptr;
  const Slot& slot = slots_[slot_of(id)];
  return slot.index == 0 ? nullptr : &slot;
}

bool Ids::add(std::string_view id, std::uint32_t index) {
  if (add_new(id, index)) return true;
  slots_[slot_of(id)].is_ambiguous = 1;
  return false;
}

bool Ids::add_new(std::string_view id, std::uint32_t index) {
  if (2 * slots_.size() < 3 * count_ + 4) make_slots(2 * count_);
  Slot& slot = slots_[slot_of(id)];
  if (slot.index != 0) return false;
  ++count_;
  if (texts_.size() <= index) texts_.resize(index + 1);
  texts_[index] = id;
  slot.key = Key{id};
  slot.index = (index + 1) & 0x7fffffffU;
  return true;
}

void Ids::add_lost(std::string_view id) {
  if (!id.empty()) lost_.emplace(id);
}

std::optional<std::uint32_t> Ids::find(std::string_view id) const {
  const Slot* const found = named(id);
  if (found == nullptr) return std::nullopt;
  return found->index - 1;
}

void Ids::prefetch(std::string_view id) const {
#ifdef __GNUC__
  if (!slots_.empty() && id.size() <= Key::most)
    __builtin_prefetch(&slots_[Key{id}.hash() & (slots_.size() - 1)]);
#endif
}

bool Ids::is_ambiguous(std::string_view id) const {
  const Slot* const found = named(id);
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
