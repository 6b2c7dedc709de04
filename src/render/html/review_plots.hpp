#pragma once

#include <string>

#include "render/words/review.hpp"

namespace care {

// The plots of a review as inline SVG, each with its numbers as a text for those who cannot see it.

/// How good a measure is, above the same of the period before.
[[nodiscard]] std::string measure_svg(const MeasureWords& measure);
/// How many customers there are in all, or were.
[[nodiscard]] int total_of(const std::vector<StateWords>& states, bool before);
/// How many customers are in each state, side by side; `when`: as its words begin.
[[nodiscard]] std::string states_svg(const std::vector<StateWords>& states, bool before,
                                     std::string_view when);
/// The contacts that a rhythm asks for, and how many there were below it; `most`: of the widest.
[[nodiscard]] std::string load_svg(const LoadWords& load, double most);
/// Contacts a week over the last year, by owner, with a legend. Nothing where there was none.
[[nodiscard]] std::string weeks_figure(const Review& review);

}  // namespace care
