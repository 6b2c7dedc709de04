
#include <algorithm>

#include "plan/customer_day.hpp"

namespace care {
namespace {

constexpr std::chrono::days shown_ahead{7};

bool has_happened(const CustomerDay& today, const Promise& promise) {
  return !promise.made || today.has_come(*promise.made);
}

/// What closed a promise: nothing while it is open.
struct Closing {
  std::string text;
  Position at;
};

using Closings = std::vector<std::pair<std::uint32_t, Closing>>;

/// What the customer's touches and later promises closed.
Closings closings(const CustomerDay& today) {
  Closings closed;
  for (const Touch* touch : today.touches) {
    if (touch->promise) closed.emplace_back(*touch->promise, Closing{"kept", touch->at});
  }
  for (const std::uint32_t i : today.book.promises.of(today.index)) {
    const Promise& promise = today.book.promises.all[i];
    if (promise.kept && today.has_come(*promise.kept)) {
      closed.emplace_back(i, Closing{"kept", promise.at});
    }
    if (promise.replaces && has_happened(today, promise)) {
      closed.emplace_back(*promise.replaces, Closing{"replaced by a later promise", promise.at});
    }
  }
  std::ranges::stable_sort(closed, {}, &Closings::value_type::first);
  return closed;
}

}  // namespace

void plan_promises(const CustomerDay& today, CustomerPlan& plan) {
  const auto order = today.book.promises.of(today.index);
  if (order.empty()) return;
  const Closings closed = closings(today);
  for (const std::uint32_t i : order) {
    const Promise& promise = today.book.promises.all[i];
    if (!has_happened(today, promise)) continue;
    const auto closing = std::ranges::lower_bound(closed, i, {}, &Closings::value_type::first);
    if (closing != closed.end() && closing->first == i) {
      note(today, "R6", closing->second.at, "promise \"{}\": {}", promise.what,
           closing->second.text);
      continue;
    }
    const When due = promise.due.value_or(When{today.date, std::nullopt});
    const Date act = today.calendar().before(due.day);
    const State when = today.now > due.moment() ? State::overdue : today.state(act, due.day);
    Item item = today.item(Kind::promise, when, due.day, act);
    item.due = due;
    item.what = promise.what;
    item.id = promise.id;
    item.record = i;
    if (today.date < act - shown_ahead) item.hiding = Hiding::later;
    note(today, "R6", promise.at, "promise \"{}\": due {}, to keep on {}, listed from {}: {}",
         promise.what, due.time ? iso(due) : spoken(due.day), act, act - shown_ahead,
         word(item.when));
    plan.items.push_back(item);
  }
}

}  // namespace care
