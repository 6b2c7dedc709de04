#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace care {

// The words of a command line before they are parsed: what people leave out, and what would be
// taken for something else.

/// Whether an option has a value, and needs it.
enum class Arity { unknown, none, optional, needed };
using ArityOf = std::function<Arity(const std::string& option)>;

/// `-x`, `--option`; a lone `-` is none.
[[nodiscard]] bool is_option(const std::string& word);

/// The command among the words, at its place; nothing where none is given (`care` = `care today`).
[[nodiscard]] std::optional<std::size_t> command_place(const std::vector<std::string>& words,
                                                       const ArityOf& arity_of);

/// Makes one word of `--due 1 Dec` and `--on fri 15:30`: of as many as are a day together.
void join_days(std::vector<std::string>& words);

/// Throws UsageError where an option lacks the value that it needs, or where nobody could tell
/// whether the word behind it is its value.
void check_values(const std::vector<std::string>& words, const ArityOf& arity_of);

}  // namespace care
