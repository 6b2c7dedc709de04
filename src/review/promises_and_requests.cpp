#include <fmt/format.h>

#include <algorithm>

#include "review/cases.hpp"

namespace care {
namespace {

/// What each promise was kept or replaced by, by its index.
template <class Value>
using ByPromise = std::vector<std::pair<std::uint32_t, Value>>;

/// Whether one that belongs to the promise is as it should be; sorted by promise.
template <class Value, class Fits>
bool any_of(const ByPromise<Value>& all, std::uint32_t promise, const Fits& fits) {
  auto one = std::ranges::lower_bound(all, promise, {}, &std::pair<std::uint32_t, Value>::first);
  for (; one != all.end() && one->first == promise; ++one) {
    if (fits(one->second)) return true;
  }
  return false;
}

/// When each was kept.
ByPromise<When> keepings(const Past& past) {
  ByPromise<When> kept;
  for (const Touch* touch : past.touches) {
    if (touch->promise) kept.emplace_back(*touch->promise, touch->on);
  }
  for (const std::uint32_t i : past.book.promises.of(past.who)) {
    const auto& own = past.book.promises.all[i].kept;
    if (own && *own <= past.end()) kept.emplace_back(i, When{*own, std::nullopt});
  }
  std::ranges::stable_sort(kept, {}, &std::pair<std::uint32_t, When>::first);
  return kept;
}

/// When each was replaced; from the beginning where the other does not say.
ByPromise<Date> replacements(const Past& past) {
  ByPromise<Date> replaced;
  for (const std::uint32_t i : past.book.promises.of(past.who)) {
    const Promise& promise = past.book.promises.all[i];
    if (promise.replaces) {
      replaced.emplace_back(*promise.replaces, promise.made.value_or(Date::min()));
    }
  }
  std::ranges::stable_sort(replaced, {}, &std::pair<std::uint32_t, Date>::first);
  return replaced;
}

void add_request(const Past& past, const RequestPast& request, Cases& cases) {
  const Request& record = past.book.requests.all[request.state.request];
  if (!record.asked) return;  // its clock starts anew each day
  const When respond_by = when_of(request.state.respond_by);
  const When solve_by = when_of(request.state.solve_by);
  const auto words = [&](std::string_view what, const When& by) {
    return fmt::format("{} \"{}\", {} by {} {}", record.urgent ? "emergency" : "request",
                       record.what, what, spelled_day(by.day),
                       iso(by).substr(iso(by.day).size() + 1));
  };
  const auto& ending = request.state.ending;
  const bool is_withdrawn = ending && ending->outcome == Outcome::withdrawn;
  const auto is_withdrawn_by = [&](const When& by) {
    return is_withdrawn && is_in_time(*request.ended, by);
  };
  if (!(request.withdrawn_unanswered && is_withdrawn_by(respond_by))) {
    const bool is_answered = request.answered && is_in_time(*request.answered, respond_by);
    cases.add(record.urgent ? Measure::emergencies_answered : Measure::answers, respond_by,
              is_answered, record.at, [&] { return words("to answer", respond_by); });
  }
  if (!is_withdrawn_by(solve_by)) {
    cases.add(record.urgent ? Measure::emergencies_solved : Measure::solutions, solve_by,
              request.solved && is_in_time(*request.solved, solve_by), record.at,
              [&] { return words("to solve", solve_by); });
  }
}

}  // namespace

void add_promises(const Past& past, Cases& cases) {
  const auto order = past.book.promises.of(past.who);
  if (order.empty()) return;
  const auto kept = keepings(past);
  const auto replaced = replacements(past);
  for (const std::uint32_t i : order) {
    const Promise& promise = past.book.promises.all[i];
    // Without a day it is due anew each day.
    if (!promise.due || (promise.made && *promise.made > past.end())) continue;
    const When due = *promise.due;
    if (any_of(replaced, i, [&](Date day) { return day <= due.day; })) continue;
    const bool is_kept = any_of(kept, i, [&](const When& on) { return is_in_time(on, due); });
    cases.add(Measure::promises, due, is_kept, promise.at, [&] {
      return fmt::format("promise \"{}\", due {}", promise.what, spelled_day(due.day));
    });
  }
}

void add_requests(const Past& past, Cases& cases) {
  for (const RequestPast& request : past.requests) add_request(past, request, cases);
}

}  // namespace care
