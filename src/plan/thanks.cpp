#include <fmt/format.h>

#include <algorithm>

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
std::optional<Cause> latest_cause(const Book& book, CustomerIndex customer, Date today) {
  std::optional<Cause> latest;
  const auto consider = [&](const Cause& cause) {
    if (cause.day > today || (book.started && cause.day < *book.started)) return;
    if (!latest || cause.day >= latest->day) latest = cause;
  };
  for (const std::uint32_t i : book.purchases.of(customer)) {
    const Purchase& purchase = book.purchases.all[i];
    consider({purchase.on.day, false, i, purchase.what, purchase.at});
  }
  for (const std::uint32_t i : book.referred_by(customer)) {
    const Customer& referred = book.customers[i];
    if (!referred.since) continue;
    consider(
        {*referred.since, true, i, referred.name, {referred.at.file, referred.lines.since, 0}});
  }
  return latest;
}

/// The touch that thanked them on or after `day`.
const Touch* thanks_since(const Book& book, CustomerIndex customer, Date day, Date today) {
  for (const std::uint32_t i : book.touches.of(customer)) {
    const Touch& touch = book.touches.all[i];
    if (touch.on.day > today) break;
    if (touch.on.day >= day && touch.reached && !touch.thanked.empty()) return &touch;
  }
  return nullptr;
}

bool within_window(const Book& book, Date day, Date today) {
  return today <= book.policy.calendar.plus(day, book.policy.thank_window);
}

/// What was last solved for them: an emergency, or a request by an alternative that they took.
std::optional<Gratitude> patience(const Book& book, CustomerIndex customer,
                                  const CustomerPlan& plan, Date today) {
  std::optional<Gratitude> latest;
  Date day{};
  for (const RequestState& state : plan.requests) {
    if (!state.ending || state.ending->outcome == Outcome::withdrawn) continue;
    const Request& request = book.requests.all[state.request];
    const bool alternative = state.ending->outcome == Outcome::alternative;
    if (!request.urgent && !alternative) continue;
    const Date ended = state.ending->day;
    if ((latest && ended < day) || !within_window(book, ended, today)) continue;
    if (thanks_since(book, customer, ended, today) != nullptr) continue;
    day = ended;
    latest =
        Gratitude{request.urgent ? Gratitude::Reason::emergency : Gratitude::Reason::alternative,
                  request.what, 0};
  }
  return latest;
}

int years_with_us(const Book& book, const Customer& customer, Date today) {
  if (!customer.since) return 0;
  const auto since = civil(*customer.since);
  const auto year = civil(today).year();
  const int years = static_cast<int>((year - since.year()).count());
  const LeapDay leap_day = customer.leap_day.value_or(book.policy.leap_day);
  const Date anniversary = in_year(since.month() / since.day(), year, leap_day);
  return anniversary <= today ? years : years - 1;
}

}  // namespace

void plan_thanks(const Facts& facts, CustomerPlan& plan) {
  const auto cause = latest_cause(facts.book, facts.index, facts.today);
  if (!cause) return;
  const auto describe = [&] {
    return fmt::format("{} \"{}\" of {}", cause->referral ? "referral of" : "purchase", cause->what,
                       spoken(cause->day));
  };
  if (!within_window(facts.book, cause->day, facts.today)) {
    note(facts, "R8", cause->at, [&] {
      return fmt::format("{}: more than {} ago", describe(),
                         to_string(facts.book.policy.thank_window));
    });
    return;
  }
  if (const Touch* touch = thanks_since(facts.book, facts.index, cause->day, facts.today)) {
    note(facts, "R8", touch->at,
         [&] { return fmt::format("{}: thanked on {}", describe(), spoken(touch->on.day)); });
    return;
  }
  Item item;
  item.customer = facts.index;
  item.kind = Kind::thanks;
  item.urgency = 6;
  item.due = {facts.calendar().plus(cause->day, facts.book.policy.thank_within), std::nullopt};
  item.act = item.due.day;
  item.when = facts.today > item.due.day ? State::overdue : State::today;
  item.days_late = std::max(0, days_between(item.due.day, facts.today));
  item.what = cause->what;
  item.record = cause->record;
  item.occurrence = cause->day;
  item.referral = cause->referral;
  note(facts, "R8", cause->at, [&] {
    return fmt::format("{}: thank by {}: {}", describe(), spoken(item.due.day), word(item.when));
  });
  plan.items.push_back(item);
}

std::optional<Gratitude> thank_for(const Book& book, CustomerIndex customer,
                                   const CustomerPlan& plan, Date today) {
  if (plan.emergency_open) return std::nullopt;
  const auto cause = latest_cause(book, customer, today);
  const bool may_thank = book.customers[customer].status != Status::do_not_contact;
  if (may_thank && cause && within_window(book, cause->day, today) &&
      thanks_since(book, customer, cause->day, today) == nullptr) {
    return Gratitude{cause->referral ? Gratitude::Reason::referral : Gratitude::Reason::purchase,
                     cause->what, 0};
  }
  if (auto latest = patience(book, customer, plan, today)) return latest;
  const int years = years_with_us(book, book.customers[customer], today);
  if (years < 1) return std::nullopt;
  return Gratitude{Gratitude::Reason::years, {}, years};
}

}  // namespace care
