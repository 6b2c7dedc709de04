#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>

#include "import/person.hpp"

namespace care {

/// A row or card of this import; on line 0: none.
struct RowPlace {
  std::uint32_t file = 0, line = 0;
};
[[nodiscard]] inline RowPlace place_of(const Person& person) { return {person.file, person.line}; }

/// Of what somebody has only one.
enum class Single : std::uint8_t { birthday, address, call_me, company, sounds_like, role };
inline constexpr std::size_t single_count = 6;
using Singles = std::bitset<single_count>;

/// Of what a row says one.
[[nodiscard]] Singles singles_of(const Person& person);

/// Which row of this import was the first to say each of them. Where rows contradict each other the
/// first counts: else they would change places with each import of the same file.
class FirstRows {
 public:
  [[nodiscard]] RowPlace of(Single single) const { return rows_[static_cast<std::size_t>(single)]; }
  /// The row says these; what an earlier one said stays its own.
  void add(const Singles& said, RowPlace row);

 private:
  std::array<RowPlace, single_count> rows_{};
};

}  // namespace care
