#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <new>
#include <span>
#include <utility>
#include <vector>

#include <care/book_texts.hpp>

namespace care {

// The lists of a book are mostly of nothing or of one. Memory that is touched for the first time
// costs more than to read what fills it, so these take little.

/// A list of texts; a single one takes no memory besides, and copies share theirs: no text of a
/// list ever changes.
class Texts {
 public:
  Texts() = default;
  Texts(std::initializer_list<Text> texts)
      : Texts{std::span<const Text>{texts.begin(), texts.size()}} {}
  explicit Texts(std::span<const Text> texts) {
    if (texts.size() == 1) held_ = texts.front();
    if (texts.size() < 2) return;
    auto all = std::make_unique<char[]>((texts.size() + 1) * sizeof(Text));
    new (all.get()) Shared{1};
    std::uninitialized_copy(texts.begin(), texts.end(),
                            reinterpret_cast<Text*>(all.get() + sizeof(Text)));
    held_ = {all.release() + sizeof(Text), texts.size() | is_many};
  }
  Texts(const Texts& other) : held_{other.held_} {
    if (has_many()) ++shared().lists;
  }
  Texts(Texts&& other) noexcept : held_{std::exchange(other.held_, {})} {}
  Texts& operator=(Texts other) noexcept {
    std::swap(held_, other.held_);
    return *this;
  }
  ~Texts() {
    if (has_many() && --shared().lists == 0) {
      const std::unique_ptr<const char[]> all{held_.data() - sizeof(Text)};
    }
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
  /// The first so many of at least two.
  [[nodiscard]] Texts first(std::size_t count) const {
    if (count < 2) return Texts{std::span<const Text>{begin(), count}};
    Texts some{*this};
    some.held_ = {held_.data(), count | is_many};
    return some;
  }
  friend bool operator==(const Texts& a, const Texts& b) { return std::ranges::equal(a, b); }

 private:
  static constexpr std::size_t is_many = ~(~std::size_t{} >> 1U);
  [[nodiscard]] bool has_many() const { return (held_.size() & is_many) != 0; }
  /// What stands before several texts: how many lists have them.
  struct Shared {
    mutable std::size_t lists;
  };
  static_assert(sizeof(Shared) <= sizeof(Text));
  [[nodiscard]] const Shared& shared() const {
    return *reinterpret_cast<const Shared*>(held_.data() - sizeof(Text));
  }

  /// The only text; or, with `is_many` in its size, where so many stand.
  Text held_;
};

/// The first of a list, nothing of an empty one.
[[nodiscard]] inline Text first_of(const Texts& texts) {
  return texts.empty() ? Text{} : texts.front();
}

/// A list that most records have nothing in. Copies share it until one is changed.
template <class One>
class Few {
 public:
  Few() = default;
  Few(std::initializer_list<One> all) : all_{std::make_shared<std::vector<One>>(all)} {}

  [[nodiscard]] One* begin() { return all_ ? own().data() : nullptr; }
  [[nodiscard]] One* end() { return begin() + size(); }
  [[nodiscard]] const One* begin() const { return all_ ? all_->data() : nullptr; }
  [[nodiscard]] const One* end() const { return begin() + size(); }
  [[nodiscard]] std::size_t size() const { return all_ ? all_->size() : 0; }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] One& operator[](std::size_t place) { return own()[place]; }
  [[nodiscard]] const One& operator[](std::size_t place) const { return (*all_)[place]; }
  [[nodiscard]] One& front() { return own().front(); }
  [[nodiscard]] One& back() { return own().back(); }
  One& emplace_back() { return own().emplace_back(); }
  void push_back(One one) { own().push_back(std::move(one)); }
  friend bool operator==(const Few& a, const Few& b) requires std::equality_comparable<One> {
    return std::ranges::equal(a, b);
  }

 private:
  /// For a change: this list's alone.
  std::vector<One>& own() {
    if (!all_) all_ = std::make_shared<std::vector<One>>();
    if (all_.use_count() > 1) all_ = std::make_shared<std::vector<One>>(*all_);
    return *all_;
  }

  std::shared_ptr<std::vector<One>> all_;
};

}  // namespace care
