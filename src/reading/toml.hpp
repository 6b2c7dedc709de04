#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <care/book.hpp>

#include "reading/blocks.hpp"

namespace care::reading {

enum class Kind : std::uint8_t {
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
  Kind kind = Kind::table;
  bool truth = false;
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

/// What the parser says of a text that is no TOML: where, counted within the text, and its words.
struct Refusal {
  Place at;
  std::string said;
};

/// A block, parsed. Its nodes and their texts live until the next `parse`.
class Document {
 public:
  Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  /// Nothing if all went well; the text must pass the limits of `Blocks::too_deep`.
  [[nodiscard]] std::optional<Refusal> parse(const BlockText& text, std::uint32_t file);
  [[nodiscard]] const Node& root() const;

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace care::reading
