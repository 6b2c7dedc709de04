#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <care/book_texts.hpp>

namespace care::test {

/// A file of which so many bytes are looked at together, and not one that it does not have.
class FewBytes : public Pages {
 public:
  FewBytes(std::string text, std::size_t window) : text_{std::move(text)}, window_{window} {}
  void fetch() const override {}
  [[nodiscard]] std::size_t copy(std::size_t from, std::span<char> to) const override {
    return text_.copy(to.data(), to.size(), from);
  }
  [[nodiscard]] std::size_t window() const override { return window_; }
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  std::string text_;
  std::size_t window_;
};
inline FileText in_windows(const std::string& text, std::size_t window) {
  const auto pages = std::make_shared<const FewBytes>(text, window);
  return {std::shared_ptr<const Pages>{pages}, pages->text()};
}

}  // namespace care::test
