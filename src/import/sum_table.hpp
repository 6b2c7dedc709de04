#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace care {

/// Numbers of people by sums. Flat, because there are many of each person.
class SumTable {
 public:
  static constexpr std::uint32_t nobody = 0xffffffff;
  struct Slot {
    std::uint64_t sum = 0;  ///< 0: free
    std::uint32_t who = nobody;
    bool is_shared = false;
  };
  /// Whose it is; the first who is put there stays.
  Slot& put(std::uint64_t sum, std::uint32_t who);
  [[nodiscard]] Slot at(std::uint64_t sum) const;
  /// Has it at hand when it is asked for soon.
  void expect(std::uint64_t sum) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[first_place(sum)]);
  }
  void reserve(std::size_t count);

 private:
  [[nodiscard]] std::size_t first_place(std::uint64_t sum) const {
    return (sum ^ (sum >> 32U)) & (slots_.size() - 1);
  }
  [[nodiscard]] std::size_t place_of(std::uint64_t sum) const;
  void resize(std::size_t size);

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace care
