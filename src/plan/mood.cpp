#include <fmt/format.h>

#include "plan/customer_day.hpp"

namespace care {

void plan_mood(const CustomerDay& today, CustomerPlan& plan) {
  plan.strained = today.customer.mood == Mood::strained;
  if (plan.strained) {
    note(today, "R5", today.line_of(today.customer.lines.mood),
         [] { return std::string{"mood before any touch: strained"}; });
  }
  int good_in_a_row = 0;
  for (const Touch* touch : today.touches) {
    if (!touch->mood) continue;
    if (*touch->mood == Mood::strained) {
      good_in_a_row = 0;
      if (!plan.strained) {
        note(today, "R5", touch->at,
             [&] { return fmt::format("strained since {}", spoken(touch->on.day)); });
      }
      plan.strained = true;
      continue;
    }
    good_in_a_row = touch->reached ? good_in_a_row + 1 : 0;
    if (plan.strained && good_in_a_row == 2) {
      plan.strained = false;
      note(today, "R5", touch->at, [&] {
        return fmt::format("no longer strained on {}: the second good talk in a row",
                           spoken(touch->on.day));
      });
    }
  }
}

}  // namespace care
