#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace care {

/// By what two numbers are the same: the last nine digits; empty for fewer than seven.
[[nodiscard]] std::string phone_key(std::string_view number);

/// The numbers of a text that has something between them which may stand between two.
[[nodiscard]] std::vector<std::string_view> several_numbers(std::string_view text);

/// Calls `visit` with each number of a text: `+49 30 1234577 / +49 171 1234560` are two. Nearly
/// every text is one.
template <class Visit>
void for_each_number(std::string_view text, const Visit& visit) {
  const auto may_separate = [](char c) { return c == ',' || c == '/' || c == '\n'; };
  if (std::ranges::none_of(text, may_separate)) return visit(text);
  for (const std::string_view number : several_numbers(text)) visit(number);
}

}  // namespace care
