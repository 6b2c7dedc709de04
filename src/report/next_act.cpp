#include "report/next_act.hpp"

#include <algorithm>

namespace care {

std::set<Identity> identities(const std::vector<Item>& items) {
  std::set<Identity> known;
  for (const Item& item : items) known.insert(identity(item));
  return known;
}

std::optional<NextAct> first_due(const CustomerPlan& plan, Date day,
                                 const std::set<Identity>& known) {
  const Item* first = nullptr;
  for (const Item& item : plan.items) {
    if (item.hiding != Hiding::none || !is_due(item) || known.contains(identity(item))) continue;
    if (first == nullptr || comes_before(item, *first)) first = &item;
  }
  if (first == nullptr) return std::nullopt;
  return NextAct{day, *first};
}

std::optional<NextAct> next_act(const Book& book, CustomerIndex customer, Date today, Date changes,
                                const std::vector<Item>& already) {
  const std::set<Identity> known = identities(already);
  std::optional<NextAct> next;
  walk_ahead(book, customer, changes, today + year_ahead, [&](Date day, const CustomerPlan& plan) {
    next = first_due(plan, day, known);
    return !next;
  });
  return next;
}

namespace {

/// Takes the requests and promises among `outlook.open` into account.
void count_what_was_asked(Outlook& outlook) {
  std::vector<std::pair<bool, std::string_view>> ids;
  for (const Item& item : outlook.open) {
    if (row_of(item.kind).group != Group::asked) continue;
    const bool is_promise = item.kind == Kind::promise;
    ++(is_promise ? outlook.promises : outlook.requests);
    ids.emplace_back(is_promise, item.id);
  }
  std::ranges::sort(ids);
  for (std::size_t at = 1; at < ids.size(); ++at)
    if (ids[at] == ids[at - 1]) outlook.repeated_ids.push_back(ids[at]);
}

}  // namespace

Outlook outlook(const Book& book, CustomerIndex customer, Moment now) {
  CustomerPlan plan = plan_customer(book, customer, now);
  Outlook outlook{&book, customer, now, std::move(plan.items), {}};
  count_what_was_asked(outlook);
  outlook.tries_again = std::ranges::any_of(
      outlook.open, [](const Item& item) { return item.hiding == Hiding::waiting; });
  std::erase_if(outlook.open, [](const Item& item) {
    // What of a plan of the book is still to be done is said, whenever that is.
    if (!item.plan.empty() && item.hiding == Hiding::later) return false;
    const bool hidden = item.hiding != Hiding::none && item.hiding != Hiding::former;
    const bool is_ours = item.kind == Kind::follow_up || item.kind == Kind::plan;
    return hidden || (is_ours && !is_due(item));
  });
  for (const Item& item : outlook.open) {
    outlook.occasions += is_occasion(item.kind) ? 1 : 0;
    outlook.preparations += item.kind == Kind::prepare ? 1 : 0;
    outlook.plans += item.kind == Kind::plan && is_due(item) ? 1 : 0;
  }
  std::ranges::sort(outlook.open, comes_before);
  outlook.next = next_act(book, customer, day_of(now), plan.changes, outlook.open);
  return outlook;
}

}  // namespace care
