#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <care/book_texts.hpp>

namespace care::reading {

/// A part of a text, which moves on through it: of a large file that little is in memory at once,
/// and always the same little.
class TextWindow {
 public:
  /// `text`: all of the file, or a part of it.
  TextWindow(const FileText& file, std::string_view text)
      : pages_{file.pages()},
        text_{text},
        before_{static_cast<std::size_t>(text.data() - file.view().data())} {}

  /// What stands there: to the end of the text, or as much of it as there is in the window. It
  /// stays until the window moves.
  [[nodiscard]] std::string_view from(std::size_t offset) {
    if (pages_ == nullptr) return text_.substr(offset);
    if (offset < begin_ || offset >= begin_ + size_) move_to(offset);
    if (pages_ == nullptr) return text_.substr(offset);
    return {bytes_.data() + (offset - begin_), size_ - (offset - begin_)};
  }
  /// The same, of at least so many bytes that stand in the text.
  [[nodiscard]] std::string_view from(std::size_t offset, std::size_t size) {
    const std::string_view found = from(offset);
    return found.size() >= size || !move_to(offset) ? found : from(offset);
  }
  /// Whether there is more of the text behind the window.
  [[nodiscard]] bool ends_early() const {
    return pages_ != nullptr && begin_ + size_ < text_.size();
  }
  /// Begins there, if it does not do so yet; then there may be more to see.
  bool move_to(std::size_t offset);
  /// Whether it moves, so that a text that is needed for longer has to be copied.
  [[nodiscard]] bool moves() const { return pages_ != nullptr; }
  /// Gives its room back until it is looked through again.
  void close() {
    bytes_ = {};
    begin_ = size_ = 0;
  }

 private:
  const Pages* pages_;
  std::string_view text_;
  std::size_t before_;  ///< bytes of the file that stand before the text
  std::vector<char> bytes_;
  std::size_t begin_ = 0, size_ = 0;
};

}  // namespace care::reading
