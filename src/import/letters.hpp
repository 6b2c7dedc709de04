#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <care/text_ascii.hpp>

namespace care {

// Small things that all readers of people's data do to texts.

/// Without blanks and line ends at either end, no-break blanks included.
[[nodiscard]] std::string_view stripped_of_any(std::string_view text);
[[nodiscard]] inline std::string_view stripped(std::string_view text) {
  // Most texts begin and end with a letter.
  const auto is_inner = [](char c) { return c > ' ' && static_cast<unsigned char>(c) < 0x80; };
  const bool is_bare = !text.empty() && is_inner(text.front()) && is_inner(text.back());
  return is_bare ? text : stripped_of_any(text);
}
/// Equal, but for the case of ASCII letters.
[[nodiscard]] bool same_word(std::string_view a, std::string_view b);
[[nodiscard]] std::string digits_of(std::string_view text);
/// The parts between the separators, trimmed; empty ones left out.
[[nodiscard]] std::vector<std::string_view> parts(std::string_view text,
                                                  std::string_view separator);
/// Those that are not empty, with the separator between.
[[nodiscard]] std::string joined_parts(std::span<const std::string_view> texts,
                                       std::string_view separator);
[[nodiscard]] inline std::string joined_parts(std::initializer_list<std::string_view> texts,
                                              std::string_view separator) {
  return joined_parts(std::span{texts.begin(), texts.size()}, separator);
}
[[nodiscard]] std::string joined_parts(const std::vector<std::string>& texts,
                                       std::string_view separator);
/// Whether the word is one of several with blanks between.
[[nodiscard]] bool has_word(std::string_view words, std::string_view word);
/// A further line below what is there.
void add_line(std::string& text, std::string_view line);

/// Letters and digits alone, letter case and accents set aside: `E-Mail 1 - Wert` is `email1wert`.
[[nodiscard]] std::string plain(std::string_view heading);
/// A key for `[customer.extra]`: `# Cars` is `cars`, `Lead Status` is `lead_status`.
[[nodiscard]] std::string extra_key(std::string_view heading);

}  // namespace care
