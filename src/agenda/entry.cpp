#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "agenda/page.hpp"

namespace care {
namespace {

/// The customer's points, then the book's; each reached touch moves on to the next, and neighbours
/// in the book start at different ones.
Text value_point(const Book& book, CustomerIndex index, std::size_t reached) {
  const Customer& customer = book.customers[index];
  const std::size_t own = customer.value.size();
  const std::size_t all = own + book.value.size();
  if (all == 0) return {};
  const std::size_t turn = (reached + index) % all;
  return turn < own ? customer.value[turn] : book.value[turn - own];
}

bool has_phone(const Customer& customer) {
  return !customer.phone.empty() ||
         std::ranges::any_of(customer.contacts, [](const Contact& c) { return !c.phone.empty(); });
}

bool has_email(const Customer& customer) {
  return !customer.email.empty() ||
         std::ranges::any_of(customer.contacts, [](const Contact& c) { return !c.email.empty(); });
}

/// The channels on file that none of the attempts since the last talk used.
std::vector<std::string> ways_not_tried(const Book& book, CustomerIndex index, Date today,
                                        const Touch* last) {
  const Customer& customer = book.customers[index];
  std::array<bool, 3> tried{};
  for (const std::uint32_t i : book.touches.of(index)) {
    const Touch& touch = book.touches.all[i];
    if (touch.on.day > today) break;
    if (touch.reached || touch.from_them) continue;
    if (last != nullptr && touch.on.day <= last->on.day) continue;
    const Channel how = touch.how.value_or(Channel::other);
    if (how == Channel::call || how == Channel::text || how == Channel::video) tried[0] = true;
    if (how == Channel::email) tried[1] = true;
    if (how == Channel::letter || how == Channel::visit || how == Channel::gift) tried[2] = true;
  }
  std::vector<std::string> ways;
  if (has_phone(customer) && !tried[0]) ways.emplace_back("phone");
  if (has_email(customer) && !tried[1]) ways.emplace_back("email");
  if (!customer.address.empty() && !tried[2]) ways.emplace_back("address");
  return ways;
}

bool tries_another_way(const Entry& entry) {
  return std::ranges::any_of(entry.items, [](const Item& item) {
    return item.follow_up && item.follow_up->try_another_way;
  });
}

}  // namespace

Entry make_entry(const Book& book, CustomerIndex customer, Moment now,
                 std::optional<StaffIndex> owner, CustomerPlan plan) {
  Entry entry;
  entry.now = now;
  entry.day = day_of(now);
  entry.customer = customer;
  entry.owner = owner;
  if (const auto own = owner_of(book, book.customers[customer]); own != owner) {
    entry.stands_for = own;
  }
  entry.strained = plan.strained;
  entry.emergency = plan.emergency_open;
  entry.last = plan.last;
  entry.thank_for = plan.thank_for;
  const bool sells = book.customers[customer].status != Status::do_not_contact &&
                     !plan.emergency_open && !plan.strained;
  if (sells) entry.value = value_point(book, customer, plan.reached);
  entry.items = std::move(plan.items);
  return entry;
}

void complete(const Book& book, std::span<Entry> page) {
  Entry* waits_longest = nullptr;
  for (Entry& entry : page) {
    if (!entry.customer) continue;
    entry.silent_since = heard_nothing_since(book, *entry.customer, entry.day);
    if (tries_another_way(entry)) {
      entry.other_ways = ways_not_tried(book, *entry.customer, entry.day, entry.last);
    }
    if (entry.strained || entry.emergency) continue;
    const auto wow = wow_due(book, *entry.customer, entry.day);
    if (!wow ||
        (waits_longest != nullptr && waits_longest->wow->waiting_since <= wow->waiting_since)) {
      continue;
    }
    if (waits_longest != nullptr) waits_longest->wow.reset();
    entry.wow = wow;
    waits_longest = &entry;
  }
}

std::string to_string(const Gratitude& gratitude) {
  switch (gratitude.reason) {
    case Gratitude::Reason::purchase: return std::string{gratitude.what};
    case Gratitude::Reason::referral: return fmt::format("sending us {}", gratitude.what);
    case Gratitude::Reason::emergency:
    case Gratitude::Reason::alternative:
      return fmt::format("your patience with {}", gratitude.what);
    case Gratitude::Reason::years: break;
  }
  if (gratitude.years == 1) return "the first year with us";
  return fmt::format("{} years with us", gratitude.years);
}

}  // namespace care
