#pragma once

#include <care/reading.hpp>

#include <doctest/doctest.h>

#include <span>
#include <string>
#include <string_view>

#include "reading/support.hpp"

namespace care::test {

/// Stands below each bad text: nothing of it may get lost.
inline constexpr std::string_view sound = R"(
[[customer]]
id = "zen"
name = "Zen"
[[touch]]
customer = "zen"
on = 2026-11-02
)";

struct Bad {
  std::string_view name;
  std::string_view text;
  std::string_view told;  ///< each problem, with its line and column
  std::string_view left;  ///< what of the book is there, with what stands below
};

inline void check_each(std::span<const Bad> all) {
  for (const Bad& row : all) {
    CAPTURE(row.name);
    const Reading reading = read_text(std::string{row.text} + std::string{sound});
    CHECK(told(reading) == row.told);
    CHECK(left(reading.book) == row.left);
    for (const Problem& problem : reading.problems) {
      CHECK_FALSE(problem.what.empty());
      CHECK_FALSE(problem.instead.empty());
    }
  }
}

}  // namespace care::test
