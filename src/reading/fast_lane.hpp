#pragma once

#include <cstdint>
#include <string_view>

#include "reading/node.hpp"

namespace care::reading {

/// Reads a block that is written as nearly all are: headers, and lines `key = value` with a bare
/// key and a text, date, number, true, false, a list of those or an inline table on its line. Null
/// for anything else, sound or not: then the parser has the word. What it does give is what the
/// parser would give, many times as fast.
///
/// `line` is that of the first byte in the file. The nodes refer to `text`, which has to be UTF-8
/// and to stay as long as the book (Node::stays).
[[nodiscard]] const Node* read_plain(std::string_view text, std::uint32_t line, std::uint32_t file,
                                     Pool& pool);

}  // namespace care::reading
