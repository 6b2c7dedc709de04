#pragma once

#include <string>

#include <care/import.hpp>

namespace care {

/// What an import found, for whoever decides whether it is to be written: counts, then what needs a
/// look, each with FILE:LINE.
[[nodiscard]] std::string render(const Import& import);

}  // namespace care
