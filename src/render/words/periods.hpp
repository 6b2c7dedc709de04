#pragma once

#include <string>

#include <care/review.hpp>

namespace care {

// How a person reads a period.

/// `26 August to 23 November 2026`; of whole months `October 2026`, `July to September 2026`; of a
/// whole year `2026`.
[[nodiscard]] std::string period_words(Period period);
/// The same without a year that is that of `beside`, which stands next to it.
[[nodiscard]] std::string period_words(Period period, Period beside);
/// `the month before`, where both are whole ones; `the 90 days before`.
[[nodiscard]] std::string before_words(Period period, Period previous);

}  // namespace care
