#include "import/sum_table.hpp"

#include <algorithm>
#include <bit>

namespace care {

void SumTable::resize(std::size_t size) {
  std::vector<Slot> old(size);
  old.swap(slots_);
  for (const Slot& one : old) {
    if (one.sum != 0) slots_[place_of(one.sum)] = one;
  }
}

void SumTable::reserve(std::size_t count) { resize(std::bit_ceil(2 * count + 2)); }

std::size_t SumTable::place_of(std::uint64_t sum) const {
  const std::size_t last = slots_.size() - 1;
  std::size_t place = first_place(sum);
  while (slots_[place].sum != 0 && slots_[place].sum != sum) place = (place + 1) & last;
  return place;
}

SumTable::Slot& SumTable::put(std::uint64_t sum, std::uint32_t who) {
  constexpr std::size_t first = 1024;
  if (2 * used_ >= slots_.size()) resize(std::max(first, 2 * slots_.size()));
  Slot& slot = slots_[place_of(sum)];
  if (slot.sum != 0) return slot;
  slot = {sum, who, false};
  ++used_;
  return slot;
}

SumTable::Slot SumTable::at(std::uint64_t sum) const {
  return slots_.empty() ? Slot{} : slots_[place_of(sum)];
}

}  // namespace care
