#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace care {

/// A file that could not be read or written; `what` says which, why, and what helps.
struct FileError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Throws FileError: the path, neutralised, and why.
[[noreturn]] void fail(const std::string& path, std::string_view why);

/// What the system says of the last failed call.
[[nodiscard]] std::string last_error();

}  // namespace care
