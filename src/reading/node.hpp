#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <care/book.hpp>

namespace care::reading {

enum class ValueKind : std::uint8_t {
  text,
  integer,
  real,
  boolean,
  date,
  moment,         ///< a date with a time, local
  offset_moment,  ///< a date with a time and a zone
  time,
  list,
  table
};

/// A value, its key or that of the list it stands in, and where both are (the key of an element:
/// nowhere).
struct Node {
  ValueKind kind = ValueKind::table;
  bool truth = false;
  bool stays = false;  ///< the bytes of its key and text live as long as the book
  Position key_at;
  Position at;
  std::string_view key;
  std::string_view text;
  std::int64_t integer = 0;
  double real = 0;
  When when;
  const Node* first = nullptr;  ///< of a list or table
  const Node* next = nullptr;   ///< in the list or table that this one stands in

  class Iterator {
   public:
    explicit Iterator(const Node* node) : node_{node} {}
    const Node& operator*() const { return *node_; }
    Iterator& operator++() {
      node_ = node_->next;
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const Node* node_;
  };
  [[nodiscard]] Iterator begin() const { return Iterator{first}; }
  [[nodiscard]] static Iterator end() { return Iterator{nullptr}; }
};

/// Nodes that stay where they are, and are used again for the next block.
class Pool {
 public:
  [[nodiscard]] Node& add() {
    if (used_ == chunks_.size() * chunk_size)
      chunks_.push_back(std::make_unique<std::array<Node, chunk_size>>());
    Node& node = (*chunks_[used_ / chunk_size])[used_ % chunk_size];
    ++used_;
    node = Node{};
    return node;
  }
  /// A text for a node that does not stand in the block as it reads.
  [[nodiscard]] std::string& add_text() { return texts_.emplace_back(); }

  void clear() {
    used_ = 0;
    if (!texts_.empty()) texts_.clear();
    if (chunks_.size() > most_kept) chunks_.resize(most_kept);
  }

 private:
  static constexpr std::size_t chunk_size = 64;
  static constexpr std::size_t most_kept = 64;
  std::vector<std::unique_ptr<std::array<Node, chunk_size>>> chunks_;
  std::deque<std::string> texts_;
  std::size_t used_ = 0;
};

}  // namespace care::reading
