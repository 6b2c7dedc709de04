#include <care/review.hpp>

#include <algorithm>

namespace care {
const std::array<MeasureRow, measure_count>& measures() {
  using enum Measure;
  static constexpr std::array<MeasureRow, measure_count> rows{{
      {follow_ups, "follow_ups", Factor::follow_up, "follow-ups on time", "follow-up"},
      {promises, "promises", Factor::real, "promises kept on time", "promises"},
      {answers, "answers", Factor::follow_up, "first answers on time", "answered"},
      {solutions, "solutions", Factor::real, "requests solved on time", "solved"},
      {emergencies_answered, "emergencies_answered", Factor::follow_up,
       "emergencies answered at once", "em. answered"},
      {emergencies_solved, "emergencies_solved", Factor::real, "emergencies solved on time",
       "em. solved"},
      {thanks, "thanks", Factor::follow_up, "purchases and referrals thanked", "thanks"},
      {occasions, "occasions", Factor::friendly, "birthdays and days kept", "days", 2},
      {thanked, "thanked", Factor::friendly, "thanked when we spoke", "thanked", 1},
      {heard, "heard", Factor::friendly, "their words written down", "heard"},
      {wow, "wow", Factor::wow, "surprised not long ago", "wow"},
      {plans, "plans", Factor::follow_up, "planned steps", "plans"},
  }};
  return rows;
}

int percent(Tally tally) {
  constexpr std::int64_t hundred = 100;
  // Half a percent is rounded up.
  const auto rounded =
      static_cast<int>((2 * hundred * tally.good + tally.total) / (2 * std::int64_t{tally.total}));
  if (tally.good == 0 || tally.good == tally.total) return rounded;
  return std::clamp(rounded, 1, 99);
}

}  // namespace care
