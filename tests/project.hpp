#pragma once

#include <filesystem>

namespace care::test {

/// Where the project's sources stand, on the machine that built the tests.
[[nodiscard]] std::filesystem::path project_directory();

}  // namespace care::test
