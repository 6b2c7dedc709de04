#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace care::reading {

/// Names that are known while compiling, to find the place of one by a single comparison. Empty
/// ones are nobody's.
template <std::size_t count>
class Names {
 public:
  consteval explicit Names(const std::array<std::string_view, count>& names) : names_{names} {
    while (!fill()) factor_ += 2;
  }

  /// `count` where none is the name.
  [[nodiscard]] constexpr std::size_t place_of(std::string_view name) const {
    if (name.empty()) return count;
    const std::size_t place = places_[slot_of(name)];
    return place < count && names_[place] == name ? place : count;
  }

 private:
  static constexpr unsigned bits = std::bit_width(8 * count);

  [[nodiscard]] constexpr std::size_t slot_of(std::string_view name) const {
    const auto byte = [&](std::size_t at) {
      return std::uint32_t{static_cast<unsigned char>(name[at])};
    };
    const std::size_t size = name.size();
    const std::uint32_t mixed = byte(0) + (byte(size - 1) << 6U) + (byte(size / 2) << 12U) +
                                (byte(size / 3) << 18U) + (static_cast<std::uint32_t>(size) << 26U);
    return (mixed * factor_) >> (32U - bits);
  }

  /// Gives each name a slot of its own; false where two would share one.
  constexpr bool fill() {
    places_.fill(static_cast<std::uint8_t>(count));
    for (std::size_t place = 0; place < count; ++place) {
      if (names_[place].empty()) continue;
      std::uint8_t& slot = places_[slot_of(names_[place])];
      if (slot != count) return false;
      slot = static_cast<std::uint8_t>(place);
    }
    return true;
  }

  std::array<std::string_view, count> names_;
  std::array<std::uint8_t, std::size_t{1} << bits> places_{};
  std::uint32_t factor_ = 2654435761U;
};

}  // namespace care::reading
