#pragma once

#include <string>
#include <string_view>

namespace care {

/// A name on the left and what it means on the right.
struct HelpLine {
  std::string name, text;
};

/// Two examples of a command, a line each; of `care` itself where it is empty.
[[nodiscard]] std::string_view examples_of(std::string_view command);

}  // namespace care
