#include <care/calendar_typed.hpp>
#include <care/text.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "shell/open_records.hpp"
#include "shell/usage.hpp"
#include "shell/writing.hpp"

namespace care {
namespace {

std::string id_of(const Case& facts) { return shown(facts.customer().id); }

/// A text of the command line as a text of the book.
Text kept(const Case& facts, std::string_view text) { return facts.book.texts->keep(text); }

/// The names of a list, as messages show them.
template <class List, class NameOf>
std::string listed(const List& list, NameOf name_of) {
  std::string names;
  for (const auto& one : list) {
    if (!names.empty()) names += ", ";
    names += name_of(one);
  }
  return neutralised(names);
}

/// The first of a list that the text names: whole, letter case aside, or by its beginning.
template <class List, class NameOf>
std::optional<std::uint32_t> named(const List& list, std::string_view text, NameOf name_of) {
  std::optional<std::uint32_t> by_beginning;
  std::size_t beginnings = 0;
  const std::string wanted = folded(text);
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    const std::string name = folded(name_of(list[i]));
    if (name == wanted) return i;
    if (!name.starts_with(wanted)) continue;
    by_beginning = i;
    ++beginnings;
  }
  return beginnings == 1 ? by_beginning : std::nullopt;
}

std::uint32_t contact_named(const Case& facts, std::string_view name) {
  const auto& contacts = facts.customer().contacts;
  const auto found = named(contacts, name, [](const Contact& contact) { return contact.name; });
  if (found) return *found;
  const auto called = named(contacts, name, [](const Contact& contact) { return contact.call_me; });
  if (called) return *called;
  const std::string names = listed(contacts, [](const Contact& contact) { return contact.name; });
  throw UsageError{fmt::format(
      "--contact: {} has no contact called \"{}\"{}", id_of(facts), shown(name),
      names.empty() ? "; add a [[customer.contact]] with care edit" : "; there are " + names)};
}

// --- Thanks and greetings -----------------------------------------------------------------------

/// The moment as of which the agenda of the record's day is meant.
Moment moment_of(const Case& facts) {
  if (facts.on.time) return facts.on.moment();
  return facts.on.day == facts.today() ? facts.now
                                       : facts.book.policy.calendar.opening(facts.on.day);
}

Text thanked(const Case& facts) {
  const Implied& thanks = facts.arguments.touch.thanks;
  if (!thanks.is_given) return {};
  if (!thanks.value.empty()) return thanks.value;
  const CustomerPlan plan = plan_customer(facts.book, facts.who, moment_of(facts));
  const auto shown_there = thank_for(facts.book, facts.who, plan, facts.on.day);
  if (shown_there) return kept(facts, to_string(*shown_there));
  throw UsageError{
      fmt::format("--thanks: the agenda has nothing to thank {} for; say what for: "
                  "--thanks \"the spring order\"",
                  id_of(facts))};
}

/// Occasions that can be greeted on the day of the touch.
std::vector<Item> greetable(const Case& facts) {
  std::vector<Item> items = plan_customer(facts.book, facts.who, moment_of(facts)).items;
  std::erase_if(items, [](const Item& item) {
    return item.kind != Kind::birthday && item.kind != Kind::anniversary &&
           item.kind != Kind::event;
  });
  std::ranges::sort(items, comes_before);
  return items;
}

std::string_view name_of(const Item& item) {
  return item.kind == Kind::event ? item.what : word(item.kind);
}

/// `birthday of Joe Tran`.
std::string described(const Item& item) {
  if (item.kind != Kind::birthday) return std::string{name_of(item)};
  return fmt::format("birthday of {}", item.person);
}

void refuse_greeting(const Case& facts, std::string_view what, const std::vector<Item>& items) {
  std::vector<std::string_view> known{"birthday", "anniversary"};
  known.reserve(known.size() + facts.customer().events.size());
  for (const Event& event : facts.customer().events) known.push_back(event.what);
  const bool is_known = std::ranges::any_of(
      known, [&](std::string_view name) { return equal_ignoring_case(name, what); });
  const std::string there = listed(items, described);
  const std::string instead = there.empty() ? "; nothing is" : "; but: " + there;
  throw UsageError{fmt::format(
      "--greeted: \"{}\" {}{}", shown(what),
      is_known ? "is not to be greeted that day, or was already" : "is no occasion of theirs",
      is_known ? instead : suggestion(what, known))};
}

/// The one occasion that the agenda shows: what is due before what is coming.
Item only_greetable(const Case& facts, std::vector<Item> items) {
  if (std::ranges::any_of(items, is_due)) {
    std::erase_if(items, [](const Item& item) { return !is_due(item); });
  }
  if (items.size() == 1) return items.front();
  if (items.empty()) {
    throw UsageError{fmt::format(
        "--greeted: nothing of {}'s is to be greeted that day, or it was already", id_of(facts))};
  }
  const Item& first = items.front();
  throw UsageError{fmt::format("--greeted: which of {}? Name it: --greeted \"{}\"{}",
                               listed(items, described), shown(name_of(first)),
                               first.kind == Kind::birthday ? ", and whose with --contact" : "")};
}

void greet(const Case& facts, Touch& touch) {
  const TouchWords& words = facts.arguments.touch;
  if (!words.greets) return;
  std::vector<Item> items = greetable(facts);
  if (touch.contact) {
    std::erase_if(items, [&](const Item& item) {
      return item.kind == Kind::birthday && item.record != *touch.contact;
    });
  }
  for (const std::string& what : words.greeted) {
    const auto found = std::ranges::find_if(
        items, [&](const Item& item) { return equal_ignoring_case(name_of(item), what); });
    if (found == items.end()) refuse_greeting(facts, what, items);
    touch.greeted.push_back(name_of(*found));
  }
  if (!words.greeted.empty()) return;
  const Item item = only_greetable(facts, std::move(items));
  touch.greeted.push_back(name_of(item));
  if (item.kind == Kind::birthday && item.record != Item::own) touch.contact = item.record;
}

// --- Touches ------------------------------------------------------------------------------------

Touch make_touch(const Case& facts) {
  const TouchWords& words = facts.arguments.touch;
  Touch touch{};
  touch.customer = facts.who;
  touch.on = facts.on;
  touch.by = facts.by;
  touch.how = words.how;
  touch.heard = words.heard;
  touch.wow = words.wow;
  touch.mood = words.mood;
  touch.reached = !words.missed;
  touch.from_them = words.from_them;
  if (!words.contact.empty()) touch.contact = contact_named(facts, words.contact);
  touch.thanked = thanked(facts);
  greet(facts, touch);
  return touch;
}

Touch make_log(const Case& facts) {
  Touch touch = make_touch(facts);
  touch.said = facts.arguments.text;
  const auto& [request, promise] = std::tie(facts.arguments.request, facts.arguments.promise);
  if (request.is_given) {
    touch.request = one_meant(facts, "--request", request.value, requests_of(facts));
  }
  if (promise.is_given) {
    touch.promise = one_meant(facts, "--promise", promise.value, promises_of(facts));
  }
  return touch;
}

Touch make_done(const Case& facts) {
  const Arguments& arguments = facts.arguments;
  Touch touch = make_touch(facts);
  touch.said = arguments.text;
  const auto requests = still_open(requests_of(facts));
  const auto promises = still_open(promises_of(facts));
  const bool of_promise =
      arguments.promise.is_given || (!arguments.request.is_given && !arguments.withdrawn &&
                                     requests.empty() && promises.size() == 1);
  if (of_promise) {
    touch.promise = one_meant(facts, "--promise", arguments.promise.value, promises);
    return touch;
  }
  const bool says_which = arguments.request.is_given || arguments.withdrawn;
  if (!says_which && requests.empty() && promises.empty()) {
    throw UsageError{
        fmt::format("nothing of {0} is open; to log a contact: care log {0}", id_of(facts))};
  }
  if (!says_which && !promises.empty()) {
    throw UsageError{fmt::format("which of these is done?{}{}", choices("--request", requests),
                                 choices("--promise", promises))};
  }
  touch.request = one_meant(facts, "--request", arguments.request.value, requests);
  touch.outcome = arguments.withdrawn ? Outcome::withdrawn : Outcome::done;
  return touch;
}

Touch make_offer(const Case& facts) {
  const Arguments& arguments = facts.arguments;
  Touch touch = make_touch(facts);
  auto requests = still_open(requests_of(facts));
  touch.answer = arguments.answer;
  touch.offered = arguments.text;
  if (!arguments.text.empty()) {
    touch.outcome = Outcome::alternative;
  } else {
    std::erase_if(requests, [](const OpenRecord& request) { return !request.has_offer; });
    if (requests.empty()) {
      throw UsageError{
          fmt::format("nothing offered to {0} waits for a word; offer something: care "
                      "offer {0} \"what you can do\"",
                      id_of(facts))};
    }
  }
  touch.request = one_meant(facts, "--request", arguments.request.value, requests);
  return touch;
}

// --- Other records ------------------------------------------------------------------------------

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
