#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "reading/blocks.hpp"
#include "reading/node.hpp"

namespace care::reading {

/// What the parser says of a text that is not TOML: where, counted within the text, and its words.
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

  /// Nothing if all went well. The text has to be UTF-8, and stays referred to; its block is none
  /// of `Blocks::refused`.
  [[nodiscard]] std::optional<Refusal> parse(const BlockText& text, std::uint32_t file);
  [[nodiscard]] const Node& root() const;

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace care::reading
