#include <care/text_shell.hpp>

#include <care/text.hpp>
#include <care/text_ascii.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

/// Bytes by their numbers: so they are the same in every locale of the shell.
void append_bytes(std::string& out, std::string_view bytes) {
  for (const char c : bytes) out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
}

/// In `$'…'`, which alone can say what nobody sees. A `!` would be looked up among past commands.
std::string in_dollar_quotes(std::string_view text) {
  std::string word = "$'";
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    const std::string_view bytes = text.substr(0, point.size);
    text.remove_prefix(point.size);
    if (point.value == '\n') {
      word += "\\n";
    } else if (point.value == '\t') {
      word += "\\t";
    } else if (point.value == '\'' || point.value == '\\') {
      word += '\\';
      word += bytes;
    } else if (point.value < 0 || point.value == '!' || is_invisible(point.value)) {
      append_bytes(word, bytes);
    } else {
      word += bytes;
    }
  }
  return word + '\'';
}

}  // namespace

std::string shell_word(std::string_view text) {
  const bool is_plain = !text.empty() && std::ranges::all_of(text, [](char c) {
    return is_letter_or_digit(c) || std::string_view{"@._-+/:,"}.find(c) != std::string_view::npos;
  });
  if (is_plain) return std::string{text};
  if (neutralised(text) != text) return in_dollar_quotes(text);
  if (text.find_first_of("\"\\$`!") == std::string_view::npos) {
    return '"' + std::string{text} + '"';
  }
  std::string word = "'";
  for (const char c : text) word += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return word + "'";
}

std::string shell_option(std::string_view option, std::string_view value) {
  const char between = value.starts_with('-') ? '=' : ' ';
  return fmt::format(" --{}{}{}", option, between, shell_word(value));
}

}  // namespace care
