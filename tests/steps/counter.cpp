#include "counter.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

// Names that linkers define: where the program starts and where its code ends.
extern "C" const char __executable_start;
extern "C" const char etext;

namespace care::test {
namespace {

/// How often each place ran: as many as there may be, for to grow would be counted, too.
std::uint64_t* counts = nullptr;
std::size_t size = 0;
std::size_t* places = nullptr;  ///< those that are not 0
std::size_t used = 0;
bool counting = false;

/// Two calls never end within so many bytes of each other.
constexpr std::uintptr_t bytes_of_place = 4;

std::uintptr_t distance_of(const char& address) {
  return static_cast<std::uintptr_t>(&address - &__executable_start);
}

inline void count_at(const void* address, std::size_t steps) {
  std::size_t place = distance_of(*static_cast<const char*>(address)) / bytes_of_place;
  if (place >= size) place = 0;  // what other libraries call has no place of its own
  if (counts[place] == 0) places[used++] = place;
  counts[place] += steps;
}

}  // namespace

std::vector<Place> steps_of(const std::function<void()>& work) {
  static std::vector<std::uint64_t> all_counts(distance_of(etext) / bytes_of_place + 1);
  static std::vector<std::size_t> all_places(all_counts.size());
  counts = all_counts.data();
  size = all_counts.size();
  places = all_places.data();
  counting = true;
  work();
  counting = false;
  std::sort(places, places + used);
  std::vector<Place> steps;
  for (std::size_t i = 0; i < used; ++i) {
    steps.push_back({places[i] * bytes_of_place, std::exchange(counts[places[i]], 0)});
  }
  used = 0;
  return steps;
}

}  // namespace care::test

using care::test::count_at;
using care::test::counting;

// The compiler has each basic block call this one; the linker has each call of a memory function go
// to its __wrap_ (see CMakeLists.txt).
#define COUNT(bytes) \
  if (counting) count_at(__builtin_return_address(0), 1 + (bytes) / 64)

extern "C" {

void __sanitizer_cov_trace_pc() { COUNT(0); }

void* __real_memcpy(void* to, const void* from, std::size_t size);
void* __real_memmove(void* to, const void* from, std::size_t size);
void* __real_memset(void* to, int byte, std::size_t size);
int __real_memcmp(const void* one, const void* other, std::size_t size);
void* __real_memchr(const void* in, int byte, std::size_t size);
std::size_t __real_strlen(const char* text);

void* __wrap_memcpy(void* to, const void* from, std::size_t size) {
  COUNT(size);
  return __real_memcpy(to, from, size);
}

void* __wrap_memmove(void* to, const void* from, std::size_t size) {
  COUNT(size);
  return __real_memmove(to, from, size);
}

void* __wrap_memset(void* to, int byte, std::size_t size) {
  COUNT(size);
  return __real_memset(to, byte, size);
}

/// Counts no more than what is equal.
int __wrap_memcmp(const void* one, const void* other, std::size_t size) {
  const int order = __real_memcmp(one, other, size);
  COUNT(order == 0 ? size : 0);
  return order;
}

void* __wrap_memchr(const void* in, int byte, std::size_t size) {
  void* const found = __real_memchr(in, byte, size);
  COUNT(found == nullptr
            ? size
            : static_cast<std::size_t>(static_cast<char*>(found) - static_cast<const char*>(in)));
  return found;
}

std::size_t __wrap_strlen(const char* text) {
  const std::size_t size = __real_strlen(text);
  COUNT(size);
  return size;
}

}  // extern "C"
