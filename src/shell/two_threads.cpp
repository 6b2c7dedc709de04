#include "shell/two_threads.hpp"

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <future>
#include <memory>
#include <system_error>

namespace care {
namespace {

#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
/// Has what this thread allocates come in large pages, as the heap of the first does (see
/// main.cpp): there is nothing but speed in it. The filler is to live as long as the thread's work.
///
/// The GNU C library gives each thread a heap that begins at a multiple of its largest size. What
/// has begun as small pages stays that: the filler, which is never touched, takes it.
std::unique_ptr<char[]> filler_before_large_pages() {
  constexpr std::size_t largest_heap = std::size_t{64} << 20;
  constexpr std::size_t size = (std::size_t{2} << 20) - (std::size_t{8} << 10);
  auto filler = std::make_unique_for_overwrite<char[]>(size);
  const auto heap = reinterpret_cast<std::uintptr_t>(filler.get()) / largest_heap * largest_heap;
  // NOLINTNEXTLINE(performance-no-int-to-ptr)
  ::madvise(reinterpret_cast<void*>(heap), largest_heap, MADV_HUGEPAGE);
  return filler;
}
#else
std::unique_ptr<char[]> filler_before_large_pages() { return {}; }
#endif

}  // namespace

void on_two_threads(const std::function<void()>& one, const std::function<void()>& other) {
  std::future<void> running;
  try {
    running = std::async(std::launch::async, [&] {
      const auto filler = filler_before_large_pages();
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
