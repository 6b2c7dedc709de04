#pragma once

#include "reading/headers.hpp"
#include "reading/node.hpp"
#include "reading/reader.hpp"

namespace care::reading {

/// Reads one table and adds what it says to the book; what it says wrong becomes problems.
using ReadTable = void (*)(Reader& in, const Node& table);
/// Null for `root` and `other`.
[[nodiscard]] ReadTable reader_of(Table table);

/// Tables are read in five rounds, each kind after those that it refers to.
inline constexpr unsigned rounds = 5;
/// In which contacts and events are read that were learned; then they stand behind the customer's
/// own.
inline constexpr unsigned round_of_people = 2;
[[nodiscard]] unsigned round_of(Table table);

/// Reads the tables of one kind that stand in a parsed block.
void read_root(Reader& in, const Node& root, Table table);
/// Reads those of round 0, and reports what nobody knows.
void read_root_first(Reader& in, const Node& root);
/// How many tables of a kind stand in it.
[[nodiscard]] std::size_t count_tables(const Node& root, Table table);

}  // namespace care::reading
