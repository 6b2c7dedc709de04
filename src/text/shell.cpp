#include <care/text_shell.hpp>

#include <algorithm>

#include <care/text.hpp>
#include <care/text_ascii.hpp>

namespace care {
namespace {

bool is_plain(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return is_letter_or_digit(c) || std::string_view{"@._-+/:,"}.find(c) != std::string_view::npos;
  });
}

/// With a backslash before what `$'…'` would take for something else.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '\'') out += '\\';
    if (c == '\t') {
      out += "\\t";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string shell_word(std::string_view text) {
  if (is_plain(text)) return std::string{text};
  if (neutralised(text) != text) return "$'" + neutralised(escaped(text)) + "'";
  if (text.find_first_of("\"\\$`!") == std::string_view::npos) return '"' + std::string{text} + '"';
  std::string word = "'";
  for (const char c : text) word += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return word + "'";
}

std::string shell_option(std::string_view option, std::string_view value) {
  std::string out = " --";
  out += option;
  out += value.starts_with('-') ? '=' : ' ';
  return out + shell_word(value);
}

}  // namespace care
