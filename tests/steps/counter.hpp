#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace care::test {

/// What a place of the program cost: a basic block that ran, or a call that moved or compared
/// memory, 64 bytes at a step.
struct Place {
  std::uintptr_t address;  ///< from the start of the program, as addr2line reads it
  std::uint64_t steps;
};

/// Counts the steps of a piece of work, each place by itself, in the order of their addresses. No
/// clock and no counter of the machine is asked, so the same work takes the same steps.
///
/// The places are those of the sources that were compiled with -fsanitize-coverage=trace-pc. One
/// thread counts at a time.
[[nodiscard]] std::vector<Place> steps_of(const std::function<void()>& work);

}  // namespace care::test
