#include <care/review.hpp>

#include <algorithm>

namespace care {
namespace {

struct FactorName {
  Factor factor;
  std::string_view name;
};
constexpr FactorName factor_names[] = {{Factor::real, "real"},
                                       {Factor::friendly, "friendly"},
                                       {Factor::wow, "wow"},
                                       {Factor::follow_up, "follow-up"}};

struct LoyaltyName {
  Loyalty state;
  std::string_view name;
};
constexpr LoyaltyName loyalty_names[] = {{Loyalty::strained, "strained"},
                                         {Loyalty::loyal, "loyal"},
                                         {Loyalty::newcomer, "new"},
                                         {Loyalty::silent, "silent"},
                                         {Loyalty::returning, "returning"},
                                         {Loyalty::recommending, "recommending"},
                                         {Loyalty::satisfied, "satisfied"},
                                         {Loyalty::former, "former"},
                                         {Loyalty::do_not_contact, "do-not-contact"}};

}  // namespace

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
      {occasions, "occasions", Factor::friendly, "birthdays and days kept", "days"},
      {thanked, "thanked", Factor::friendly, "thanked when we spoke", "thanked"},
      {heard, "heard", Factor::friendly, "their words written down", "heard"},
      {wow, "wow", Factor::wow, "surprised not long ago", "wow"},
      {plans, "plans", Factor::follow_up, "planned steps", "plans"},
  }};
  return rows;
}

std::string_view name_of(Factor factor) {
  return std::ranges::find(factor_names, factor, &FactorName::factor)->name;
}

std::string_view name_of(Loyalty state) {
  return std::ranges::find(loyalty_names, state, &LoyaltyName::state)->name;
}

int percent(Tally tally) {
  constexpr std::int64_t hundred = 100;
  // Half a percent is rounded up.
  return static_cast<int>((2 * hundred * tally.good + tally.total) /
                          (2 * std::int64_t{tally.total}));
}

}  // namespace care
