#include <care/plan_past.hpp>

#include <algorithm>

#include "plan/customer_day.hpp"

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

/// The days from which on the book's owner sees what is open, too (R14).
void watch_escalation(const CustomerDay& today, const CustomerPlan& plan) {
  const auto& escalate = today.book.policy.escalate;
  if (!escalate || !today.book.owner) return;
  for (const Item& item : plan.items) today.watch(today.calendar().plus(item.due.day, *escalate));
}

}  // namespace

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
  watch_escalation(today, plan);
  plan_occasions(today, plan);
  plan_thanks(today, plan);
  plan_courses(today, plan);
  plan_follow_up(today, plan);
  hide_items(today, plan);
  plan.changes = today.changes;
  return plan;
}

std::optional<Item> follow_up_item(const Book& book, CustomerIndex customer, Moment now) {
  const CustomerDay today = gather(book, customer, now);
  CustomerPlan plan;
  plan_mood(today, plan);
  plan_requests(today, plan);
  plan_follow_up(today, plan);
  const auto item = std::ranges::find(plan.items, Kind::follow_up, &Item::kind);
  return item == plan.items.end() ? std::nullopt : std::optional{*item};
}

}  // namespace care
