#include <care/plan_past.hpp>

#include <algorithm>

#include "plan/customer_day.hpp"

namespace care {
namespace {

using std::chrono::days;

constexpr int after_care_interval = 30;
constexpr std::size_t enough_attempts = 3;
constexpr Duration strained_at_least{1, Unit::working_day};
constexpr Duration after_care_within{2, Unit::working_day};

/// The day from which the interval counts, and why it is that day.
FirstBase base_of(const CustomerDay& today) {
  if (today.last != nullptr) return {today.last->on.day, "the last touch", today.last->at};
  if (const auto base = first_base(today.book, today.customer)) return *base;
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

/// R4 without after-care.
FollowUpDays regular_days(const Policy& policy, const LastContact& last, Duration period) {
  const WorkCalendar& calendar = policy.calendar;
  FollowUpDays found{.base = last.day,
                     .due = {},
                     .act = {},
                     .interval = days_between(last.day, calendar.plus(last.day, period))};
  if (last.is_first_base) {
    found.due = calendar.plus(last.day, policy.first_contact);
    found.act = calendar.after(found.due);
  } else if (last.strained) {
    found.strained = true;
    found.due =
        std::max(last.day + days{found.interval / 2}, calendar.plus(last.day, strained_at_least));
    found.act = calendar.before(found.due);
  } else {
    found.due = last.day + days{found.interval};
    found.act = calendar.after(found.due);
  }
  return found;
}

/// After-care pulls the date forward, or sets one where there is no follow-up.
FollowUpDays pulled_days(const WorkCalendar& calendar, Date base, Date ended,
                         const std::optional<FollowUpDays>& regular) {
  const Date due = calendar.plus(ended, after_care_within);
  if (regular && regular->due <= due) return *regular;
  FollowUpDays found = regular.value_or(
      FollowUpDays{.base = base, .due = {}, .act = {}, .interval = after_care_interval});
  found.after_care = true;
  found.due = due;
  found.act = calendar.after(due);
  return found;
}

/// R4 without after-care, as it is today.
FollowUpDays regular(const CustomerDay& today, const CustomerPlan& plan, const FirstBase& base,
                     Duration period) {
  FollowUpDays timing =
      regular_days(today.book.policy, {base.day, today.last == nullptr, plan.strained}, period);
  if (!has_base(today)) {
    note(today, "R4", {}, "first contact: today");
    timing.due = timing.act = today.date;
    return timing;
  }
  if (today.last == nullptr) {
    const Position at = today.policy_at("first_contact");
    note(today, "R4", at, "first contact within {}{}: due {}", today.book.policy.first_contact,
         default_note(at), timing.due);
    return timing;
  }
  note(today, "R4", base.at, "due {}: {} + {} ({} days)", base.day + days{timing.interval},
       base.day, period, timing.interval);
  if (timing.strained) {
    note(today, "R4", base.at, "strained, so half the interval: due {}", timing.due);
  }
  return timing;
}

/// When an emergency ended that calls for after-care, and where it stands.
struct AfterCare {
  Date ended;
  Position at;
};

/// The first emergency to end that nobody has called about since.
std::optional<AfterCare> after_care_of(const CustomerDay& today, const CustomerPlan& plan) {
  std::optional<AfterCare> first;
  for (const RequestState& state : plan.requests) {
    const Request& request = today.book.requests.all[state.request];
    if (!request.urgent || !state.ending) continue;
    const Date ended = state.ending->day;
    if (today.last != nullptr && today.last->on.day > ended) continue;
    if (!first || ended < first->ended) first = AfterCare{ended, request.at};
  }
  return first;
}

/// With after-care, as it is today.
std::optional<FollowUpDays> pulled(const CustomerDay& today, const CustomerPlan& plan,
                                   const FirstBase& base,
                                   const std::optional<FollowUpDays>& timing) {
  const auto after_care = after_care_of(today, plan);
  if (!after_care) return timing;
  const FollowUpDays found = pulled_days(today.calendar(), base.day, after_care->ended, timing);
  if (found.after_care) {
    note(today, "R4", after_care->at, "after-care: the emergency ended {}, call by {}",
         after_care->ended, found.due);
  } else {
    // A first contact of today moves on past it.
    today.watch(today.calendar().plus(after_care->ended, after_care_within) + days{1});
  }
  return found;
}

/// Where the `at_most` stands that holds.
Position position_of_at_most(const CustomerDay& today) {
  const Customer& customer = today.customer;
  if (customer.at_most) return today.line_of(customer.lines.at_most);
  return customer.tier ? today.book.policy.tiers[*customer.tier].at : today.policy_at("at_most");
}

/// Whether more has passed than may (R4), since the last contact or since they could be contacted.
bool is_beyond(const CustomerDay& today, Date base, Duration at_most) {
  const Date from = std::max(base, earliest_lateness(today).value_or(base));
  const Date last = today.calendar().plus(from, at_most);
  note(today, "R4", position_of_at_most(today), "at most {} may pass from {}: too late after {}",
       at_most, from, last);
  return today.has_come(last + days{1});
}

FollowUp follow_up_of(const CustomerDay& today, const CustomerPlan& plan,
                      const FollowUpDays& timing, int days_late) {
  FollowUp follow_up;
  follow_up.base = timing.base;
  follow_up.cadence = cadence_of(today.book, today.customer).period;
  follow_up.first = today.last == nullptr;
  follow_up.strained = timing.strained;
  follow_up.after_care = timing.after_care;
  follow_up.too_late = 2 * days_late > timing.interval;
  if (const auto at_most = at_most_of(today.book, today.customer); at_most && has_base(today)) {
    follow_up.too_late = is_beyond(today, timing.base, *at_most);
    if (follow_up.too_late) follow_up.beyond = at_most;
  }
  follow_up.try_another_way = plan.attempts >= enough_attempts;
  const bool is_bounded = follow_up.first && !earliest_lateness(today);
  const int late = is_bounded ? std::min(days_late, timing.interval) : days_late;
  follow_up.ratio = {late, timing.interval};
  return follow_up;
}

void add_follow_up(const CustomerDay& today, const FollowUpDays& timing, CustomerPlan& plan) {
  if (timing.act > last_of_calendar) {
    note(today, "R4", {}, "so the follow-up is due beyond 9999: none");
    return;
  }
  const State when = today.state(timing.act, timing.act);
  Item& item = plan.items.emplace_back(today.item(Kind::follow_up, when, timing.due, timing.act));
  if (plan.strained || timing.after_care) item.urgency = Urgency::delicate;
  if (when == State::coming) item.hiding = Hiding::later;
  const Date late_from = std::max(timing.act, earliest_lateness(today).value_or(timing.act));
  item.days_late = std::max(0, days_between(late_from, today.date));
  item.follow_up = follow_up_of(today, plan, timing, item.days_late);
  if (late_from > timing.act) item.follow_up->late_from = late_from;
  note(today, "R4", {}, "so the follow-up is due {}, to do on {}: {}", timing.due, timing.act,
       word(item.when));
}

}  // namespace

std::optional<FirstBase> first_base(const Book& book, const Customer& customer) {
  const auto& started = book.started;
  const auto is_latest = [&](const std::optional<Date>& day) {
    return day && day >= customer.since && day >= customer.added && day >= started;
  };
  const auto at = [&](std::uint32_t line) { return position_of(book, customer.at, line); };
  if (is_latest(customer.since)) {
    return FirstBase{*customer.since, "never contacted: customer since", at(customer.lines.since)};
  }
  if (is_latest(customer.added)) {
    return FirstBase{*customer.added, "never contacted: added", at(customer.lines.added)};
  }
  if (!started) return std::nullopt;
  return FirstBase{*started, "never contacted: the book began", position_of(book.at, "started")};
}

std::optional<FollowUpDays> follow_up_days(const Policy& policy, const Cadence& cadence,
                                           const LastContact& last) {
  std::optional<FollowUpDays> found;
  if (cadence.period) found = regular_days(policy, last, *cadence.period);
  if (!last.emergency_ended) return found;
  return pulled_days(policy.calendar, last.day, *last.emergency_ended, found);
}

void plan_follow_up(const CustomerDay& today, CustomerPlan& plan) {
  const auto attempts = attempts_since_last(today);
  plan.attempts = attempts.size();
  if (!attempts.empty()) plan.tried = attempts.back();
  const Cadence& cadence = cadence_of(today.book, today.customer);
  explain_cadence(today, cadence);
  if (today.customer.every && !today.customer.every->period) plan_no_plan(today, plan);
  const FirstBase base = base_of(today);
  note(today, "R4", base.at, "base: {} ({})", base.day, base.reason);
  std::optional<FollowUpDays> timing;
  if (cadence.period) timing = regular(today, plan, base, *cadence.period);
  timing = pulled(today, plan, base, timing);
  if (timing) add_follow_up(today, *timing, plan);
}

}  // namespace care
