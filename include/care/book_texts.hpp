#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace care {

/// Text of the book; its bytes belong to `Book::texts` and live as long as the book. Empty =
/// absent.
using Text = std::string_view;

/// Keeps a copy of each text that the book refers to, packed.
class TextStore {
 public:
  [[nodiscard]] Text keep(std::string_view text);
  /// Whether the bytes are ones that it keeps; no bytes always are.
  [[nodiscard]] bool holds(Text text) const;

 private:
  struct Chunk {
    std::unique_ptr<char[]> bytes;
    std::size_t size;
  };
  std::vector<Chunk> chunks_;
  std::size_t used_ = 0;
};

}  // namespace care
