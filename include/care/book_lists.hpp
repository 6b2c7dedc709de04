#pragma once

#include <algorithm>
#include <atomic>
#include <compare>
#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <iterator>
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
    if (has_many()) shared().lists.fetch_add(1, std::memory_order_relaxed);
  }
  Texts(Texts&& other) noexcept : held_{std::exchange(other.held_, {})} {}
  Texts& operator=(Texts other) noexcept {
    std::swap(held_, other.held_);
    return *this;
  }
  ~Texts() {
    if (has_many() && shared().lists.fetch_sub(1, std::memory_order_acq_rel) == 1) {
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
  /// What stands before several texts: how many lists have them, of several threads too.
  struct Shared {
    mutable std::atomic<std::size_t> lists;
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

/// A list that most records have nothing in. Copies share it until one is changed, and then all but
/// the part of it that is: many facts about many contacts make many lists of many.
template <class One>
class Few {
  static constexpr std::size_t part_size = 32;

 public:
  template <class List, class Value>
  class Iterator {
   public:
    using value_type = One;
    using difference_type = std::ptrdiff_t;
    using reference = Value&;
    using pointer = Value*;
    using iterator_category = std::random_access_iterator_tag;

    Iterator() = default;
    Iterator(List* list, std::size_t place) : list_{list}, place_{place} {}

    Value& operator*() const { return (*list_)[place_]; }
    Value* operator->() const { return &**this; }
    Value& operator[](std::ptrdiff_t ahead) const { return *(*this + ahead); }
    Iterator& operator+=(std::ptrdiff_t ahead) {
      place_ += static_cast<std::size_t>(ahead);
      return *this;
    }
    Iterator& operator-=(std::ptrdiff_t back) { return *this += -back; }
    Iterator& operator++() { return *this += 1; }
    Iterator& operator--() { return *this += -1; }
    Iterator operator++(int) { return std::exchange(*this, *this + 1); }
    Iterator operator--(int) { return std::exchange(*this, *this - 1); }
    friend Iterator operator+(Iterator at, std::ptrdiff_t ahead) { return at += ahead; }
    friend Iterator operator+(std::ptrdiff_t ahead, Iterator at) { return at += ahead; }
    friend Iterator operator-(Iterator at, std::ptrdiff_t back) { return at -= back; }
    friend std::ptrdiff_t operator-(const Iterator& a, const Iterator& b) {
      return static_cast<std::ptrdiff_t>(a.place_ - b.place_);
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.place_ == b.place_; }
    friend auto operator<=>(const Iterator& a, const Iterator& b) { return a.place_ <=> b.place_; }

   private:
    List* list_ = nullptr;
    std::size_t place_ = 0;
  };

  Few() = default;
  Few(std::initializer_list<One> all) {
    for (const One& one : all) push_back(one);
  }

  [[nodiscard]] auto begin() { return Iterator<Few, One>{this, 0}; }
  [[nodiscard]] auto end() { return Iterator<Few, One>{this, size()}; }
  [[nodiscard]] auto begin() const { return Iterator<const Few, const One>{this, 0}; }
  [[nodiscard]] auto end() const { return Iterator<const Few, const One>{this, size()}; }
  [[nodiscard]] std::size_t size() const {
    if (!all_) return 0;
    const auto& more = all_->more;
    return all_->first.size() +
           (more.empty() ? 0 : (more.size() - 1) * part_size + more.back()->size());
  }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] One& operator[](std::size_t place) {
    Parts& parts = own(all_);
    if (place < part_size) return parts.first[place];
    return own(parts.more[place / part_size - 1])[place % part_size];
  }
  [[nodiscard]] const One& operator[](std::size_t place) const {
    if (place < part_size) return all_->first[place];
    return (*all_->more[place / part_size - 1])[place % part_size];
  }
  [[nodiscard]] One& front() { return (*this)[0]; }
  [[nodiscard]] One& back() { return (*this)[size() - 1]; }
  One& emplace_back() {
    Parts& parts = own(all_);
    if (parts.first.size() < part_size) return parts.first.emplace_back();
    if (parts.more.empty() || parts.more.back()->size() == part_size) parts.more.emplace_back();
    return own(parts.more.back()).emplace_back();
  }
  void push_back(One one) { emplace_back() = std::move(one); }
  friend bool operator==(const Few& a, const Few& b) requires std::equality_comparable<One> {
    return std::ranges::equal(a, b);
  }

 private:
  using Part = std::vector<One>;
  struct Parts {
    Part first;
    std::vector<std::shared_ptr<Part>> more;  ///< each full but the last
  };

  /// For a change: this list's alone.
  template <class Shared>
  static Shared& own(std::shared_ptr<Shared>& shared) {
    if (!shared) shared = std::make_shared<Shared>();
    if (shared.use_count() > 1) shared = std::make_shared<Shared>(*shared);
    return *shared;
  }

  std::shared_ptr<Parts> all_;
};

}  // namespace care
