#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "plan/facts.hpp"

namespace care {
namespace {

/// A purchase or a referral that calls for thanks.
struct Cause {
  Date day;
  bool referral = false;
  std::uint32_t record = 0;
  Text what;
  Position at;
};

/// The latest cause up to today; of one day the referral, and of one kind the later in the file.
std::optional<Cause> latest_cause(const Facts& facts) {
  const Book& book = facts.book;
  std::optional<Cause> latest;
  const auto consider = [&](const Cause& cause) {
    if (cause.day > facts.today || facts.before_book(cause.day)) return;
    if (!latest || cause.day >= latest->day) latest = cause;
  };
  for (const std::uint32_t i : book.purchases.of(facts.index)) {
    const Purchase& purchase = book.purchases.all[i];
    consider({purchase.on.day, false, i, purchase.what, purchase.at});
  }
  for (const std::uint32_t i : book.referred_by(facts.index)) {
    const Customer& referred = book.customers[i];
    if (!referred.since) continue;
    consider(
        {*referred.since, true, i, referred.name, {referred.at.file, referred.lines.since, 0}});
  }
  return latest;
}

/// The first touch that thanked them on or after `day`.
const Touch* thanks_since(const Facts& facts, Date day) {
  const auto first = std::ranges::lower_bound(facts.touches, day, {},
                                              [](const Touch* touch) { return touch->on.day; });
  const auto found = std::find_if(first, facts.touches.end(), [](const Touch* touch) {
    return touch->reached && !touch->thanked.empty();
  });
  return found == facts.touches.end() ? nullptr : *found;
}

bool within_window(const Facts& facts, Date day) {
  return facts.today <= facts.calendar().plus(day, facts.book.policy.thank_window);
}

/// What was last solved for them: an emergency, or a request by an alternative that they took.
std::optional<Gratitude> patience(const Facts& facts, const CustomerPlan& plan) {
  std::optional<Gratitude> latest;
  Date day{};
  for (const RequestState& state : plan.requests) {
    if (!state.ending || state.ending->outcome == Outcome::withdrawn) continue;
    const Request& request = facts.book.requests.all[state.request];
    const bool alternative = state.ending->outcome == Outcome::alternative;
    if (!request.urgent && !alternative) continue;
    const Date ended = state.ending->day;
    if ((latest && ended < day) || !within_window(facts, ended)) continue;
    if (thanks_since(facts, ended) != nullptr) continue;
    day = ended;
    latest =
        Gratitude{request.urgent ? Gratitude::Reason::emergency : Gratitude::Reason::alternative,
                  request.what, 0};
  }
  return latest;
}

/// The years with us, unless they were thanked for anything of late.
std::optional<Gratitude> loyalty(const Facts& facts) {
  if (!facts.customer.since) return std::nullopt;
  const auto since = civil(*facts.customer.since);
  const auto year = civil(facts.today).year();
  const Date anniversary = in_year(since.month() / since.day(), year, facts.leap_day());
  const int years =
      static_cast<int>((year - since.year()).count()) - (anniversary <= facts.today ? 0 : 1);
  if (years < 1) return std::nullopt;
  for (auto touch = facts.touches.rbegin(); touch != facts.touches.rend(); ++touch) {
    if (!within_window(facts, (*touch)->on.day)) break;
    if ((*touch)->reached && !(*touch)->thanked.empty()) return std::nullopt;
  }
  return Gratitude{Gratitude::Reason::years, {}, years};
}

/// R11: what R8 would thank for, else their patience, else the years.
std::optional<Gratitude> gratitude(const Facts& facts, const CustomerPlan& plan,
                                   const std::optional<Cause>& cause) {
  if (plan.emergency_open || facts.do_not_contact()) return std::nullopt;
  if (cause) {
    return Gratitude{cause->referral ? Gratitude::Reason::referral : Gratitude::Reason::purchase,
                     cause->what, 0};
  }
  if (auto latest = patience(facts, plan)) return latest;
  return loyalty(facts);
}

std::string described(const Cause& cause) {
  return fmt::format("{} \"{}\" of {}", cause.referral ? "referral of" : "purchase", cause.what,
                     spoken(cause.day));
}

/// The cause that nobody has thanked for yet, while it is not too long ago.
std::optional<Cause> open_cause(const Facts& facts) {
  const auto cause = latest_cause(facts);
  if (!cause) return std::nullopt;
  if (!within_window(facts, cause->day)) {
    note(facts, "R8", cause->at, [&] {
      return fmt::format("{}: more than {} ago", described(*cause),
                         to_string(facts.book.policy.thank_window));
    });
    return std::nullopt;
  }
  if (const Touch* touch = thanks_since(facts, cause->day)) {
    note(facts, "R8", touch->at, [&] {
      return fmt::format("{}: thanked on {}", described(*cause), spoken(touch->on.day));
    });
    return std::nullopt;
  }
  return cause;
}

}  // namespace

void plan_thanks(const Facts& facts, CustomerPlan& plan) {
  const auto cause = open_cause(facts);
  plan.thank_for = gratitude(facts, plan, cause);
  if (!cause || facts.customer.status == Status::former) return;
  Item item;
  item.customer = facts.index;
  item.kind = Kind::thanks;
  item.urgency = Urgency::belated;
  item.due = {facts.calendar().plus(cause->day, facts.book.policy.thank_within), std::nullopt};
  item.act = item.due.day;
  item.when = facts.today > item.due.day ? State::overdue : State::today;
  item.days_late = std::max(0, days_between(item.due.day, facts.today));
  item.what = cause->what;
  item.record = cause->record;
  item.occurrence = cause->day;
  item.referral = cause->referral;
  note(facts, "R8", cause->at, [&] {
    return fmt::format("{}: thank by {}: {}", described(*cause), spoken(item.due.day),
                       word(item.when));
  });
  plan.items.push_back(item);
}

}  // namespace care
