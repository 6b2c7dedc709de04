#pragma once

#include "reading/headers.hpp"
#include "reading/node.hpp"
#include "reading/reader.hpp"

namespace care::reading {

/// Reads one table and adds what it says to the book; what it says wrong becomes problems.
using ReadTable = void (*)(Reader& in, const Node& table);
/// Null for `root` and `other`.
[[nodiscard]] ReadTable reader_of(Table table);

/// Tables are read in four rounds, each kind after those that it refers to.
inline constexpr unsigned rounds = 4;
[[nodiscard]] unsigned round_of(Table table);

/// Reads the tables of one round that stand in a parsed block; round 0 also reports what nobody
/// knows.
void read_root(Reader& in, const Node& root, unsigned round);

}  // namespace care::reading
