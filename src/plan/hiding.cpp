#include "plan/customer_day.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

constexpr std::size_t most_snoozes = 3;
constexpr std::size_t most_snoozes_strained = 1;
constexpr Duration longest_strained{2, Unit::working_day};

/// The latest day on which they were reached, or were in touch themselves.
std::optional<Date> latest_sign(const CustomerDay& today) {
  const auto latest =
      std::find_if(today.touches.rbegin(), today.touches.rend(),
                   [](const Touch* touch) { return touch->reached || touch->from_them; });
  return latest == today.touches.rend() ? std::nullopt : std::optional{(*latest)->on.day};
}

bool is_too_long(const CustomerDay& today, const CustomerPlan& plan, const Snooze& snooze) {
  return plan.strained && snooze.until > today.calendar().plus(snooze.on.day, longest_strained);
}

/// Follow-ups, thanks and plans; with `all`, occasions and things to prepare too; never after-care,
/// nor plans that begin with an emergency or a strained touch.
bool hides(const Snooze& snooze, const Item& item) {
  const Group group = row_of(item.kind).group;
  if (item.kind == Kind::plan) return item.urgency != Urgency::delicate;
  if (group == Group::plain) return !item.follow_up || !item.follow_up->after_care;
  return snooze.all && (group == Group::occasion || group == Group::preparation);
}

void hide_from_no_contact(const CustomerDay& today, CustomerPlan& plan) {
  note(today, "R15", today.line_of(today.customer.lines.status),
       "do not contact: no follow-ups, no thanks, nothing to prepare; occasions only to know");
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
    note(today, "R13", snooze->at, "snoozed until {} because \"{}\"{}", snooze->until,
         snooze->because, any ? "" : ": nothing to hide");
  }
}

/// Follow-up and plans wait after an attempt until it is time to try again.
void hide_waiting(const CustomerDay& today, CustomerPlan& plan) {
  if (plan.attempts == 0) return;
  const Date latest = plan.tried->on.day;
  const Date until = today.calendar().plus(latest, today.book.policy.retry);
  const Position retry = today.policy_at("retry");
  note(today, "R4", retry, "{} in vain since the last talk; {} {} ({} after the latest{})",
       plan.attempts == 1 ? "1 attempt" : fmt::format("{} attempts", plan.attempts),
       today.has_come(until) ? "waited until" : "waits until", until, today.book.policy.retry,
       default_note(retry));
  if (today.has_come(until)) return;
  for (Item& item : plan.items) {
    const bool waits = item.kind == Kind::follow_up || item.kind == Kind::plan;
    if (waits && item.hiding == Hiding::none) {
      item.hiding = Hiding::waiting;
    }
  }
}

}  // namespace

std::vector<const Snooze*> snoozes_in_force(const CustomerDay& today, CustomerPlan& plan) {
  const std::size_t most = plan.strained ? most_snoozes_strained : most_snoozes;
  const auto sign = latest_sign(today);
  std::size_t used = 0;
  std::vector<const Snooze*> active;
  for (const std::uint32_t i : today.book.snoozes.of(today.index)) {
    const Snooze& snooze = today.book.snoozes.all[i];
    if (!today.has_come(snooze.on.day)) break;
    if (today.last != nullptr && snooze.on.day < today.last->on.day) continue;
    if (used == most || is_too_long(today, plan, snooze)) {
      plan.refused_snoozes.push_back(&snooze);
      note(today, "R13", snooze.at, "snooze until {} is not allowed: ignored", snooze.until);
      continue;
    }
    ++used;
    const bool over = today.has_come(snooze.until) || (sign && *sign > snooze.on.day);
    if (!over) active.push_back(&snooze);
  }
  return active;
}

void hide_items(const CustomerDay& today, CustomerPlan& plan) {
  if (today.do_not_contact()) hide_from_no_contact(today, plan);
  hide_snoozed(today, plan);
  hide_waiting(today, plan);
}

}  // namespace care
