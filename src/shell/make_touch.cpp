#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "shell/case.hpp"
#include "shell/open_records.hpp"
#include "shell/usage.hpp"

namespace care {
namespace {

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

Text thanked(const Case& facts) {
  const Implied& thanks = facts.arguments.touch.thanks;
  if (!thanks.is_given) return {};
  if (!thanks.value.empty()) return thanks.value;
  const auto shown_there = plan_customer(facts.book, facts.who, moment_of(facts)).thank_for;
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

}  // namespace

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

}  // namespace care
