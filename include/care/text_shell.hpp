#pragma once

#include <string>
#include <string_view>

namespace care {

/// The text as one word of a shell's command line: as it is where that is a word, else in quotes;
/// with line ends or signs that a terminal must not see, as `$'…'` (bash, zsh; POSIX.1-2024).
[[nodiscard]] std::string shell_word(std::string_view text);

/// ` --option WORD`; `--option=WORD` where the word would be taken for an option.
[[nodiscard]] std::string shell_option(std::string_view option, std::string_view value);

}  // namespace care
