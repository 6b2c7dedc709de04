#include "shell/usage.hpp"

#include <care/text.hpp>

#include <fmt/format.h>

namespace care {

std::string shown(std::string_view word) { return shortened(neutralised(word), 60); }

std::string suggestion(std::string_view typed, const std::vector<std::string_view>& known) {
  const auto near = nearest(typed, known);
  return near ? fmt::format("; did you mean {}?", neutralised(*near)) : std::string{};
}

}  // namespace care
