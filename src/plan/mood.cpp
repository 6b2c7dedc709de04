#include <care/plan_past.hpp>

#include "plan/customer_day.hpp"

namespace care {
namespace {

constexpr int good_talks = 2;

/// Facts of a day of their own that say how they feel, up to today.
std::vector<const Fact*> moods_learned(const CustomerDay& today) {
  std::vector<const Fact*> facts;
  for (const std::uint32_t i : today.book.facts.of(today.index)) {
    const Fact& fact = today.book.facts.all[i];
    if (fact.mood && fact.on && fact.from() <= today.date) facts.push_back(&fact);
  }
  return facts;
}

/// Follows how they felt.
class MoodWalk {
 public:
  explicit MoodWalk(const CustomerDay& today) : today_{today} {
    if (today.customer.mood != Mood::strained) return;
    states_.push_back({.from = Date::min()});
    note(today, "R5", today.line_of(today.customer.lines.mood), "mood before any touch: strained");
  }

  std::vector<StrainedState> run() {
    const std::vector<const Fact*> learned = moods_learned(today_);
    auto fact = learned.begin();
    const auto learn_until = [&](Date day) {
      for (; fact != learned.end() && (*fact)->from() <= day; ++fact) learn(**fact);
    };
    for (const Touch* touch : today_.touches) {
      learn_until(touch->on.day);
      if (touch->mood) take(*touch);
    }
    learn_until(today_.date);
    return std::move(states_);
  }

 private:
  [[nodiscard]] bool is_strained() const { return !states_.empty() && !states_.back().ended; }

  void set_strained(bool strained, Date day) {
    if (strained && !is_strained()) states_.push_back({.from = day});
    if (!strained && is_strained()) states_.back().ended = day;
  }

  void learn(const Fact& fact) {
    good_in_a_row_ = 0;
    set_strained(fact.mood == Mood::strained, fact.from());
    note(today_, "R5", {fact.at.file, fact.lines.mood, 0}, "mood as of {}: {}", fact.from(),
         word(*fact.mood));
  }

  void take(const Touch& touch) {
    if (*touch.mood == Mood::strained) {
      good_in_a_row_ = 0;
      if (!is_strained()) note(today_, "R5", touch.at, "strained since {}", touch.on.day);
      set_strained(true, touch.on.day);
      if (states_.back().by == nullptr) states_.back().by = &touch;
      return;
    }
    good_in_a_row_ = touch.reached ? good_in_a_row_ + 1 : 0;
    if (!is_strained() || good_in_a_row_ != good_talks) return;
    set_strained(false, touch.on.day);
    note(today_, "R5", touch.at, "no longer strained on {}: the second good talk in a row",
         touch.on.day);
  }

  const CustomerDay& today_;
  int good_in_a_row_ = 0;
  std::vector<StrainedState> states_;
};

}  // namespace

void plan_mood(const CustomerDay& today, CustomerPlan& plan) {
  const std::vector<StrainedState> states = MoodWalk{today}.run();
  if (states.empty() || states.back().ended) return;
  plan.strained = true;
  plan.strained_by = states.back().by;
}

std::vector<StrainedState> strained_states(const Book& book, CustomerIndex customer, Moment now) {
  return MoodWalk{gather(book, customer, now)}.run();
}

}  // namespace care
