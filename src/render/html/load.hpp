#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <care/agenda.hpp>

namespace care {

/// Kinds of items as a chart shows them, few enough to tell apart.
inline constexpr std::array<std::string_view, 5> load_kinds{"requests", "promises", "occasions",
                                                            "thanks", "follow-ups"};
/// How many items of each.
using LoadCounts = std::array<int, load_kinds.size()>;

/// How many items are due on each day of whole weeks.
[[nodiscard]] std::vector<LoadCounts> load_of(const DueAhead& ahead);
/// The same week by week.
[[nodiscard]] std::vector<LoadCounts> weeks_of(const std::vector<LoadCounts>& days);

/// The load of the coming weeks as a figure: an inline SVG with a column a day, stacked by kind in
/// the classes `k0` to `k4`, its numbers as a description for those who cannot see it, and a
/// legend. Nothing where nothing is due.
[[nodiscard]] std::string load_figure(const DueAhead& ahead);

}  // namespace care
