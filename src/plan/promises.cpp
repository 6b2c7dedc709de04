#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "plan/facts.hpp"

namespace care {
namespace {

constexpr std::chrono::days shown_ahead{7};

bool has_happened(const Facts& facts, const Promise& promise) {
  return !promise.made || *promise.made <= facts.today;
}

/// What closed a promise: nothing while it is open.
struct Closing {
  std::string text;
  Position at;
};

using Closings = std::vector<std::pair<std::uint32_t, Closing>>;

/// What the customer's touches and later promises closed.
Closings closings(const Facts& facts) {
  Closings closed;
  for (const Touch* touch : facts.touches) {
    if (touch->promise) closed.emplace_back(*touch->promise, Closing{"kept", touch->at});
  }
  for (const std::uint32_t i : facts.book.promises.of(facts.index)) {
    const Promise& promise = facts.book.promises.all[i];
    if (promise.kept && *promise.kept <= facts.today) {
      closed.emplace_back(i, Closing{"kept", promise.at});
    }
    if (promise.replaces && has_happened(facts, promise)) {
      closed.emplace_back(*promise.replaces, Closing{"replaced by a later promise", promise.at});
    }
  }
  std::ranges::stable_sort(closed, {}, &Closings::value_type::first);
  return closed;
}

}  // namespace

void plan_promises(const Facts& facts, CustomerPlan& plan) {
  const auto order = facts.book.promises.of(facts.index);
  if (order.empty()) return;
  const Closings closed = closings(facts);
  for (const std::uint32_t i : order) {
    const Promise& promise = facts.book.promises.all[i];
    if (!has_happened(facts, promise)) continue;
    const auto closing = std::ranges::lower_bound(closed, i, {}, &Closings::value_type::first);
    if (closing != closed.end() && closing->first == i) {
      note(facts, "R6", closing->second.at,
           [&] { return fmt::format("promise \"{}\": {}", promise.what, closing->second.text); });
      continue;
    }
    const Date due = promise.due.value_or(facts.today);
    const Date act = facts.calendar().before(due);
    Item item;
    item.customer = facts.index;
    item.kind = Kind::promise;
    item.due = {due, std::nullopt};
    item.act = act;
    item.what = promise.what;
    item.id = promise.id;
    item.record = i;
    if (facts.today > due) {
      item.when = State::overdue;
      item.urgency = Urgency::overdue;
      item.days_late = days_between(due, facts.today);
    } else if (facts.today >= act) {
      item.when = State::today;
      item.urgency = Urgency::open;
    }
    if (facts.today < act - shown_ahead) item.hiding = Hiding::later;
    note(facts, "R6", promise.at, [&] {
      return fmt::format("promise \"{}\": due {}, to keep on {}, listed from {}: {}", promise.what,
                         spoken(due), spoken(act), spoken(act - shown_ahead), word(item.when));
    });
    plan.items.push_back(item);
  }
}

}  // namespace care
