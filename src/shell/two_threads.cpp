#include "shell/two_threads.hpp"

#include <future>
#include <system_error>

namespace care {

void on_two_threads(const std::function<void()>& one, const std::function<void()>& other) {
  std::future<void> running;
  try {
    running = std::async(std::launch::async, [&] { other(); });
  } catch (const std::system_error&) {
    // There is no thread more: one after the other, then.
  }
  one();
  if (running.valid()) {
    running.get();
  } else {
    other();
  }
}

}  // namespace care
