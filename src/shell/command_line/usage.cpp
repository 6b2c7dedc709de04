#include "shell/command_line/usage.hpp"

#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace care {

std::string shown(std::string_view word) { return shortened(neutralised(word), 60); }

std::string suggestion(std::string_view typed, const std::vector<std::string_view>& known) {
  const auto near = nearest(typed, known);
  return near ? fmt::format("; did you mean {}?", neutralised(*near)) : std::string{};
}

void check_choice(std::string_view option, std::string_view typed,
                  const std::vector<std::string_view>& known) {
  if (std::ranges::find(known, typed) != known.end()) return;
  throw UsageError{fmt::format("{}: \"{}\" is not one of {}{}", option, shown(typed),
                               fmt::join(known, ", "), suggestion(typed, known))};
}

std::string either(const std::vector<std::string_view>& words) {
  return fmt::format("{} or {}", fmt::join(words.begin(), words.end() - 1, ", "), words.back());
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

}  // namespace care
