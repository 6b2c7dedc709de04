#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "plan/customer_day.hpp"

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
    const Customer& referred = book.customers[i];
    if (!referred.since) continue;
    consider(
        {*referred.since, true, i, referred.name, {referred.at.file, referred.lines.since, 0}});
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
  note(today, "R8", (*found)->at, [&] {
    return fmt::format("{}: thanked on {}", described(cause), spoken((*found)->on.day));
  });
}

/// The cause that nobody has thanked for yet, while it is not too long ago.
std::optional<Cause> open_cause(const CustomerDay& today) {
  const auto cause = latest_cause(today);
  if (!cause) return std::nullopt;
  if (!is_recent(today, cause->day)) {
    note(today, "R8", cause->at, [&] {
      return fmt::format("{}: more than {} ago", described(*cause),
                         to_string(today.book.policy.thank_window));
    });
    return std::nullopt;
  }
  if (!today.thanked_since(cause->day)) return cause;
  explain_thanked(today, *cause);
  return std::nullopt;
}

}  // namespace

void plan_thanks(const CustomerDay& today, CustomerPlan& plan) {
  const auto cause = open_cause(today);
  std::optional<Gratitude> gratitude;
  if (cause) {
    gratitude = {cause->referral ? Gratitude::Reason::referral : Gratitude::Reason::purchase,
                 cause->what, 0};
  }
  plan.thank_for = gratitude_of(today, plan, gratitude);
  if (!cause || today.former()) return;
  const Date due = today.calendar().plus(cause->day, today.book.policy.thank_within);
  Item item = today.item(Kind::thanks, today.date > due ? State::overdue : State::today, due, due);
  item.what = cause->what;
  item.record = cause->record;
  item.occurrence = cause->day;
  item.referral = cause->referral;
  note(today, "R8", cause->at, [&] {
    return fmt::format("{}: thank by {}: {}", described(*cause), spoken(due), word(item.when));
  });
  plan.items.push_back(item);
}

}  // namespace care
