#include "plan/customer_day.hpp"

namespace care {

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

}  // namespace care
