#include "plan/customer_day.hpp"

#include <algorithm>

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
  const auto is_latest = [&](const std::optional<Date>& day) {
    return day && day >= customer.since && day >= customer.added && day >= started;
  };
  if (is_latest(customer.since)) {
    return {*customer.since, "never contacted: customer since",
            today.line_of(customer.lines.since)};
  }
  if (is_latest(customer.added)) {
    return {*customer.added, "never contacted: added", today.line_of(customer.lines.added)};
  }
  if (started)
    return {*started, "never contacted: the book began", position_of(today.book.at, "started")};
  return {today.date, "never contacted, and no date to count from: today", {}};
}

bool has_base(const CustomerDay& today) {
  return today.last != nullptr || today.customer.since || today.customer.added ||
         today.book.started;
}

/// The day from which lateness counts: nobody is late from before they, or the book, were there.
std::optional<Date> earliest_lateness(const CustomerDay& today) {
  return std::max(today.book.started, today.customer.added);
}

void explain_cadence(const CustomerDay& today, const Cadence& cadence) {
  if (today.account == nullptr) return;
  const Customer& customer = today.customer;
  const std::string often = cadence.period ? every_words(*cadence.period) : "never";
  if (customer.every) {
    note(today, "R4", today.line_of(customer.lines.every),
         "cadence: {}, from the customer's own `every`", often);
  } else if (customer.tier) {
    const Tier& tier = today.book.policy.tiers[*customer.tier];
    note(today, "R4", tier.at.line == 0 ? today.line_of(customer.lines.tier) : tier.at,
         "cadence: {}, from tier {}{}", often, tier.name, default_note(tier.at));
  } else {
    const Position at = today.policy_at("every");
    note(today, "R4", at, "cadence: {}, from policy `every`{}", often, default_note(at));
  }
}

/// A customer whose own cadence is "never" without a reason, and without a plan of their own that
/// is open, has no next touch: somebody decides.
void plan_no_plan(const CustomerDay& today, CustomerPlan& plan) {
  if (!today.customer.because.empty()) {
    note(today, "R4", today.line_of(today.customer.lines.every), "no follow-up, because \"{}\"",
         today.customer.because);
    return;
  }
  const bool has_own = std::ranges::any_of(
      plan.own_courses, [](const OwnCourse& course) { return course.occurrence.has_value(); });
  if (has_own) {
    note(today, "R10", today.line_of(today.customer.lines.every),
         "\"never\", but a plan of their own is open");
    return;
  }
  note(today, "R10", today.line_of(today.customer.lines.every),
       "\"never\" without `because`: no next touch, decide today, {}", today.date);
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
  if (!has_base(today)) {
    note(today, "R4", {}, "first contact: today");
    timing.due = timing.act = today.date;
    return timing;
  }
  if (today.last == nullptr) {
    const Duration first = today.book.policy.first_contact;
    const Position at = today.policy_at("first_contact");
    timing.due = calendar.plus(base.day, first);
    timing.act = calendar.after(timing.due);
    note(today, "R4", at, "first contact within {}{}: due {}", first, default_note(at), timing.due);
    return timing;
  }
  timing.due = base.day + days{timing.interval};
  timing.act = calendar.after(timing.due);
  note(today, "R4", base.at, "due {}: {} + {} ({} days)", timing.due, base.day, period,
       timing.interval);
  if (plan.strained) {
    timing.strained = true;
    timing.due =
        std::max(base.day + days{timing.interval / 2}, calendar.plus(base.day, strained_at_least));
    timing.act = calendar.before(timing.due);
    note(today, "R4", base.at, "strained, so half the interval: due {}", timing.due);
  }
  return timing;
}

/// When after-care is due, and where the emergency stands.
struct AfterCare {
  Date ended, due;
  Position at;
};

/// That of the first emergency to end that nobody has called about since.
std::optional<AfterCare> after_care_of(const CustomerDay& today, const CustomerPlan& plan) {
  constexpr Duration within{2, Unit::working_day};
  std::optional<AfterCare> first;
  for (const RequestState& state : plan.requests) {
    const Request& request = today.book.requests.all[state.request];
    if (!request.urgent || !state.ending) continue;
    const Date ended = state.ending->day;
    if (today.last != nullptr && today.last->on.day > ended) continue;
    if (!first || ended < first->ended) {
      first = AfterCare{ended, today.calendar().plus(ended, within), request.at};
    }
  }
  return first;
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
  note(today, "R4", after_care->at, "after-care: the emergency ended {}, call by {}",
       after_care->ended, due);
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
  const bool is_bounded = follow_up.first && !earliest_lateness(today);
  const int late = is_bounded ? std::min(days_late, timing.interval) : days_late;
  follow_up.ratio = {late, timing.interval};
  return follow_up;
}

void add_follow_up(const CustomerDay& today, const Timing& timing, CustomerPlan& plan) {
  if (timing.act > last_of_calendar) {
    note(today, "R4", {}, "so the follow-up is due beyond 9999: none");
    return;
  }
  const State when = today.state(timing.act, timing.act);
  Item item = today.item(Kind::follow_up, when, timing.due, timing.act);
  if (plan.strained || timing.after_care) item.urgency = Urgency::delicate;
  if (when == State::coming) item.hiding = Hiding::later;
  const Date late_from = std::max(timing.act, earliest_lateness(today).value_or(timing.act));
  item.days_late = std::max(0, days_between(late_from, today.date));
  item.follow_up = follow_up_of(today, plan, timing, item.days_late);
  if (late_from > timing.act) item.follow_up->late_from = late_from;
  note(today, "R4", {}, "so the follow-up is due {}, to do on {}: {}", timing.due, timing.act,
       word(item.when));
  plan.items.push_back(item);
}

}  // namespace

void plan_follow_up(const CustomerDay& today, CustomerPlan& plan) {
  const auto attempts = attempts_since_last(today);
  plan.attempts = attempts.size();
  if (!attempts.empty()) plan.tried = attempts.back();
  const Cadence& cadence = cadence_of(today.book, today.customer);
  explain_cadence(today, cadence);
  if (today.customer.every && !today.customer.every->period) plan_no_plan(today, plan);
  const Base base = base_of(today);
  note(today, "R4", base.at, "base: {} ({})", base.day, base.reason);
  std::optional<Timing> timing;
  if (cadence.period) timing = regular(today, plan, base, *cadence.period);
  timing = pulled(today, plan, base, timing);
  if (timing) add_follow_up(today, *timing, plan);
}

}  // namespace care
