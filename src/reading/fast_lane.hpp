#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "reading/node.hpp"

namespace care::reading {

/// A block that was read by itself, to the header that begins another or goes on with one.
struct Plain {
  const Node* root = nullptr;
  std::size_t size = 0;      ///< in bytes
  std::uint32_t line = 0;    ///< behind it
  std::uint32_t weight = 0;  ///< see most_weight
};

/// Reads a block that is written as nearly all are: headers, and lines `key = value` with a bare
/// key and a text, date, number, true, false, a list of those or an inline table on its line. Null
/// for anything else, sound or not: then the parser has the word. What it does give is what the
/// parser would give, many times as fast.
///
/// `line` is that of the first byte in the file. The nodes refer to `text`, which has to stay as
/// long as the book (Node::stays).
[[nodiscard]] Plain read_plain_start(std::string_view text, std::uint32_t line, std::uint32_t file,
                                     Pool& pool);
/// The same where the text is one block.
[[nodiscard]] const Node* read_plain(std::string_view text, std::uint32_t line, std::uint32_t file,
                                     Pool& pool);

}  // namespace care::reading
