#pragma once

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

}  // namespace care
