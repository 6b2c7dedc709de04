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
[[nodiscard]] int total(const LoadCounts& items);

/// How many items are due on each day, each on the first day on which it is due.
struct Load {
  Date from;
  std::vector<LoadCounts> days;
};
/// The load of a range of whole weeks.
[[nodiscard]] Load load_of(const Agenda& ahead);

/// One week of it: its days in words, and how many of each kind.
struct WeekLoad {
  std::string first_day;  ///< `23 Nov`
  std::string days;       ///< `23 Nov to 29 Nov`
  LoadCounts items{};
};
[[nodiscard]] std::vector<WeekLoad> weeks_of(const Load& load);

/// `3 requests`, `1 follow-up`, for each kind that there is.
[[nodiscard]] std::vector<std::string> count_words(const LoadCounts& items);

}  // namespace care
