#include "reading/window.hpp"

#include <algorithm>
#include <span>

namespace care::reading {

bool TextWindow::move_to(std::size_t offset) {
  if (pages_ == nullptr || (size_ != 0 && begin_ == offset)) return false;
  bytes_.resize(std::min(std::max(pages_->window(), std::size_t{1}), text_.size()));
  const std::span<char> room =
      std::span{bytes_}.first(std::min(bytes_.size(), text_.size() - offset));
  begin_ = offset;
  size_ = pages_->copy(before_ + offset, room);
  // Then the text itself is looked at.
  if (size_ == 0) pages_ = nullptr;
  return true;
}

}  // namespace care::reading
