#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include <care/book_texts.hpp>

namespace care {

// The lists of a book are mostly of nothing or of one. Memory that is touched for the first time
// costs more than to read what fills it, so these take little.

/// A list of texts; a single one takes no memory besides.
class Texts {
 public:
  Texts() = default;
  Texts(std::initializer_list<Text> texts)
      : Texts{std::span<const Text>{texts.begin(), texts.size()}} {}
  explicit Texts(std::span<const Text> texts) {
    if (texts.size() == 1) held_ = texts.front();
    if (texts.size() < 2) return;
    auto all = std::make_unique<Text[]>(texts.size());
    std::ranges::copy(texts, all.get());
    held_ = {reinterpret_cast<const char*>(all.release()), texts.size() | is_many};
  }
  Texts(const Texts& other) : Texts{std::span<const Text>{other.begin(), other.size()}} {}
  Texts(Texts&& other) noexcept : held_{std::exchange(other.held_, {})} {}
  Texts& operator=(Texts other) noexcept {
    std::swap(held_, other.held_);
    return *this;
  }
  ~Texts() {
    if (has_many()) const std::unique_ptr<const Text[]> all{begin()};
  }

  [[nodiscard]] const Text* begin() const {
    return has_many() ? reinterpret_cast<const Text*>(held_.data()) : &held_;
  }
  [[nodiscard]] const Text* end() const { return begin() + size(); }
  [[nodiscard]] std::size_t size() const {
    if (has_many()) return held_.size() & ~is_many;
    return empty() ? 0 : 1;
  }
  [[nodiscard]] bool empty() const { return held_.data() == nullptr; }
  [[nodiscard]] Text front() const { return *begin(); }
  [[nodiscard]] Text operator[](std::size_t place) const { return begin()[place]; }
  void push_back(Text text) {
    std::vector<Text> all{begin(), end()};
    all.push_back(text);
    *this = Texts{all};
  }
  friend bool operator==(const Texts& a, const Texts& b) { return std::ranges::equal(a, b); }

 private:
  static constexpr std::size_t is_many = ~(~std::size_t{} >> 1U);
  [[nodiscard]] bool has_many() const { return (held_.size() & is_many) != 0; }

  /// The only text; or, with `is_many` in its size, where so many stand.
  Text held_;
};

/// The first of a list, nothing of an empty one.
[[nodiscard]] inline Text first_of(const Texts& texts) {
  return texts.empty() ? Text{} : texts.front();
}

/// A list that most records have nothing in.
template <class One>
class Few {
 public:
  Few() = default;
  Few(std::initializer_list<One> all) : all_{std::make_unique<std::vector<One>>(all)} {}
  Few(const Few& other)
      : all_{other.all_ ? std::make_unique<std::vector<One>>(*other.all_) : nullptr} {}
  Few(Few&& other) noexcept = default;
  Few& operator=(Few other) noexcept {
    all_.swap(other.all_);
    return *this;
  }
  ~Few() = default;

  [[nodiscard]] One* begin() { return all_ ? all_->data() : nullptr; }
  [[nodiscard]] One* end() { return begin() + size(); }
  [[nodiscard]] const One* begin() const { return all_ ? all_->data() : nullptr; }
  [[nodiscard]] const One* end() const { return begin() + size(); }
  [[nodiscard]] std::size_t size() const { return all_ ? all_->size() : 0; }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] One& operator[](std::size_t place) { return (*all_)[place]; }
  [[nodiscard]] const One& operator[](std::size_t place) const { return (*all_)[place]; }
  [[nodiscard]] One& front() { return all_->front(); }
  [[nodiscard]] One& back() { return all_->back(); }
  One& emplace_back() { return list().emplace_back(); }
  void push_back(One one) { list().push_back(std::move(one)); }
  friend bool operator==(const Few& a, const Few& b) requires std::equality_comparable<One> {
    return std::ranges::equal(a, b);
  }

 private:
  std::vector<One>& list() {
    if (!all_) all_ = std::make_unique<std::vector<One>>();
    return *all_;
  }

  std::unique_ptr<std::vector<One>> all_;
};

}  // namespace care
