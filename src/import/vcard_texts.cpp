#include <algorithm>
#include <cstddef>
#include <optional>

#include <care/text.hpp>

#include "import/letters.hpp"
#include "import/vcard.hpp"

namespace care {
namespace {

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return std::nullopt;
}

/// A `=` that is not a code stays as it is.
std::string from_quoted_printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '=' && i + 2 < text.size()) {
      const auto high = hex_digit(text[i + 1]);
      const auto low = hex_digit(text[i + 2]);
      if (high && low) {
        out += static_cast<char>(*high * 16 + *low);
        i += 2;
        continue;
      }
    }
    if (text[i] == '=' && i + 1 == text.size()) break;
    out += text[i];
  }
  return out;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const auto value = letters.find(c);
    if (value == std::string_view::npos) continue;
    bits = (bits << 6U | static_cast<unsigned>(value)) & 0xffffffU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xffU);
  }
  return out;
}

/// `\,` `\;` `\:` `\n` and `\\`; any other backslash is a letter. Line ends become `\n`.
void append_unescaped(std::string& out, std::string_view text) {
  const bool has_returns = text.find('\r') != std::string_view::npos;
  while (true) {
    const std::size_t stop = has_returns ? text.find_first_of("\\\r") : text.find('\\');
    out += text.substr(0, stop);
    if (stop == std::string_view::npos) return;
    const char next = stop + 1 < text.size() ? text[stop + 1] : '\0';
    std::size_t used = 2;
    if (text[stop] == '\r') {
      out += '\n';
      if (next != '\n') used = 1;
    } else if (next == 'n' || next == 'N') {
      out += '\n';
    } else if (next != '\0' && std::string_view{",;:\\\""}.find(next) != std::string_view::npos) {
      out += next;
    } else {
      out += '\\';
      used = 1;
    }
    text.remove_prefix(stop + used);
  }
}

bool needs_unescaping(std::string_view text) {
  return text.find('\\') != std::string_view::npos || text.find('\r') != std::string_view::npos;
}

/// Behind the next separator that is not escaped, or the end.
std::size_t end_of_part(std::string_view text, char separator) {
  const std::size_t first = text.find(separator);
  if (text.substr(0, first).find('\\') == std::string_view::npos) {
    return std::min(first, text.size());
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == separator) {
      return i;
    }
  }
  return text.size();
}

}  // namespace

bool CardTexts::is_utf8(const CardProperty& property) const {
  return property.charset.empty() && (is_utf8_ || !find_invalid_utf8(property.value));
}

std::string CardTexts::in_utf8(std::string_view bytes, const CardProperty& property) {
  const std::string_view charset = property.charset;
  Decoded decoded = care::decoded(bytes, charset);
  if (decoded.has_lost) {
    has_lost_ = true;
    trouble_ = std::string{property.name} +
               " has bytes that no character set explains; they became U+FFFD";
  } else if (!decoded.guessed.empty() && !charset.empty() && trouble_.empty()) {
    trouble_ = std::string{property.name} + ": character set " + std::string{charset} +
               " does not fit; read as " + decoded.guessed;
  } else if (!decoded.guessed.empty()) {
    guessed_ = decoded.guessed;
  }
  return std::move(decoded.text);
}

Text CardTexts::unescaped(std::string_view text, bool stays) {
  if (!needs_unescaping(text)) return stays ? text : texts_.keep(text);
  plain_.clear();
  append_unescaped(plain_, text);
  return texts_.keep(plain_);
}

Text CardTexts::text(const CardProperty& property) {
  if (property.is_quoted_printable()) {
    return unescaped(in_utf8(from_quoted_printable(property.value), property), false);
  }
  if (property.is_base64()) return texts_.keep(in_utf8(from_base64(property.value), property));
  if (is_utf8(property)) return unescaped(property.value, !property.is_joined);
  return unescaped(in_utf8(property.value, property), false);
}

std::vector<Text>& CardTexts::split(const CardProperty& property, char separator) {
  const bool is_quoted_printable = property.is_quoted_printable();
  // Where bytes are written as codes, separators are found before those are read, else after.
  std::string converted;
  std::string_view rest = property.value;
  bool stays = !property.is_joined;
  if (!is_quoted_printable && (property.is_base64() || !is_utf8(property))) {
    converted =
        property.is_base64() ? in_utf8(from_base64(rest), property) : in_utf8(rest, property);
    rest = converted;
    stays = false;
  }
  parts_.clear();
  if (stays && !is_quoted_printable && !needs_unescaping(rest)) {
    for (std::size_t end = rest.find(separator); end < rest.size(); end = rest.find(separator)) {
      parts_.push_back(stripped(rest.substr(0, end)));
      rest.remove_prefix(end + 1);
    }
    parts_.push_back(stripped(rest));
    return parts_;
  }
  while (true) {
    const std::size_t end = end_of_part(rest, separator);
    const std::string_view part = rest.substr(0, end);
    parts_.push_back(stripped(is_quoted_printable
                                  ? unescaped(in_utf8(from_quoted_printable(part), property), false)
                                  : unescaped(part, stays)));
    if (end == rest.size()) return parts_;
    rest.remove_prefix(end + 1);
  }
}

}  // namespace care
