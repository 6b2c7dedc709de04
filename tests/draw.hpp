#pragma once

#include <chrono>
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>

#include "books.hpp"

namespace care::test {

/// Draws by a seed what random books are made of: the same seed draws the same everywhere.
class Draw {
 protected:
  explicit Draw(unsigned seed) : random_{seed} {}

  bool chance(unsigned in) { return random_() % in == 0; }
  int between(int low, int high) {
    return low + static_cast<int>(random_() % static_cast<unsigned>(high - low + 1));
  }
  std::string number(int low, int high) { return std::to_string(between(low, high)); }
  /// So many days from 23 November 2026.
  std::string date(int low, int high) {
    return iso(day("2026-11-23") + std::chrono::days{between(low, high)});
  }
  std::string pick(std::initializer_list<std::string_view> words) {
    return std::string{words.begin()[random_() % words.size()]};
  }

 private:
  std::mt19937 random_;
};

}  // namespace care::test
