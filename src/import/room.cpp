#include "import/room.hpp"

#include <algorithm>

namespace care {
namespace {

constexpr std::size_t first_size = std::size_t{1} << 16;
constexpr std::size_t large_size = std::size_t{1} << 21;

}  // namespace

void* Room::do_allocate(std::size_t size, std::size_t alignment) {
  if (std::align(alignment, size, free_, left_) == nullptr) {
    left_ = std::max(pieces_.empty() ? first_size : large_size, size + alignment);
    pieces_.push_back(std::make_unique_for_overwrite<std::byte[]>(left_));
    free_ = pieces_.back().get();
    std::align(alignment, size, free_, left_);
  }
  void* const room = free_;
  free_ = static_cast<std::byte*>(free_) + size;
  left_ -= size;
  return room;
}

}  // namespace care
