#include "plan/customer_day.hpp"

#include <fmt/format.h>

#include <algorithm>

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

/// At most `thank_window` old.
bool is_recent(const CustomerDay& today, Date day) {
  return today.date <= today.calendar().plus(day, today.book.policy.thank_window);
}

/// The latest cause up to today; of one day the referral, and of one kind the later in the file.
std::optional<Cause> latest_cause(const CustomerDay& today) {
  const Book& book = today.book;
  std::optional<Cause> latest;
  const auto consider = [&](const Cause& cause) {
    if (!today.has_come(cause.day) || today.before_book(cause.day)) return;
    if (!latest || cause.day >= latest->day) latest = cause;
  };
  for (const std::uint32_t i : book.purchases.of(today.index)) {
    const Purchase& purchase = book.purchases.all[i];
    consider({purchase.on.day, false, i, purchase.what, purchase.at});
  }
  for (const std::uint32_t i : book.referred_by(today.index)) {
    const Customer& referred = as_of(book, i, today.date);
    today.watch(next_fact(book, i, today.date));
    if (!referred.since) continue;
    consider({*referred.since, true, i, referred.name,
              position_of(book, referred.at, referred.lines.since)});
  }
  return latest;
}

std::string described(const Cause& cause) {
  return fmt::format("{} \"{}\" of {}", cause.referral ? "referral of" : "purchase", cause.what,
                     spoken(cause.day));
}

void explain_thanked(const CustomerDay& today, const Cause& cause) {
  const auto found =
      std::find_if(today.touches_from(cause.day), today.touches.end(),
                   [](const Touch* touch) { return touch->reached && !touch->thanked.empty(); });
  note(today, "R8", (*found)->at, "{}: thanked on {}", described(cause), (*found)->on.day);
}

/// The cause that nobody has thanked for yet, while it is not too long ago.
std::optional<Cause> open_cause(const CustomerDay& today) {
  const auto cause = latest_cause(today);
  if (!cause) return std::nullopt;
  if (!is_recent(today, cause->day)) {
    note(today, "R8", cause->at, "{}: more than {} ago", described(*cause),
         today.book.policy.thank_window);
    return std::nullopt;
  }
  if (!today.thanked_since(cause->day)) return cause;
  explain_thanked(today, *cause);
  return std::nullopt;
}

/// What was last solved for them: an emergency, or a request by an alternative that they took.
std::optional<Gratitude> thanks_for_patience(const CustomerDay& today, const CustomerPlan& plan) {
  std::optional<Gratitude> latest;
  Date day{};
  for (const RequestState& state : plan.requests) {
    if (!state.ending || state.ending->outcome == Outcome::withdrawn) continue;
    const Request& request = today.book.requests.all[state.request];
    const bool alternative = state.ending->outcome == Outcome::alternative;
    if (!request.urgent && !alternative) continue;
    const Date ended = state.ending->day;
    if ((latest && ended < day) || !is_recent(today, ended)) continue;
    if (today.thanked_since(ended)) continue;
    day = ended;
    latest =
        Gratitude{request.urgent ? Gratitude::Reason::emergency : Gratitude::Reason::alternative,
                  request.what, 0};
  }
  return latest;
}

/// The years with us, unless they were thanked for anything of late.
std::optional<Gratitude> loyalty(const CustomerDay& today) {
  const Touch* thanked = today.last_thanking;
  if (!today.customer.since || (thanked != nullptr && is_recent(today, thanked->on.day))) {
    return std::nullopt;
  }
  const auto since = civil(*today.customer.since);
  const Date anniversary = in_year(since.month() / since.day(), today.year, today.leap_day());
  const int years =
      static_cast<int>((today.year - since.year()).count()) - (anniversary <= today.date ? 0 : 1);
  if (years < 1) return std::nullopt;
  return Gratitude{Gratitude::Reason::years, {}, years};
}

/// What to thank for: what R8 says, else their patience, else the years with us. Nobody thanks the
/// dead.
std::optional<Gratitude> gratitude_of(const CustomerDay& today, const CustomerPlan& plan,
                                      const std::optional<Cause>& cause) {
  if (plan.emergency_open || today.do_not_contact() || today.customer.died) return std::nullopt;
  if (cause) {
    return Gratitude{cause->referral ? Gratitude::Reason::referral : Gratitude::Reason::purchase,
                     cause->what, 0};
  }
  const auto latest = thanks_for_patience(today, plan);
  return latest ? latest : loyalty(today);
}

}  // namespace

void plan_thanks(const CustomerDay& today, CustomerPlan& plan) {
  const auto cause = open_cause(today);
  plan.thank_for = gratitude_of(today, plan, cause);
  if (!cause || today.former()) return;
  const Date due = today.calendar().plus(cause->day, today.book.policy.thank_within);
  Item item = today.item(Kind::thanks, today.date > due ? State::overdue : State::today, due, due);
  item.what = cause->what;
  item.record = cause->record;
  item.occurrence = cause->day;
  item.referral = cause->referral;
  note(today, "R8", cause->at, "{}: thank by {}: {}", described(*cause), due, word(item.when));
  plan.items.push_back(item);
}

}  // namespace care
