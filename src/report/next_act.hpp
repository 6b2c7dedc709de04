#pragma once

#include <optional>

#include <care/report.hpp>

namespace care {

/// The first later day on which something of theirs is due, and what; looks a year ahead.
[[nodiscard]] std::optional<NextAct> next_act(const Book& book, CustomerIndex customer,
                                              Moment now);

}  // namespace care
