#pragma once

#include <cmath>
#include <map>
#include <string>
#include <string_view>

// How much the colours of a page stand out from it (WCAG 2.2, 1.4.3 and 1.4.11).

namespace care::test {

inline double luminance(std::string_view hex) {
  const auto part = [&](std::size_t at, std::size_t size) {
    const int value = std::stoi(std::string{hex.substr(at, size)}, nullptr, 16);
    const double share = (size == 1 ? value * 17 : value) / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  const std::size_t size = hex.size() == 4 ? 1 : 2;
  return 0.2126 * part(1, size) + 0.7152 * part(1 + size, size) + 0.0722 * part(1 + 2 * size, size);
}

inline double contrast(std::string_view a, std::string_view b) {
  const double lighter = std::max(luminance(a), luminance(b));
  const double darker = std::min(luminance(a), luminance(b));
  return (lighter + 0.05) / (darker + 0.05);
}

using Colours = std::map<std::string, std::string>;

/// The `--name: #hex` that hold under what `media` begins with, and where that is empty, by day.
inline Colours colours_of(std::string_view css, std::string_view media) {
  Colours colours;
  std::string in;
  int depth = 0;
  for (std::size_t i = 0; i < css.size(); ++i) {
    if (css.substr(i, 6) == "@media") in = css.substr(i, css.find('{', i) - i);
    if (css[i] == '{') ++depth;
    if (css[i] == '}' && --depth == 0) in.clear();
    if (css.substr(i, 2) != "--" || css[i - 1] == '(') continue;
    const std::size_t colon = css.find(':', i);
    const std::size_t hash = css.find_first_not_of(' ', colon + 1);
    if (colon == std::string_view::npos || css[hash] != '#') continue;
    const std::string name{css.substr(i + 2, colon - i - 2)};
    const std::string value{css.substr(hash, css.find_first_of(";}", hash) - hash)};
    // What is said for all holds unless it is said again.
    if (in.empty()) colours.try_emplace(name, value);
    if (!media.empty() && in.find(media) != std::string::npos) colours[name] = value;
  }
  return colours;
}

}  // namespace care::test
