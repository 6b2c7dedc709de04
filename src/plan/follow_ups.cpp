#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "plan/customer_day.hpp"

namespace care {
namespace {

using std::chrono::days;

constexpr int after_care_interval = 30;
constexpr std::size_t enough_attempts = 3;
constexpr Duration strained_at_least{1, Unit::working_day};

/// The day from which the interval counts, and why it is that day.
struct Base {
  Date day;
  std::string_view reason;
  Position at;
};

Base base_of(const CustomerDay& today) {
  const Customer& customer = today.customer;
  const auto& started = today.book.started;
  if (today.last != nullptr) return {today.last->on.day, "the last touch", today.last->at};
  const bool since_is_later = customer.since && (!started || *customer.since >= *started);
  if (since_is_later) {
    return {*customer.since, "never contacted: customer since",
            today.line_of(customer.lines.since)};
  }
  if (started) {
    const auto found = today.book.at.find("started");
    return {*started, "never contacted: the book began",
            found == today.book.at.end() ? Position{} : found->second};
  }
  return {today.date, "never contacted, and no date to count from: today", {}};
}

bool has_base(const CustomerDay& today) {
  return today.last != nullptr || today.customer.since || today.book.started;
}

void explain_cadence(const CustomerDay& today, const Cadence& cadence) {
  if (today.account == nullptr) return;
  const Customer& customer = today.customer;
  Position at;
  std::string source;
  if (customer.every) {
    at = today.line_of(customer.lines.every);
    source = "the customer's own `every`";
  } else if (customer.tier) {
    const Tier& tier = today.book.policy.tiers[*customer.tier];
    at = tier.at.line == 0 ? today.line_of(customer.lines.tier) : tier.at;
    source = fmt::format("tier {}{}", tier.name, default_note(tier.at));
  } else {
    at = today.policy_at("every");
    source = fmt::format("policy `every`{}", default_note(at));
  }
  note(today, "R4", at, [&] {
    return fmt::format("cadence: {}, from {}",
                       cadence.period ? every_words(*cadence.period) : "never", source);
  });
}

/// A customer whose own cadence is "never" without a reason has no next touch: somebody decides.
void plan_no_plan(const CustomerDay& today, CustomerPlan& plan) {
  if (!today.customer.because.empty()) {
    note(today, "R4", today.line_of(today.customer.lines.every),
         [&] { return fmt::format("no follow-up, because \"{}\"", today.customer.because); });
    return;
  }
  note(today, "R10", today.line_of(today.customer.lines.every), [&] {
    return fmt::format("\"never\" without `because`: no next touch, decide today, {}",
                       spoken(today.date));
  });
  plan.items.push_back(today.item(Kind::no_plan, State::today, today.date, today.date));
}

/// The days that a follow-up rests on, before it is known how late it is.
struct Timing {
  Date base, due, act;
  int interval;
  bool strained = false;
  bool after_care = false;
};

/// R4 without after-care: due and act from the base and the cadence.
Timing regular(const CustomerDay& today, const CustomerPlan& plan, const Base& base,
               Duration period) {
  const WorkCalendar& calendar = today.calendar();
  Timing timing{base.day, {}, {}, days_between(base.day, calendar.plus(base.day, period))};
  if (today.last == nullptr) {
    const bool counted = has_base(today);
    const Duration first = today.book.policy.first_contact;
    timing.due = counted ? calendar.plus(base.day, first) : today.date;
    timing.act = counted ? calendar.after(timing.due) : today.date;
    note(today, "R4", counted ? today.policy_at("first_contact") : Position{}, [&] {
      if (!counted) return std::string{"first contact: today"};
      return fmt::format("first contact within {}{}: due {}", to_string(first),
                         default_note(today.policy_at("first_contact")), spoken(timing.due));
    });
    return timing;
  }
  timing.due = base.day + days{timing.interval};
  timing.act = calendar.after(timing.due);
  note(today, "R4", base.at, [&] {
    return fmt::format("due {}: {} + {} ({} days)", spoken(timing.due), spoken(base.day),
                       to_string(period), timing.interval);
  });
  if (plan.strained) {
    timing.strained = true;
    timing.due =
        std::max(base.day + days{timing.interval / 2}, calendar.plus(base.day, strained_at_least));
    timing.act = calendar.before(timing.due);
    note(today, "R4", base.at,
         [&] { return fmt::format("strained, so half the interval: due {}", spoken(timing.due)); });
  }
  return timing;
}

/// After-care pulls the date forward, or sets one where there is no follow-up.
std::optional<Timing> pulled(const CustomerDay& today, const CustomerPlan& plan, const Base& base,
                             std::optional<Timing> timing) {
  const auto after_care = after_care_of(today, plan);
  if (!after_care) return timing;
  const Date due = after_care->due;
  if (timing && timing->due <= due) {
    today.watch(due + days{1});  // a first contact of today moves on past it
    return timing;
  }
  if (!timing) timing = Timing{base.day, {}, {}, after_care_interval};
  timing->after_care = true;
  timing->due = due;
  timing->act = today.calendar().after(due);
  note(today, "R4", after_care->at, [&] {
    return fmt::format("after-care: the emergency ended {}, call by {}", spoken(after_care->ended),
                       spoken(due));
  });
  return timing;
}

FollowUp follow_up_of(const CustomerDay& today, const CustomerPlan& plan, const Timing& timing,
                      int days_late) {
  FollowUp follow_up;
  follow_up.base = timing.base;
  follow_up.cadence = cadence_of(today.book, today.customer).period;
  follow_up.first = today.last == nullptr;
  follow_up.strained = timing.strained;
  follow_up.after_care = timing.after_care;
  follow_up.too_late = 2 * days_late > timing.interval;
  follow_up.try_another_way = plan.attempts >= enough_attempts;
  const int late = follow_up.first ? std::min(days_late, timing.interval) : days_late;
  follow_up.ratio = {late, timing.interval};
  return follow_up;
}

void add_follow_up(const CustomerDay& today, const Timing& timing, CustomerPlan& plan) {
  const State when = !today.has_come(timing.act) ? State::coming
                     : today.date == timing.act  ? State::today
                                                 : State::overdue;
  Item item = today.item(Kind::follow_up, when, timing.due, timing.act);
  if (plan.strained || timing.after_care) item.urgency = Urgency::delicate;
  if (when == State::coming) item.hiding = Hiding::later;
  const Date late_from = std::max(timing.act, today.book.started.value_or(timing.act));
  item.days_late = std::max(0, days_between(late_from, today.date));
  item.follow_up = follow_up_of(today, plan, timing, item.days_late);
  note(today, "R4", {}, [&] {
    return fmt::format("so the follow-up is due {}, to do on {}: {}", spoken(timing.due),
                       spoken(timing.act), word(item.when));
  });
  plan.items.push_back(item);
}

}  // namespace

void plan_follow_up(const CustomerDay& today, CustomerPlan& plan) {
  plan.attempts = attempts_since_last(today).size();
  const Cadence& cadence = cadence_of(today.book, today.customer);
  explain_cadence(today, cadence);
  if (today.customer.every && !today.customer.every->period) plan_no_plan(today, plan);
  const Base base = base_of(today);
  note(today, "R4", base.at,
       [&] { return fmt::format("base: {} ({})", spoken(base.day), base.reason); });
  std::optional<Timing> timing;
  if (cadence.period) timing = regular(today, plan, base, *cadence.period);
  timing = pulled(today, plan, base, timing);
  if (timing) add_follow_up(today, *timing, plan);
}

}  // namespace care
