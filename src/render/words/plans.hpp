#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <care/report.hpp>

namespace care {

// What is said of plans (R17). Everything here comes back neutralised.

/// `welcome 1 of 2, 3 days late: Call: is everything as promised?`, and of a plan of their own
/// `grease the door rollers (visit), 3 days late`.
[[nodiscard]] std::string plan_words(const Item& item, std::string_view late);
/// `welcome 1 of 2`, or what a plan of their own is called.
[[nodiscard]] std::string plan_name_words(const Item& item);

/// A line of what is planned with somebody: where a step stands, and what it is.
struct PlannedLine {
  std::string state;  ///< `done 6 Nov`, `due Fri 27 Nov`, `not yet`
  std::string text;
};
/// Courses with their steps, then their own plans.
[[nodiscard]] std::vector<PlannedLine> planned_lines(const CallSheet& sheet);

}  // namespace care
