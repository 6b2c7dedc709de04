#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace care {

/// A command line that cannot be carried out; `what` says why, and what to write instead.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A word that was typed, as messages show it.
[[nodiscard]] std::string shown(std::string_view word);

/// `; did you mean x?` where one of the words is near.
[[nodiscard]] std::string suggestion(std::string_view typed,
                                     const std::vector<std::string_view>& known);

/// Throws UsageError with the nearest where the text is none of the words.
void check_choice(std::string_view option, std::string_view typed,
                  const std::vector<std::string_view>& known);

/// `bash, zsh or fish`
[[nodiscard]] std::string either(const std::vector<std::string_view>& words);

/// The words with blanks between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& words);

}  // namespace care
