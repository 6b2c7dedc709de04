#pragma once

#include <cstddef>
#include <memory>
#include <memory_resource>
#include <vector>

namespace care {

/// Room that is given back all at once; much of it comes in large pages.
class Room : public std::pmr::memory_resource {
  void* do_allocate(std::size_t size, std::size_t alignment) override;
  void do_deallocate(void* /*room*/, std::size_t /*size*/, std::size_t /*alignment*/) override {}
  [[nodiscard]] bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override {
    return this == &other;
  }

  std::vector<std::unique_ptr<std::byte[]>> pieces_;
  void* free_ = nullptr;  ///< of the last piece
  std::size_t left_ = 0;
};

}  // namespace care
