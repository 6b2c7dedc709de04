#include <fmt/format.h>

#include "plan/facts.hpp"

namespace care {

void plan_mood(const Facts& facts, CustomerPlan& plan) {
  plan.strained = facts.customer.mood == Mood::strained;
  if (plan.strained) {
    note(facts, "R5", facts.line_of(facts.customer.lines.mood),
         [] { return std::string{"mood before any touch: strained"}; });
  }
  int good_in_a_row = 0;
  for (const Touch* touch : facts.touches) {
    if (!touch->mood) continue;
    if (*touch->mood == Mood::strained) {
      good_in_a_row = 0;
      if (!plan.strained) {
        note(facts, "R5", touch->at,
             [&] { return fmt::format("strained since {}", spoken(touch->on.day)); });
      }
      plan.strained = true;
      continue;
    }
    good_in_a_row = touch->reached ? good_in_a_row + 1 : 0;
    if (plan.strained && good_in_a_row == 2) {
      plan.strained = false;
      note(facts, "R5", touch->at, [&] {
        return fmt::format("no longer strained on {}: the second good talk in a row",
                           spoken(touch->on.day));
      });
    }
  }
}

}  // namespace care
