#pragma once

#include <cstddef>
#include <string_view>

namespace care {

/// Where the words end that begin at `from` and stay on one line: a date, or a number and what it
/// counts time, money or shares in. Not more than `most` bytes, unless a word is longer.
[[nodiscard]] std::size_t end_of_unit(std::string_view text, std::size_t from,
                                      std::size_t most = std::string_view::npos);
/// The same of a command that a sentence names, `: care show ID`, so that it can be copied;
/// `before` is the last character before it, or none. `from` where there is no command.
[[nodiscard]] std::size_t end_of_command(std::string_view text, std::size_t from, char before);

}  // namespace care
