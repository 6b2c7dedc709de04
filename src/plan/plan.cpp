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

}  // namespace

void plan_mood(const CustomerDay& today, CustomerPlan& plan) {
  plan.strained = today.customer.mood == Mood::strained;
  if (plan.strained) {
    note(today, "R5", today.line_of(today.customer.lines.mood), "mood before any touch: strained");
  }
  int good_in_a_row = 0;
  for (const Touch* touch : today.touches) {
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
