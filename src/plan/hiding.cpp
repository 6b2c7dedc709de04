#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "plan/customer_day.hpp"

namespace care {
namespace {

/// Follow-ups and thanks; with `all`, occasions and things to prepare too; never after-care.
bool hides(const Snooze& snooze, const Item& item) {
  const Group group = row_of(item.kind).group;
  if (group == Group::plain) return !item.follow_up || !item.follow_up->after_care;
  return snooze.all && (group == Group::occasion || group == Group::preparation);
}

void hide_from_no_contact(const CustomerDay& today, CustomerPlan& plan) {
  note(today, "R15", today.line_of(today.customer.lines.status), [] {
    return std::string{
        "do not contact: no follow-ups, no thanks, nothing to prepare; occasions only to know"};
  });
  for (Item& item : plan.items) {
    const Group group = row_of(item.kind).group;
    const bool theirs = group == Group::asked || group == Group::occasion;
    if (!theirs) item.hiding = Hiding::do_not_contact;
  }
}

void hide_snoozed(const CustomerDay& today, CustomerPlan& plan) {
  for (const Snooze* snooze : snoozes_in_force(today, plan)) {
    bool any = false;
    for (Item& item : plan.items) {
      if (item.hiding != Hiding::none || !hides(*snooze, item)) continue;
      item.hiding = Hiding::snoozed;
      any = true;
    }
    note(today, "R13", snooze->at, [&] {
      return fmt::format("snoozed until {} because \"{}\"{}", spoken(snooze->until),
                         snooze->because, any ? "" : ": nothing to hide");
    });
  }
}

/// A follow-up waits after an attempt until it is time to try again.
void hide_waiting(const CustomerDay& today, CustomerPlan& plan) {
  if (plan.attempts == 0) return;
  const Date latest = attempts_since_last(today).back()->on.day;
  const Date until = today.calendar().plus(latest, today.book.policy.retry);
  const Position retry = today.policy_at("retry");
  note(today, "R4", retry, [&] {
    return fmt::format("{} in vain since the last talk; {} {} ({} after the latest{})",
                       plan.attempts == 1 ? "1 attempt" : fmt::format("{} attempts", plan.attempts),
                       today.has_come(until) ? "waited until" : "waits until", spoken(until),
                       to_string(today.book.policy.retry), default_note(retry));
  });
  if (today.has_come(until)) return;
  for (Item& item : plan.items) {
    if (item.kind == Kind::follow_up && item.hiding == Hiding::none) {
      item.hiding = Hiding::waiting;
    }
  }
}

}  // namespace

void hide_items(const CustomerDay& today, CustomerPlan& plan) {
  if (today.do_not_contact()) hide_from_no_contact(today, plan);
  hide_snoozed(today, plan);
  hide_waiting(today, plan);
}

}  // namespace care
