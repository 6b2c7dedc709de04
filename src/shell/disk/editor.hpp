#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace care {

/// What $VISUAL or $EDITOR says as words: `code --wait` are two; quotes keep a path with blanks
/// together.
[[nodiscard]] std::vector<std::string> editor_words(std::string_view text);

/// The command with the file behind it, at the line where the editor is known to take one.
[[nodiscard]] std::vector<std::string> editor_command(std::vector<std::string> editor,
                                                      std::string file, std::uint32_t line);

}  // namespace care
