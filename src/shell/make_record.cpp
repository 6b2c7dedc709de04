#include <care/calendar_typed.hpp>
#include <care/text.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "shell/case.hpp"
#include "shell/open_records.hpp"
#include "shell/session.hpp"
#include "shell/usage.hpp"

namespace care {
namespace {

std::optional<Date> due_of(const Case& facts, Date from) {
  if (facts.arguments.due.empty()) return std::nullopt;
  const Date due = day_typed(facts.now, facts.book, "--due", facts.arguments.due, Lean::future);
  if (due >= from) return due;
  throw UsageError{fmt::format("--due {} is before {}, when it began", iso(due), iso(from))};
}

void refuse_former(const Case& facts, std::string_view what) {
  if (facts.customer().status != Status::former) return;
  throw UsageError{
      fmt::format("{0} is a former customer, so nobody would see the {1}; set the "
                  "status to \"active\" first: care edit {0}",
                  id_of(facts), what)};
}

Request make_request(const Case& facts) {
  refuse_former(facts, "request");
  Request request{};
  request.customer = facts.who;
  request.what = facts.arguments.text;
  request.asked = facts.on;
  request.by = facts.by;
  request.urgent = facts.arguments.urgent;
  if (const auto due = due_of(facts, facts.on.day)) request.due = When{*due, std::nullopt};
  request.id = kept(facts, free_request_id(facts.book, facts.customer().id, facts.on.day));
  return request;
}

Promise make_promise(const Case& facts) {
  refuse_former(facts, "promise");
  Promise promise{};
  promise.customer = facts.who;
  promise.what = facts.arguments.text;
  promise.made = facts.on.day;
  promise.due = due_of(facts, facts.on.day);
  promise.by = facts.by;
  promise.id = kept(facts, free_promise_id(facts.book, facts.customer().id, *promise.due));
  if (!facts.arguments.replaces.empty()) {
    promise.replaces =
        one_meant(facts, "--replaces", facts.arguments.replaces, still_open(promises_of(facts)));
  }
  return promise;
}

Purchase make_purchase(const Case& facts) {
  Purchase purchase{};
  purchase.customer = facts.who;
  purchase.on = facts.on;
  purchase.what = facts.arguments.text;
  purchase.amount = facts.arguments.amount;
  purchase.currency = facts.arguments.currency;
  purchase.by = facts.by;
  return purchase;
}

/// The event that is named, else the only one to prepare for that day.
Text event_ready(const Case& facts) {
  const auto& events = facts.customer().events;
  if (!facts.arguments.text.empty()) {
    const auto what = [](const Event& event) { return event.what; };
    const auto found = named(events, facts.arguments.text, what);
    if (found) return events[*found].what;
    throw UsageError{fmt::format("{} has no event \"{}\"{}", id_of(facts),
                                 shown(facts.arguments.text),
                                 events.empty() ? "; add a [[customer.event]] with care edit"
                                                : "; there are " + listed(events, what))};
  }
  std::vector<Item> items = plan_customer(facts.book, facts.who, moment_of(facts)).items;
  std::erase_if(items, [](const Item& item) { return item.kind != Kind::prepare; });
  if (items.size() == 1) return items.front().what;
  if (items.empty()) {
    throw UsageError{
        fmt::format("nothing is to be prepared for {0} now; name the event: care "
                    "ready {0} \"opening day\"",
                    id_of(facts))};
  }
  throw UsageError{fmt::format("which is ready: {}? Name it: care ready {} \"{}\"",
                               listed(items, [](const Item& item) { return item.what; }),
                               id_of(facts), shown(items.front().what))};
}

Ready make_ready(const Case& facts) {
  Ready ready{};
  ready.customer = facts.who;
  ready.on = facts.on;
  ready.by = facts.by;
  ready.what = event_ready(facts);
  return ready;
}

/// How many of the words, from the first on, are a day.
std::size_t words_of_day(const Case& facts, std::optional<When>& day) {
  constexpr std::size_t most = 4;
  const auto& words = facts.arguments.words;
  for (std::size_t count = std::min(most, words.size()); count > 0; --count) {
    const auto end = words.begin() + static_cast<std::ptrdiff_t>(count);
    std::string text = fmt::format("{}", fmt::join(words.begin(), end, " "));
    for (const std::string_view lead : {"until ", "for ", "till "}) {
      if (equal_ignoring_case(std::string_view{text}.substr(0, lead.size()), lead)) {
        text.erase(0, lead.size());
      }
    }
    day = parse_typed_day(text, facts.now, facts.book.policy.calendar, Lean::future);
    if (day) return count;
  }
  return 0;
}

Snooze make_snooze(const Case& facts) {
  const auto& words = facts.arguments.words;
  std::optional<When> until;
  const std::size_t used = words_of_day(facts, until);
  if (!until || until->time) {
    throw UsageError{
        fmt::format("snooze: \"{}\" is no day; write care snooze {} 2w \"away until "
                    "then\" (or fri, 28 Nov, 2026-12-01)",
                    shown(words.front()), id_of(facts))};
  }
  auto reason = words.begin() + static_cast<std::ptrdiff_t>(used);
  if (reason != words.end() && equal_ignoring_case(*reason, "because")) ++reason;
  Snooze snooze{};
  snooze.customer = facts.who;
  snooze.on = facts.on;
  snooze.until = until->day;
  snooze.because = kept(facts, fmt::format("{}", fmt::join(reason, words.end(), " ")));
  snooze.by = facts.by;
  snooze.all = facts.arguments.all;
  if (snooze.because.empty()) {
    throw UsageError{fmt::format("snooze wants a reason: care snooze {} {} \"away until then\"",
                                 id_of(facts), iso(snooze.until))};
  }
  if (snooze.until <= facts.on.day) {
    throw UsageError{
        fmt::format("snooze: {} is not after {}", iso(snooze.until), iso(facts.on.day))};
  }
  return snooze;
}

}  // namespace

Record make_record(const Case& facts) {
  switch (facts.arguments.command) {
    case Command::request: return make_request(facts);
    case Command::done: return make_done(facts);
    case Command::offer: return make_offer(facts);
    case Command::promise: return make_promise(facts);
    case Command::purchase: return make_purchase(facts);
    case Command::ready: return make_ready(facts);
    case Command::snooze: return make_snooze(facts);
    default: break;
  }
  return make_log(facts);
}

}  // namespace care
