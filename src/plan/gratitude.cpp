#include "plan/customer_day.hpp"

namespace care {
namespace {

/// What was last solved for them: an emergency, or a request by an alternative that they took.
std::optional<Gratitude> patience(const CustomerDay& today, const CustomerPlan& plan) {
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
  const auto year = civil(today.date).year();
  const Date anniversary = in_year(since.month() / since.day(), year, today.leap_day());
  const int years =
      static_cast<int>((year - since.year()).count()) - (anniversary <= today.date ? 0 : 1);
  if (years < 1) return std::nullopt;
  return Gratitude{Gratitude::Reason::years, {}, years};
}

}  // namespace

bool is_recent(const CustomerDay& today, Date day) {
  return today.date <= today.calendar().plus(day, today.book.policy.thank_window);
}

std::optional<Gratitude> gratitude_of(const CustomerDay& today, const CustomerPlan& plan,
                                      std::optional<Gratitude> cause) {
  if (plan.emergency_open || today.do_not_contact()) return std::nullopt;
  if (cause) return cause;
  if (auto latest = patience(today, plan)) return latest;
  return loyalty(today);
}

}  // namespace care
