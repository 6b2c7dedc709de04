#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "plan/facts.hpp"

namespace care {
namespace {

constexpr std::size_t most_snoozes = 3;
constexpr std::size_t most_snoozes_strained = 1;
constexpr Duration longest_strained{2, Unit::working_day};

/// A reached touch, or one from them, on a later day ends a snooze.
bool is_over(const Facts& facts, const Snooze& snooze) {
  if (facts.today >= snooze.until) return true;
  return std::ranges::any_of(facts.touches, [&](const Touch* touch) {
    return (touch->reached || touch->from_them) && touch->on.day > snooze.on.day;
  });
}

bool is_too_long(const Facts& facts, const CustomerPlan& plan, const Snooze& snooze) {
  return plan.strained && snooze.until > facts.calendar().plus(snooze.on.day, longest_strained);
}

/// The snoozes in force today (R13); those beyond what is allowed go to `refused_snoozes`.
std::vector<const Snooze*> in_force(const Facts& facts, CustomerPlan& plan) {
  const std::size_t most = plan.strained ? most_snoozes_strained : most_snoozes;
  std::size_t used = 0;
  std::vector<const Snooze*> active;
  for (const std::uint32_t i : facts.book.snoozes.of(facts.index)) {
    const Snooze& snooze = facts.book.snoozes.all[i];
    if (snooze.on.day > facts.today) break;
    if (plan.last != nullptr && snooze.on.day < plan.last->on.day) continue;
    if (used == most || is_too_long(facts, plan, snooze)) {
      plan.refused_snoozes.push_back(&snooze);
      note(facts, "R13", snooze.at, [&] {
        return fmt::format("snooze until {} is not allowed: ignored", spoken(snooze.until));
      });
      continue;
    }
    ++used;
    if (!is_over(facts, snooze)) active.push_back(&snooze);
  }
  return active;
}

bool is_plain(const Item& item) {
  if (item.follow_up) return !item.follow_up->after_care;
  return item.kind == Kind::thanks || item.kind == Kind::no_plan;
}

bool is_occasion(const Item& item) {
  return item.kind == Kind::birthday || item.kind == Kind::anniversary || item.kind == Kind::event;
}

/// Follow-ups and thanks; with `all`, occasions and things to prepare too.
bool hides(const Snooze& snooze, const Item& item) {
  return is_plain(item) || (snooze.all && (is_occasion(item) || item.kind == Kind::prepare));
}

/// The day on which a follow-up that waits after an attempt comes back.
std::optional<Date> waits_until(const Facts& facts, const CustomerPlan& plan) {
  if (plan.attempts == 0) return std::nullopt;
  for (auto touch = facts.touches.rbegin(); touch != facts.touches.rend(); ++touch) {
    if ((*touch)->reached || (*touch)->from_them) continue;
    return facts.calendar().plus((*touch)->on.day, facts.book.policy.retry);
  }
  return std::nullopt;
}

void hide_from_no_contact(const Facts& facts, CustomerPlan& plan) {
  note(facts, "R15", facts.line_of(facts.customer.lines.status), [] {
    return std::string{
        "do not contact: no follow-ups, no thanks, nothing to prepare; occasions only to know"};
  });
  for (Item& item : plan.items) {
    const bool theirs = item.kind == Kind::emergency || item.kind == Kind::request ||
                        item.kind == Kind::promise || is_occasion(item);
    if (!theirs) item.hiding = Hiding::do_not_contact;
  }
}

void hide_snoozed(const Facts& facts, CustomerPlan& plan) {
  for (const Snooze* snooze : in_force(facts, plan)) {
    bool any = false;
    for (Item& item : plan.items) {
      if (item.hiding != Hiding::none || !hides(*snooze, item)) continue;
      item.hiding = Hiding::snoozed;
      any = true;
    }
    note(facts, "R13", snooze->at, [&] {
      return fmt::format("snoozed until {} because \"{}\"{}", spoken(snooze->until),
                         snooze->because, any ? "" : ": nothing to hide");
    });
  }
}

void hide_waiting(const Facts& facts, CustomerPlan& plan) {
  const auto until = waits_until(facts, plan);
  if (!until) return;
  const Position retry = facts.policy_at("retry");
  note(facts, "R4", retry, [&] {
    return fmt::format("{} in vain since the last talk; {} {} ({} after the latest{})",
                       plan.attempts == 1 ? "1 attempt" : fmt::format("{} attempts", plan.attempts),
                       facts.today < *until ? "waits until" : "waited until", spoken(*until),
                       to_string(facts.book.policy.retry), default_note(retry));
  });
  if (facts.today >= *until) return;
  for (Item& item : plan.items) {
    if (item.kind == Kind::follow_up && item.hiding == Hiding::none) {
      item.hiding = Hiding::waiting;
    }
  }
}

}  // namespace

void hide_what_is_not_for_today(const Facts& facts, CustomerPlan& plan) {
  if (facts.do_not_contact()) hide_from_no_contact(facts, plan);
  hide_snoozed(facts, plan);
  hide_waiting(facts, plan);
}

}  // namespace care
