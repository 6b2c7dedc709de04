#include "plan/customer_day.hpp"

#include <care/plan.hpp>

namespace care {
namespace {

/// What is open of a former customer stands in its plan, hidden; what could be thanked for is said
/// when somebody looks them up.
void plan_former(CustomerDay today, CustomerPlan& plan) {
  note(today, "R15", today.line_of(today.customer.lines.status), "status \"former\": on no agenda");
  for (Item& item : plan.items) item.hiding = Hiding::former;
  today.account = nullptr;
  plan_thanks(today, plan);
}

/// Facts of a day of their own that say how they feel, up to today.
std::vector<const Fact*> moods_learned(const CustomerDay& today) {
  std::vector<const Fact*> facts;
  for (const std::uint32_t i : today.book.facts.of(today.index)) {
    const Fact& fact = today.book.facts.all[i];
    if (fact.mood && fact.on && fact.from() <= today.date) facts.push_back(&fact);
  }
  return facts;
}

}  // namespace

void plan_mood(const CustomerDay& today, CustomerPlan& plan) {
  plan.strained = today.customer.mood == Mood::strained;
  if (plan.strained) {
    note(today, "R5", today.line_of(today.customer.lines.mood), "mood before any touch: strained");
  }
  int good_in_a_row = 0;
  const std::vector<const Fact*> learned = moods_learned(today);
  auto fact = learned.begin();
  const auto learn_until = [&](Date day) {
    for (; fact != learned.end() && (*fact)->from() <= day; ++fact) {
      plan.strained = (*fact)->mood == Mood::strained;
      if (!plan.strained) plan.strained_by = nullptr;
      good_in_a_row = 0;
      note(today, "R5", {(*fact)->at.file, (*fact)->lines.mood, 0}, "mood as of {}: {}",
           (*fact)->from(), word(*(*fact)->mood));
    }
  };
  for (const Touch* touch : today.touches) {
    learn_until(touch->on.day);
    if (!touch->mood) continue;
    if (*touch->mood == Mood::strained) {
      good_in_a_row = 0;
      if (!plan.strained) {
        note(today, "R5", touch->at, "strained since {}", touch->on.day);
      }
      plan.strained = true;
      if (plan.strained_by == nullptr) plan.strained_by = touch;
      continue;
    }
    good_in_a_row = touch->reached ? good_in_a_row + 1 : 0;
    if (plan.strained && good_in_a_row == 2) {
      plan.strained = false;
      plan.strained_by = nullptr;
      note(today, "R5", touch->at, "no longer strained on {}: the second good talk in a row",
           touch->on.day);
    }
  }
  learn_until(today.date);
}

CustomerPlan plan_customer(const Book& book, CustomerIndex customer, Moment now, Account* account) {
  const CustomerDay today = gather(book, customer, now, account);
  CustomerPlan plan;
  plan.last = today.last;
  plan.heard = today.heard;
  plan.reached = today.reached;
  plan_mood(today, plan);
  plan_requests(today, plan);
  plan_promises(today, plan);
  if (today.former()) {
    plan_former(today, plan);
    plan.changes = next_fact(book, customer, today.date);
    return plan;
  }
  plan_occasions(today, plan);
  plan_thanks(today, plan);
  plan_courses(today, plan);
  plan_follow_up(today, plan);
  hide_items(today, plan);
  plan.changes = today.changes;
  return plan;
}

}  // namespace care
