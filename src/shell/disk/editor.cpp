#include "shell/disk/editor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace care {

std::vector<std::string> editor_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  char quote = '\0';
  bool inside = false;
  for (const char c : text) {
    if (quote != '\0') {
      if (c == quote) {
        quote = '\0';
      } else {
        word += c;
      }
    } else if (c == '"' || c == '\'') {
      quote = c;
      inside = true;
    } else if (c == ' ' || c == '\t') {
      if (inside) words.push_back(std::move(word));
      word.clear();
      inside = false;
    } else {
      word += c;
      inside = true;
    }
  }
  if (inside) words.push_back(std::move(word));
  return words;
}

std::vector<std::string> editor_command(std::vector<std::string> editor, std::string file,
                                        std::uint32_t line) {
  constexpr std::array<std::string_view, 4> with_goto{"code", "code-insiders", "codium", "cursor"};
  constexpr std::array<std::string_view, 4> with_colon{"subl", "hx", "helix", "zed"};
  constexpr std::array<std::string_view, 2> with_option{"kate", "kwrite"};
  if (file.starts_with('-') || file.starts_with('+')) file.insert(0, "./");
  const std::string& program = editor.front();
  const std::string_view name = std::string_view{program}.substr(program.rfind('/') + 1);
  const auto is_one_of = [&](const auto& names) {
    return std::ranges::find(names, name) != names.end();
  };
  if (is_one_of(with_goto)) {
    editor.insert(editor.end(), {"--goto", fmt::format("{}:{}", file, line)});
  } else if (is_one_of(with_colon)) {
    editor.push_back(fmt::format("{}:{}", file, line));
  } else if (is_one_of(with_option)) {
    editor.insert(editor.end(), {"--line", fmt::format("{}", line), file});
  } else {
    editor.insert(editor.end(), {fmt::format("+{}", line), file});
  }
  return editor;
}

}  // namespace care
