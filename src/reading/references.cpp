#include "reading/references.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include <care/book_fields.hpp>
#include <care/text.hpp>

#include "reading/values.hpp"

namespace care::reading {
namespace {

/// So few names are looked through; more have an index.
constexpr std::size_t few = 16;

template <class List, class Named>
std::vector<std::string_view> names_of(const List& all, std::string_view Named::*name) {
  std::vector<std::string_view> names;
  names.reserve(all.size());
  for (const Named& one : all) names.push_back(one.*name);
  return names;
}

}  // namespace

void References::no_such(std::string_view code, const Node& value, std::string_view kind,
                         std::optional<std::string_view> near) {
  problems_.error(
      code, value.at, fmt::format("no {} {}", kind, in_quotes(value.text)),
      near ? written(value, in_quotes(*near)) : "one that stands in the book, or add it there");
}

std::optional<StaffIndex> References::staff(const Node& value) {
  const auto found = staff_ids.find(value.text);
  if (!found && !staff_ids.is_lost(value.text))
    no_such("no-such-staff", value, "staff member has the id", staff_ids.nearest(value.text));
  return found;
}

template <class List, class Named>
std::optional<std::uint32_t> References::find_named(std::string_view text, const List& all,
                                                    Text Named::*name, Indexes& indexes,
                                                    std::uint32_t of) {
  if (all.size() <= few) {
    const auto found = std::ranges::find(all, text, name);
    if (found == all.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - all.begin());
  }
  const auto [index, is_new] = indexes.try_emplace(of);
  for (std::uint32_t i = 0; is_new && i < all.size(); ++i) (void)index->second.add(all[i].*name, i);
  return index->second.find(text);
}

template <class List, class Named>
std::optional<std::string_view> References::near_named(std::string_view text, const List& all,
                                                       Text Named::*name, Indexes& indexes,
                                                       std::uint32_t of) {
  return all.size() <= few ? nearest_of(text, names_of(all, name)) : indexes[of].nearest(text);
}

std::optional<std::uint32_t> References::find_tier(std::string_view name) {
  return find_named(name, book_.policy.tiers, &Tier::name, tiers_, 0);
}

std::optional<std::uint32_t> References::tier(const Node& value) {
  const auto found = find_tier(value.text);
  if (found || policy_is_lost || std::ranges::find(lost_tiers, value.text) != lost_tiers.end())
    return found;
  no_such("no-such-tier", value, "tier is called",
          near_named(value.text, book_.policy.tiers, &Tier::name, tiers_, 0));
  return std::nullopt;
}

std::optional<CustomerIndex> References::customer(const Node& value) {
  const auto found = customer_ids.find(value.text);
  if (!found && !customer_ids.is_lost(value.text))
    no_such("no-such-customer", value, "customer has the id", customer_ids.nearest(value.text));
  return found;
}

std::optional<CustomerIndex> References::referrer(const Node& value, CustomerIndex of) {
  const auto from = customer(value);
  if (from != of) return from;
  problems_.error("bad-value", value.at, "nobody is referred by themselves",
                  "the id of another customer");
  return std::nullopt;
}

std::optional<std::uint32_t> References::find_contact(std::string_view name,
                                                      CustomerIndex customer) {
  const auto& contacts = book_.customers[customer].contacts;
  const auto same = find_named(name, contacts, &Contact::name, contacts_, customer);
  if (same) return same;
  // One whose name is written in other characters that look the same.
  const auto [index, is_new] = composed_contacts_.try_emplace(customer);
  for (std::uint32_t i = 0; is_new && i < contacts.size(); ++i) {
    index->second.try_emplace(composed(contacts[i].name), i);
  }
  const auto alike = index->second.find(composed(name));
  return alike == index->second.end() ? std::nullopt : std::optional{alike->second};
}

std::optional<std::uint32_t> References::contact(const Node& value, CustomerIndex customer) {
  const auto found = find_contact(value.text, customer);
  if (!found) {
    no_such("no-such-contact", value, "contact of this customer is called",
            near_named(value.text, book_.customers[customer].contacts, &Contact::name, contacts_,
                       customer));
  }
  return found;
}

bool References::has_event(std::string_view what, CustomerIndex customer) {
  const auto& events = book_.customers[customer].events;
  if (events.size() <= few) {
    return std::ranges::any_of(
        events, [&](const Event& event) { return equal_ignoring_case(event.what, what); });
  }
  const auto [keys, is_new] = event_keys_.try_emplace(customer);
  if (is_new)
    for (const Event& event : events) keys->second.insert(name_key(event.what));
  return keys->second.contains(name_key(what));
}

void References::event(const Node& value, CustomerIndex customer) {
  if (has_event(value.text, customer)) return;
  const auto& events = book_.customers[customer].events;
  (void)find_named(value.text, events, &Event::what, events_, customer);
  const auto near = near_named(value.text, events, &Event::what, events_, customer);
  problems_.warning("no-such-event", value.at,
                    fmt::format("no event of this customer is called {}", in_quotes(value.text)),
                    near ? written(value, in_quotes(*near)) : "the `what` of one of its events");
}

template <class Record>
std::optional<std::uint32_t> References::record(const Node& value, CustomerIndex customer) {
  if (const auto own = find_own<Record>(value.text, customer)) return own;
  Ids& ids = ids_of<Record>();
  const std::string_view kind = table_head<Record>.noun;
  const std::string_view code =
      std::is_same_v<Record, Promise> ? "no-such-promise" : "no-such-request";
  const auto found = ids.find(value.text);
  if (!found) {
    if (ids.is_lost(value.text)) return std::nullopt;
    book_.claimed_ids.emplace_back(value.text);
    no_such(code, value, fmt::format("{} has the id", kind), ids.nearest(value.text));
    return std::nullopt;
  }
  if (ids.is_ambiguous(value.text)) {
    problems_.error("ambiguous-id", value.at,
                    fmt::format("more than one {} goes by the id {}", kind, in_quotes(value.text)),
                    "an `id` of its own for each of them");
    return std::nullopt;
  }
  const Text owner = book_.customers[list_of<Record>(book_)[*found].customer].id;
  problems_.error(
      code, value.at,
      fmt::format("{} is a {} of the customer {}", in_quotes(value.text), kind, in_quotes(owner)),
      fmt::format("a {} of {}", kind, in_quotes(book_.customers[customer].id)));
  return std::nullopt;
}

std::optional<std::uint32_t> References::request(const Node& value, CustomerIndex customer) {
  return record<Request>(value, customer);
}

std::optional<std::uint32_t> References::promise(const Node& value, CustomerIndex customer) {
  return record<Promise>(value, customer);
}

void References::later(std::uint32_t of, const Node& value, Resolve resolve) {
  Node& kept = later_.emplace_back(Later{of, value, resolve}).value;
  if (!value.stays) {
    kept.text = book_.texts->keep(value.text);
    kept.key = book_.texts->keep(value.key);
  }
  kept.first = kept.next = nullptr;
}

std::string_view References::later_of(std::uint32_t of) const {
  const auto found = std::ranges::find(later_, of, &Later::of);
  return found == later_.end() ? std::string_view{} : found->value.text;
}

void References::resolve_later() {
  if (later_.empty()) return;
  for (const Later& one : later_) one.resolve(*this, one.of, one.value);
  break_circles();
  later_.clear();
}

/// Follows each promise to what it replaces until nothing is replaced or one comes again. Each is
/// walked over once: `walk` says in which walk. All that is looked up late once there are promises
/// is what they replace.
void References::break_circles() {
  std::vector<Promise>& promises = book_.promises.all;
  std::vector<std::uint32_t> walk(promises.size(), 0);
  std::vector<bool> in_circle(promises.size(), false);
  for (std::uint32_t start = 0; start < promises.size(); ++start) {
    std::optional<std::uint32_t> at = start;
    while (at && walk[*at] == 0) {
      walk[*at] = start + 1;
      at = promises[*at].replaces;
    }
    if (!at || walk[*at] != start + 1) continue;
    for (std::uint32_t member = *at; !in_circle[member]; member = *promises[member].replaces)
      in_circle[member] = true;
  }
  for (const Later& one : later_) {
    if (one.of >= promises.size() || !in_circle[one.of]) continue;
    promises[one.of].replaces.reset();
    problems_.error("replaces-in-a-circle", one.value.at,
                    "these promises replace each other, so all of them stay open",
                    "`replaces` only where the newer promise stands");
  }
}

}  // namespace care::reading
