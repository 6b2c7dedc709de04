#pragma once

#include <string_view>

#include "reading/blocks.hpp"

namespace care::reading {

class Drafting;

/// Cuts the text at its top-level tables, in one pass that knows strings, comments and brackets.
/// Where a string or bracket is not closed, a line that can only be the header of a known table
/// ends it, so that it costs its own table and no other.
///
/// What `drafting` takes is read in passing and is not a block.
[[nodiscard]] Blocks cut(std::string_view text, Drafting* drafting = nullptr);

}  // namespace care::reading
