#include <algorithm>
#include <care/text.hpp>
#include <tuple>
#include <utility>

#include "report/next_act.hpp"

namespace care {
namespace {

bool is_wanted(const Book& book, const Customer& customer, const StandIns& here,
               const ListSelection& selection) {
  if (customer.status == Status::former && !selection.all) return false;
  if (selection.owner && agenda_owner(book, customer, here) != selection.owner &&
      owner_of(book, customer) != selection.owner) {
    return false;
  }
  if (!selection.tier.empty()) {
    if (!customer.tier || book.policy.tiers[*customer.tier].name != selection.tier) return false;
  }
  return has_any(customer, selection.tags);
}

/// Strained by R5; else what the latest touch with a mood says, or the customer's own.
std::optional<Mood> mood_of(const Book& book, CustomerIndex index, const CustomerPlan& plan,
                            Date today) {
  if (plan.strained) return Mood::strained;
  std::optional<Mood> mood = as_of(book, index, today).mood;
  Date since = Date::min();
  for (const std::uint32_t i : book.facts.of(index)) {
    const Fact& fact = book.facts.all[i];
    if (!fact.mood || !fact.on || fact.from() > today) continue;
    mood = fact.mood;
    since = fact.from();
  }
  for (const std::uint32_t i : book.touches.of(index)) {
    const Touch& touch = book.touches.all[i];
    if (touch.on.day > today) break;
    if (touch.on.day >= since && touch.mood && *touch.mood != Mood::strained) mood = touch.mood;
  }
  if (mood == Mood::strained) return std::nullopt;
  return mood;
}

std::optional<NextAct> next_of(const Book& book, CustomerIndex index, CustomerPlan& plan,
                               Moment now) {
  std::erase_if(plan.items,
                [](const Item& item) { return item.hiding != Hiding::none || !is_due(item); });
  if (plan.items.empty()) return next_act(book, index, day_of(now), plan.changes, {});
  return NextAct{day_of(now), *std::ranges::min_element(plan.items, comes_before)};
}

int rank_of(const std::optional<Mood>& mood) {
  if (!mood) return 2;
  return *mood == Mood::strained ? 0 : *mood == Mood::content ? 1 : 3;
}

/// Puts them into the order of what is said of each, which is asked once.
template <class KeyOf>
void sort_by(std::vector<CustomerIndex>& customers, const KeyOf& key_of) {
  std::vector<std::pair<decltype(key_of(CustomerIndex{})), CustomerIndex>> keyed;
  keyed.reserve(customers.size());
  for (const CustomerIndex who : customers) keyed.emplace_back(key_of(who), who);
  std::ranges::stable_sort(
      keyed, {}, [](const auto& one) -> const auto& { return one.first; });
  std::ranges::transform(keyed, customers.begin(), [](const auto& one) { return one.second; });
}

void sort_customers(Listing& listing, ListOrder order) {
  const Book& book = *listing.book;
  const Date today = day_of(listing.now);
  const auto by = [&](const auto& key_of) { sort_by(listing.customers, key_of); };
  switch (order) {
    case ListOrder::name:
      return by([&](CustomerIndex who) { return folded(as_of(book, who, today).name); });
    case ListOrder::last:
      return by([&](CustomerIndex who) {
        const Touch* last = plan_customer(book, who, listing.now).last;
        return last != nullptr ? last->on.day : Date::min();
      });
    case ListOrder::next:
      return by([&](CustomerIndex who) {
        const ListRow row = listing.row(who);
        return row.next ? std::tuple{row.next->day, row.next->item.due.day}
                        : std::tuple{Date::max(), Date::max()};
      });
    case ListOrder::mood:
      return by([&](CustomerIndex who) {
        return rank_of(mood_of(book, who, plan_customer(book, who, listing.now), today));
      });
    case ListOrder::book: break;
  }
}

}  // namespace

ListRow Listing::row(CustomerIndex customer) const {
  const Date today = day_of(now);
  CustomerPlan plan = plan_customer(*book, customer, now);
  ListRow row{customer,
              plan.last,
              {},
              agenda_owner(*book, as_of(*book, customer, today), stand_ins),
              mood_of(*book, customer, plan, today)};
  row.next = next_of(*book, customer, plan, now);
  return row;
}

Listing list_customers(const Book& book, Moment now, const ListSelection& selection) {
  const Date today = day_of(now);
  Listing listing{&book, now, {}, stand_ins(book, today)};
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    if (!is_wanted(book, as_of(book, i, today), listing.stand_ins, selection)) continue;
    if (selection.strained && !plan_customer(book, i, now).strained) continue;
    listing.customers.push_back(i);
  }
  sort_customers(listing, selection.order);
  for (const Unreadable& lost : book.unreadable) {
    if (lost.is_customer) listing.unreadable.push_back(&lost);
  }
  return listing;
}

}  // namespace care
