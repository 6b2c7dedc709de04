#include "import/lists.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "import/letters.hpp"

namespace care {
namespace {

/// The separator that the text begins with, else none.
std::string_view separator_at(std::string_view text, Separators separators) {
  const auto* const found =
      std::ranges::find_if(separators, [&](std::string_view one) { return text.starts_with(one); });
  return found == separators.end() ? std::string_view{} : *found;
}

/// Takes off one part that stands in quotes, if the text begins with one and nothing but a
/// separator stands behind it; its own quotes are doubled.
std::optional<std::string> take_quoted(Text& text, Separators separators) {
  std::string part;
  for (std::size_t i = 1; text.starts_with('"') && i < text.size(); ++i) {
    if (text[i] != '"') {
      part += text[i];
    } else if (text.substr(i + 1).starts_with('"')) {
      part += text[i++];
    } else {
      const Text rest = stripped(text.substr(i + 1));
      const std::string_view separator = separator_at(rest, separators);
      if (!rest.empty() && separator.empty()) return std::nullopt;
      text = rest.substr(separator.size());
      return part;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Text> listed(Text text, Separators separators) {
  std::vector<Text> all{text};
  for (const std::string_view separator : separators) {
    std::vector<Text> next;
    for (const Text one : all) {
      const std::vector<Text> own = parts(one, separator);
      next.insert(next.end(), own.begin(), own.end());
    }
    all = std::move(next);
  }
  return all;
}

std::vector<Text> quoted_list(Text text, Separators separators, TextStore& texts) {
  if (text.find('"') == Text::npos) return listed(text, separators);
  std::vector<Text> all;
  for (text = stripped(text); !text.empty(); text = stripped(text)) {
    if (const auto part = take_quoted(text, separators)) {
      all.push_back(texts.keep(*part));
      continue;
    }
    std::size_t end = 0;
    while (end < text.size() && separator_at(text.substr(end), separators).empty()) ++end;
    all.push_back(stripped(text.substr(0, end)));
    text = text.substr(end);
    text = text.substr(separator_at(text, separators).size());
  }
  return all;
}

}  // namespace care
