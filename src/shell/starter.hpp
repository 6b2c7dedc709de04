#pragma once

#include <string>

#include <care/calendar.hpp>

namespace care {

/// The commented book that `care init` writes: each table by example, with dates around `today`,
/// so that its first agenda has something to say.
[[nodiscard]] std::string starter_book(Date today);

}  // namespace care
