#pragma once

#include <functional>
#include <thread>

#include <care/together.hpp>

namespace care::test {

// Ways to run two pieces of work (care/together.hpp).

/// The other first, and what is behind it when that waits.
inline void other_way_round(const std::function<void()>& one, const std::function<void()>& other) {
  other();
  one();
}
inline void at_once(const std::function<void()>& one, const std::function<void()>& other) {
  std::thread thread{other};
  one();
  thread.join();
}

}  // namespace care::test
