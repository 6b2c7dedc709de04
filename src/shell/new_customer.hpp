#pragma once

#include "shell/session.hpp"

namespace care {

/// The customer whom `care add` describes. UsageError where something of it is not right, or
/// somebody alike is in the book already.
[[nodiscard]] Customer make_customer(const Arguments& arguments, Book& book, Moment now);

}  // namespace care
