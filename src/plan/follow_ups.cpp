#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "plan/facts.hpp"

namespace care {
namespace {

using std::chrono::days;

constexpr Duration after_care_within{2, Unit::working_day};
constexpr int after_care_interval = 30;
constexpr Duration strained_at_least{1, Unit::working_day};

/// The day from which the interval counts, and why it is that day.
struct Base {
  Date day;
  std::string_view reason;
  Position at;
};

Base base_of(const Facts& facts, const CustomerPlan& plan) {
  const Customer& customer = facts.customer;
  const auto& started = facts.book.started;
  if (plan.last != nullptr) return {plan.last->on.day, "the last touch", plan.last->at};
  const bool since_is_later = customer.since && (!started || *customer.since >= *started);
  if (since_is_later) {
    return {*customer.since, "never contacted: customer since",
            facts.line_of(customer.lines.since)};
  }
  if (started) {
    const auto found = facts.book.at.find("started");
    return {*started, "never contacted: the book began",
            found == facts.book.at.end() ? Position{} : found->second};
  }
  return {facts.today, "never contacted, and no date to count from: today", {}};
}

bool has_base(const Facts& facts, const CustomerPlan& plan) {
  return plan.last != nullptr || facts.customer.since || facts.book.started;
}

/// The day on which an emergency ended that nobody has called about since; the earliest of these.
struct AfterCare {
  Date ended;
  Position at;
};

std::optional<AfterCare> after_care_of(const Facts& facts, const CustomerPlan& plan) {
  std::optional<AfterCare> earliest;
  for (const RequestState& state : plan.requests) {
    const Request& request = facts.book.requests.all[state.request];
    if (!request.urgent || !state.ending) continue;
    if (plan.last != nullptr && plan.last->on.day > state.ending->day) continue;
    if (!earliest || state.ending->day < earliest->ended) {
      earliest = AfterCare{state.ending->day, request.at};
    }
  }
  return earliest;
}

void explain_cadence(const Facts& facts, const Cadence& cadence) {
  const Customer& customer = facts.customer;
  Position at;
  std::string source;
  if (facts.account == nullptr) return;
  if (customer.every) {
    at = facts.line_of(customer.lines.every);
    source = "the customer's own `every`";
  } else if (customer.tier) {
    const Tier& tier = facts.book.policy.tiers[*customer.tier];
    at = tier.at.line == 0 ? facts.line_of(customer.lines.tier) : tier.at;
    source = fmt::format("tier {}{}", tier.name, default_note(tier.at));
  } else {
    at = facts.policy_at("every");
    source = fmt::format("policy `every`{}", default_note(at));
  }
  note(facts, "R4", at, [&] {
    return fmt::format("cadence: {}, from {}",
                       cadence.period ? every_words(*cadence.period) : "never", source);
  });
}

/// A customer whose own cadence is "never" without a reason has no next touch: somebody decides.
void plan_no_plan(const Facts& facts, CustomerPlan& plan) {
  if (!facts.customer.because.empty()) {
    note(facts, "R4", facts.line_of(facts.customer.lines.every),
         [&] { return fmt::format("no follow-up, because \"{}\"", facts.customer.because); });
    return;
  }
  Item item;
  item.customer = facts.index;
  item.kind = Kind::no_plan;
  item.urgency = Urgency::routine;
  item.when = State::today;
  item.due = {facts.today, std::nullopt};
  item.act = facts.today;
  note(facts, "R10", facts.line_of(facts.customer.lines.every), [&] {
    return fmt::format("\"never\" without `because`: no next touch, decide today, {}",
                       spoken(facts.today));
  });
  plan.items.push_back(item);
}

/// The days that a follow-up rests on, before it is known how late it is.
struct Timing {
  Date base, due, act;
  int interval;
  bool strained = false;
  bool after_care = false;
};

/// R4 without after-care: due and act from the base and the cadence.
Timing regular(const Facts& facts, const CustomerPlan& plan, const Base& base, Duration period) {
  const WorkCalendar& calendar = facts.calendar();
  Timing timing{base.day, {}, {}, days_between(base.day, calendar.plus(base.day, period))};
  if (plan.last == nullptr) {
    const bool counted = has_base(facts, plan);
    const Duration first = facts.book.policy.first_contact;
    timing.due = counted ? calendar.plus(base.day, first) : facts.today;
    timing.act = counted ? calendar.after(timing.due) : facts.today;
    note(facts, "R4", counted ? facts.policy_at("first_contact") : Position{}, [&] {
      if (!counted) return std::string{"first contact: today"};
      return fmt::format("first contact within {}{}: due {}", to_string(first),
                         default_note(facts.policy_at("first_contact")), spoken(timing.due));
    });
    return timing;
  }
  timing.due = base.day + days{timing.interval};
  timing.act = calendar.after(timing.due);
  note(facts, "R4", base.at, [&] {
    return fmt::format("due {}: {} + {} ({} days)", spoken(timing.due), spoken(base.day),
                       to_string(period), timing.interval);
  });
  if (plan.strained) {
    timing.strained = true;
    timing.due =
        std::max(base.day + days{timing.interval / 2}, calendar.plus(base.day, strained_at_least));
    timing.act = calendar.before(timing.due);
    note(facts, "R4", base.at,
         [&] { return fmt::format("strained, so half the interval: due {}", spoken(timing.due)); });
  }
  return timing;
}

/// After-care pulls the date forward, or gives one where there is no follow-up.
std::optional<Timing> pulled(const Facts& facts, const CustomerPlan& plan, const Base& base,
                             std::optional<Timing> timing) {
  const auto after_care = after_care_of(facts, plan);
  if (!after_care) return timing;
  const Date due = facts.calendar().plus(after_care->ended, after_care_within);
  if (timing && timing->due <= due) return timing;
  if (!timing) timing = Timing{base.day, {}, {}, after_care_interval};
  timing->after_care = true;
  timing->due = due;
  timing->act = facts.calendar().after(due);
  note(facts, "R4", after_care->at, [&] {
    return fmt::format("after-care: the emergency ended {}, call by {}", spoken(after_care->ended),
                       spoken(due));
  });
  return timing;
}

FollowUp follow_up_of(const Facts& facts, const CustomerPlan& plan, const Timing& timing,
                      int days_late) {
  FollowUp follow_up;
  follow_up.base = timing.base;
  follow_up.cadence = cadence_of(facts.book, facts.customer).period;
  follow_up.first = plan.last == nullptr;
  follow_up.strained = timing.strained;
  follow_up.after_care = timing.after_care;
  follow_up.too_late = 2 * days_late > timing.interval;
  follow_up.try_another_way = plan.attempts >= 3;
  const int late = follow_up.first ? std::min(days_late, timing.interval) : days_late;
  follow_up.ratio = {late, timing.interval};
  return follow_up;
}

void add_follow_up(const Facts& facts, const Timing& timing, CustomerPlan& plan) {
  Item item;
  item.customer = facts.index;
  item.kind = Kind::follow_up;
  item.urgency = plan.strained || timing.after_care ? Urgency::delicate : Urgency::routine;
  item.due = {timing.due, std::nullopt};
  item.act = timing.act;
  if (facts.today < timing.act) {
    item.hiding = Hiding::later;
  } else {
    const Date late_from =
        facts.book.started ? std::max(timing.act, *facts.book.started) : timing.act;
    item.when = facts.today == timing.act ? State::today : State::overdue;
    item.days_late = std::max(0, days_between(late_from, facts.today));
  }
  item.follow_up = follow_up_of(facts, plan, timing, item.days_late);
  note(facts, "R4", {}, [&] {
    return fmt::format("so the follow-up is due {}, to do on {}: {}", spoken(timing.due),
                       spoken(timing.act), word(item.when));
  });
  plan.items.push_back(item);
}

/// How often we have tried in vain since they were last reached.
std::size_t attempts_since_last(const Facts& facts, const CustomerPlan& plan) {
  return static_cast<std::size_t>(std::ranges::count_if(facts.touches, [&](const Touch* touch) {
    return !touch->reached && !touch->from_them &&
           (plan.last == nullptr || touch->on.day > plan.last->on.day);
  }));
}

}  // namespace

void plan_follow_up(const Facts& facts, CustomerPlan& plan) {
  plan.attempts = attempts_since_last(facts, plan);
  const Cadence& cadence = cadence_of(facts.book, facts.customer);
  explain_cadence(facts, cadence);
  if (facts.customer.every && !facts.customer.every->period) plan_no_plan(facts, plan);
  const Base base = base_of(facts, plan);
  note(facts, "R4", base.at,
       [&] { return fmt::format("base: {} ({})", spoken(base.day), base.reason); });
  std::optional<Timing> timing;
  if (cadence.period) timing = regular(facts, plan, base, *cadence.period);
  timing = pulled(facts, plan, base, timing);
  if (timing) add_follow_up(facts, *timing, plan);
}

std::optional<Date> heard_nothing_since(const Book& book, CustomerIndex customer, Date today) {
  constexpr int enough = 3;
  int silent = 0;
  Date first{};
  for (const std::uint32_t i : book.touches.of(customer)) {
    const Touch& touch = book.touches.all[i];
    if (touch.on.day > today) break;
    if (!touch.reached) continue;
    const bool one_way =
        touch.how == Channel::email || touch.how == Channel::letter || touch.how == Channel::text;
    if (!one_way || touch.from_them || !touch.heard.empty()) {
      silent = 0;
      continue;
    }
    if (silent++ == 0) first = touch.on.day;
  }
  if (silent < enough) return std::nullopt;
  return first;
}

std::optional<Wow> wow_due(const Book& book, CustomerIndex customer, Date today) {
  if (book.customers[customer].status != Status::active) return std::nullopt;
  std::optional<Date> known = book.customers[customer].since;
  std::optional<Date> last;
  for (const std::uint32_t i : book.touches.of(customer)) {
    const Touch& touch = book.touches.all[i];
    if (touch.on.day > today) break;
    if (!known || touch.on.day < *known) known = touch.on.day;
    if (!touch.wow.empty()) last = touch.on.day;
  }
  const Date from = book.policy.calendar.minus(today, book.policy.wow_every);
  if (!known || *known >= from || (last && *last > from)) return std::nullopt;
  return Wow{last.value_or(*known), last};
}

}  // namespace care
