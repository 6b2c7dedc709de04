#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include <care/text.hpp>

// Whether a rendering is what its format promises.

namespace care::test {

/// Whether every character is visible, apart from the given line end (empty: none).
inline bool is_visible(std::string_view text, std::string_view line_end) {
  while (!text.empty()) {
    if (text[0] >= ' ' && text[0] <= '~') {
      text.remove_prefix(1);
      continue;
    }
    if (!line_end.empty() && text.starts_with(line_end)) {
      text.remove_prefix(line_end.size());
      continue;
    }
    const CodePoint point = first_code_point(text);
    if (point.value < 0 || is_invisible(point.value)) return false;
    text.remove_prefix(point.size);
  }
  return true;
}

/// The rest of a text after one JSON value (RFC 8259); nothing where none stands there.
inline std::optional<std::string_view> after_json(std::string_view text);

inline std::string_view skipped(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \n"), text.size()));
}

inline std::optional<std::string_view> after_json_string(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"') return skipped(text.substr(i + 1));
    if (static_cast<unsigned char>(text[i]) < ' ') return std::nullopt;
    if (text[i] != '\\') continue;
    ++i;
    if (i == text.size()) return std::nullopt;
    if (text[i] == 'u') {
      if (text.substr(i + 1, 4).find_first_not_of("0123456789abcdef") != std::string_view::npos) {
        return std::nullopt;
      }
    } else if (std::string_view{"\"\\nt"}.find(text[i]) == std::string_view::npos) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

/// Members or elements up to the closing bracket.
inline std::optional<std::string_view> after_json_list(std::string_view text, char close) {
  text = skipped(text.substr(1));
  if (text.starts_with(close)) return skipped(text.substr(1));
  while (true) {
    if (close == '}') {
      if (!text.starts_with('"')) return std::nullopt;
      const auto name = after_json_string(text);
      if (!name || !name->starts_with(':')) return std::nullopt;
      text = skipped(name->substr(1));
    }
    const auto value = after_json(text);
    if (!value || value->empty()) return std::nullopt;
    text = skipped(value->substr(1));
    if (value->front() == close) return text;
    if (value->front() != ',') return std::nullopt;
  }
}

inline std::optional<std::string_view> after_json(std::string_view text) {
  if (text.starts_with('{')) return after_json_list(text, '}');
  if (text.starts_with('[')) return after_json_list(text, ']');
  if (text.starts_with('"')) return after_json_string(text);
  for (const std::string_view word : {"true", "false", "null"}) {
    if (text.starts_with(word)) return skipped(text.substr(word.size()));
  }
  const std::size_t end = std::min(text.find_first_not_of("-0123456789.e+"), text.size());
  if (end == 0) return std::nullopt;
  return skipped(text.substr(end));
}

}  // namespace care::test
