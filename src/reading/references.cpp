#include "reading/references.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include <care/text.hpp>

#include "reading/values.hpp"

namespace care::reading {
namespace {

template <class Named>
std::vector<std::string_view> names_of(const std::vector<Named>& all,
                                       std::string_view Named::*name) {
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

template <class Named>
std::optional<std::uint32_t> References::named(const Node& value, const std::vector<Named>& all,
                                               Text Named::*name, Indexes& indexes,
                                               std::uint32_t of,
                                               std::optional<std::string_view>& near) {
  constexpr std::size_t few = 16;
  if (all.size() <= few) {
    const auto found = std::ranges::find(all, value.text, name);
    if (found != all.end()) return static_cast<std::uint32_t>(found - all.begin());
    near = nearest_of(value.text, names_of(all, name));
    return std::nullopt;
  }
  const auto [index, is_new] = indexes.try_emplace(of);
  Ids& ids = index->second;
  for (std::uint32_t i = 0; is_new && i < all.size(); ++i) (void)ids.add(all[i].*name, i);
  const auto found = ids.find(value.text);
  if (!found) near = ids.nearest(value.text);
  return found;
}

std::optional<std::uint32_t> References::tier(const Node& value) {
  std::optional<std::string_view> near;
  const auto found = named(value, book_.policy.tiers, &Tier::name, tiers_, 0, near);
  if (found) return found;
  if (policy_is_lost || std::ranges::find(lost_tiers, value.text) != lost_tiers.end())
    return std::nullopt;
  no_such("no-such-tier", value, "tier is called", near);
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

std::optional<std::uint32_t> References::contact(const Node& value, CustomerIndex customer) {
  std::optional<std::string_view> near;
  const auto found =
      named(value, book_.customers[customer].contacts, &Contact::name, contacts_, customer, near);
  if (!found) no_such("no-such-contact", value, "contact of this customer is called", near);
  return found;
}

void References::event(const Node& value, CustomerIndex customer) {
  const std::vector<Event>& events = book_.customers[customer].events;
  for (const Event& event : events)
    if (equal_ignoring_case(event.what, value.text)) return;
  const auto near = nearest_of(value.text, names_of(events, &Event::what));
  problems_.warning("no-such-event", value.at,
                    fmt::format("no event of this customer is called {}", in_quotes(value.text)),
                    near ? written(value, in_quotes(*near)) : "the `what` of one of its events");
}

template <class Record>
std::optional<std::uint32_t> References::record(const Node& value, CustomerIndex customer, Ids& ids,
                                                const std::vector<Record>& records,
                                                bool is_promise) {
  const std::string_view kind = is_promise ? "promise" : "request";
  const std::string_view code = is_promise ? "no-such-promise" : "no-such-request";
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
  const CustomerIndex owner = records[*found].customer;
  if (owner == customer) return found;
  problems_.error(code, value.at,
                  fmt::format("{} is a {} of the customer {}", in_quotes(value.text), kind,
                              in_quotes(book_.customers[owner].id)),
                  fmt::format("a {} of {}", kind, in_quotes(book_.customers[customer].id)));
  return std::nullopt;
}

std::optional<std::uint32_t> References::request(const Node& value, CustomerIndex customer) {
  return record(value, customer, request_ids, book_.requests.all, false);
}

std::optional<std::uint32_t> References::promise(const Node& value, CustomerIndex customer) {
  return record(value, customer, promise_ids, book_.promises.all, true);
}

void References::later(std::uint32_t of, const Node& value, Resolve resolve) {
  Node& kept = later_.emplace_back(Later{of, value, resolve}).value;
  if (!value.stays) {
    kept.text = book_.texts->keep(value.text);
    kept.key = book_.texts->keep(value.key);
  }
  kept.first = kept.next = nullptr;
}

void References::resolve_later() {
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
