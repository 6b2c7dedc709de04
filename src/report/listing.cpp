#include <algorithm>
#include <care/text.hpp>
#include <tuple>

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

void sort_rows(const Book& book, Date today, ListOrder order, std::vector<ListRow>& rows) {
  const auto by = [&](auto key) { std::ranges::stable_sort(rows, {}, key); };
  switch (order) {
    case ListOrder::name:
      return by([&](const ListRow& row) { return folded(as_of(book, row.customer, today).name); });
    case ListOrder::last:
      return by(
          [](const ListRow& row) { return row.last != nullptr ? row.last->on.day : Date::min(); });
    case ListOrder::next:
      return by([](const ListRow& row) {
        return row.next ? std::tuple{row.next->day, row.next->item.due.day}
                        : std::tuple{Date::max(), Date::max()};
      });
    case ListOrder::mood: return by([](const ListRow& row) { return rank_of(row.mood); });
    case ListOrder::book: break;
  }
}

}  // namespace

Listing list_customers(const Book& book, Moment now, const ListSelection& selection) {
  Listing listing{&book, now, {}};
  listing.rows.reserve(book.customers.size());
  const Date today = day_of(now);
  const StandIns here = stand_ins(book, today);
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    const Customer& customer = as_of(book, i, today);
    if (!is_wanted(book, customer, here, selection)) continue;
    CustomerPlan plan = plan_customer(book, i, now);
    if (selection.strained && !plan.strained) continue;
    ListRow row{i, plan.last, {}, agenda_owner(book, customer, here), {}};
    row.mood = mood_of(book, i, plan, today);
    row.next = next_of(book, i, plan, now);
    listing.rows.push_back(row);
  }
  sort_rows(book, today, selection.order, listing.rows);
  for (const Unreadable& lost : book.unreadable) {
    if (lost.is_customer) listing.unreadable.push_back(&lost);
  }
  return listing;
}

}  // namespace care
