#pragma once

#include <cstddef>
#include <functional>

namespace care {

/// Runs two pieces of work that share nothing but what neither changes: one after the other, or at
/// the same time where the shell has a way to.
using Together =
    std::function<void(const std::function<void()>& one, const std::function<void()>& other)>;

inline void run_together(const Together& together, const std::function<void()>& one,
                         const std::function<void()>& other) {
  if (together) return together(one, other);
  one();
  other();
}

/// Does something with each of so many: with many of them in halves, which are told apart by where
/// they begin.
inline void in_halves(const Together& together, std::size_t count,
                      const std::function<void(std::size_t from, std::size_t to)>& work) {
  constexpr std::size_t worth_a_thread = 2000;
  if (!together || count < worth_a_thread) return work(0, count);
  const std::size_t half = count / 2;
  together([&] { work(0, half); }, [&] { work(half, count); });
}

}  // namespace care
