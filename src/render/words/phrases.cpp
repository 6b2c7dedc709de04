#include "render/words/phrases.hpp"

#include <care/text.hpp>

#include <fmt/format.h>

namespace care {

std::string quoted(std::string_view text) { return fmt::format("\"{}\"", neutralised(text)); }

std::string listed(const std::vector<std::string_view>& texts) {
  return neutralised(fmt::format("{}", fmt::join(texts, ", ")));
}

std::string enumerated(const std::vector<std::string>& names) {
  if (names.size() < 2) return fmt::format("{}", fmt::join(names, ""));
  return fmt::format("{} and {}", fmt::join(names.begin(), names.end() - 1, ", "), names.back());
}

std::string counted(int count, std::string_view one, std::string_view several) {
  return fmt::format("{} {}", count, count == 1 ? one : several);
}

std::string capitalised(std::string text) {
  const bool is_small = !text.empty() && text.front() >= 'a' && text.front() <= 'z';
  if (is_small) text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

}  // namespace care
