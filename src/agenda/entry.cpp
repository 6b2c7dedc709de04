#include <fmt/format.h>
#include <care/agenda_escalation.hpp>

#include <algorithm>

#include "agenda/page.hpp"

namespace care {
namespace {

/// The customer's points, then the book's; each reached touch moves on to the next, and neighbours
/// in the book start at different ones.
Text value_point(const Book& book, CustomerIndex index, std::size_t reached) {
  const Customer& customer = book.customers[index];  // no fact has value points
  const std::size_t own = customer.value.size();
  const std::size_t all = own + book.value.size();
  if (all == 0) return {};
  const std::size_t turn = (reached + book.place_of(index)) % all;
  return turn < own ? customer.value[turn] : book.value[turn - own];
}

bool tries_another_way(const Entry& entry) {
  return std::ranges::any_of(entry.items, [](const Item& item) {
    return item.follow_up && item.follow_up->try_another_way;
  });
}

}  // namespace

Item item_of(const Unreadable& unreadable, Date today) {
  Item item;
  item.kind = Kind::unreadable;
  item.urgency = urgency_of(Kind::unreadable, State::today);
  item.when = State::today;
  item.due = {today, std::nullopt};
  item.act = today;
  item.what = unreadable.what;
  return item;
}

Entry unreadable_entry(const Unreadable& unreadable, Moment now) {
  Entry entry;
  entry.now = now;
  entry.day = day_of(now);
  entry.unreadable = &unreadable;
  entry.items.push_back(item_of(unreadable, entry.day));
  return entry;
}

Entry make_entry(const Book& book, CustomerIndex customer, Moment now,
                 std::optional<StaffIndex> owner, CustomerPlan plan) {
  Entry entry;
  entry.now = now;
  entry.day = day_of(now);
  entry.customer = customer;
  entry.owner = owner;
  const Customer& whom = as_of(book, customer, entry.day);
  if (const auto own = owner_of(book, whom); own != owner) {
    entry.stands_for = own;
  }
  entry.strained = plan.strained;
  entry.emergency = plan.emergency_open;
  entry.last = plan.last;
  entry.heard = plan.heard;
  entry.tried = plan.tried;
  for (const RequestState& request : plan.requests) {
    if (!request.ending && !request.offered.empty()) entry.offered.push_back(request.offered);
  }
  entry.thank_for = plan.thank_for;
  const bool sells =
      whom.status != Status::do_not_contact && !whom.died && !plan.emergency_open && !plan.strained;
  if (sells) entry.value = value_point(book, customer, plan.reached);
  entry.items = std::move(plan.items);
  entry.escalated_to = escalated_to(book, entry.items, entry.day);
  if (entry.escalated_to == entry.owner) entry.escalated_to.reset();
  return entry;
}

void complete(const Book& book, std::span<Entry> page) {
  Entry* waits_longest = nullptr;
  for (Entry& entry : page) {
    entry.wow.reset();
    if (!entry.customer) continue;
    if (as_of(book, *entry.customer, entry.day).status != Status::do_not_contact) {
      entry.silent_since = heard_nothing_since(book, *entry.customer, entry.day);
    }
    if (tries_another_way(entry)) {
      entry.other_ways = ways_not_tried(book, *entry.customer, entry.now);
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

Entry entry_of(const Book& book, CustomerIndex customer, Moment now, CustomerPlan plan) {
  const auto owner = agenda_owner(book, as_of(book, customer, day_of(now)), day_of(now));
  Entry entry = make_entry(book, customer, now, owner, std::move(plan));
  std::ranges::sort(entry.items, comes_before);
  complete(book, {&entry, 1});
  return entry;
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
