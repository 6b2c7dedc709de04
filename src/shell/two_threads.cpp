#include "shell/two_threads.hpp"

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <future>
#include <system_error>

namespace care {
namespace {

/// While it lives, what this thread allocates comes in large pages, as the heap of the first does
/// (see main.cpp): there is nothing but speed in it.
class LargePages {
 public:
  LargePages() {
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
    // The GNU C library gives each thread a heap that begins at a multiple of its largest size.
    // What has begun as small pages stays that: the filler, which is never touched, takes it.
    constexpr std::size_t largest_heap = std::size_t{64} << 20;
    constexpr std::size_t filler = (std::size_t{2} << 20) - (std::size_t{8} << 10);
    filler_ = std::malloc(filler);  // NOLINT(cppcoreguidelines-no-malloc)
    const auto heap = reinterpret_cast<std::uintptr_t>(filler_) / largest_heap * largest_heap;
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    ::madvise(reinterpret_cast<void*>(heap), largest_heap, MADV_HUGEPAGE);
#endif
  }
  ~LargePages() { std::free(filler_); }  // NOLINT(cppcoreguidelines-no-malloc)
  LargePages(const LargePages&) = delete;
  LargePages& operator=(const LargePages&) = delete;

 private:
  void* filler_ = nullptr;
};

}  // namespace

void on_two_threads(const std::function<void()>& one, const std::function<void()>& other) {
  std::future<void> running;
  try {
    running = std::async(std::launch::async, [&] {
      const LargePages large_pages;
      other();
    });
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
