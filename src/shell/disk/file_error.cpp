#include "shell/disk/file_error.hpp"

#include <care/text.hpp>

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

namespace care {

void fail(const std::string& path, std::string_view why) {
  throw FileError{fmt::format("{}: {}", neutralised(path), why)};
}

std::string last_error() { return std::error_code{errno, std::generic_category()}.message(); }

}  // namespace care
