#pragma once

#include <optional>
#include <vector>

#include <care/report.hpp>

namespace care {

/// The first later day on which something of theirs is due that is not among `already`, and what;
/// looks a year ahead.
[[nodiscard]] std::optional<NextAct> next_act(const Book& book, CustomerIndex customer, Moment now,
                                              const std::vector<Item>& already);

}  // namespace care
