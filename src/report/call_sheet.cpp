
#include <algorithm>
#include <set>

#include "report/next_act.hpp"
#include "report/recorded.hpp"

namespace care {
namespace {

/// Adds the occasions of a day's plan that come up within the year and are not there yet.
void add_ahead(const CustomerPlan& plan, Date today, std::set<Identity>& seen,
               std::vector<Item>& ahead) {
  for (const Item& item : plan.items) {
    if (!is_occasion(item.kind) || item.occurrence < today) continue;
    if (item.occurrence > today + year_ahead) continue;
    if (seen.insert(identity(item)).second) ahead.push_back(item);
  }
}

/// What comes next and the occasions of the coming year, each as it stands on the first day on
/// which it is visible.
void look_ahead(const CustomerPlan& plan, CallSheet& sheet) {
  const Date today = day_of(sheet.now);
  std::vector<Item> due = plan.items;
  std::erase_if(due, [](const Item& item) { return item.hiding != Hiding::none || !is_due(item); });
  const std::set<Identity> known = identities(due);
  std::set<Identity> seen;
  add_ahead(plan, today, seen, sheet.ahead);
  const Date last = today + year_ahead;
  walk_ahead(*sheet.book, sheet.customer, plan.changes, last, [&](Date day, const auto& later) {
    if (!sheet.next) sheet.next = first_due(later, day, known);
    add_ahead(later, today, seen, sheet.ahead);
    return true;
  });
  std::ranges::stable_sort(sheet.ahead, {}, &Item::occurrence);
}

std::vector<Happening> history_of(const Book& book, CustomerIndex customer, Date today) {
  std::vector<Happening> history;
  const auto add = [&](const auto& records) {
    for (const std::uint32_t i : records.of(customer)) {
      const auto& record = records.all[i];
      const auto on = day_of_record(record);
      if (on && on->day <= today) history.push_back({*on, &record});
    }
  };
  add(book.purchases);
  add(book.requests);
  add(book.promises);
  add(book.touches);
  std::ranges::stable_sort(
      history, [](const Happening& a, const Happening& b) { return a.on.day < b.on.day; });
  std::ranges::reverse(history);
  return history;
}

}  // namespace

CallSheet call_sheet(const Book& book, CustomerIndex customer, Moment now) {
  CallSheet sheet{&book, customer, now, {}, {}, {}, {}, {}, {}};
  CustomerPlan plan = plan_customer(book, customer, now);
  look_ahead(plan, sheet);
  sheet.courses = plan.courses;
  sheet.own_courses = plan.own_courses;
  // Whoever asked not to be contacted has no follow-ups, no thanks and nothing to prepare (R15).
  std::erase_if(plan.items, [](const Item& item) {
    const bool is_later = item.hiding == Hiding::later && item.kind == Kind::follow_up;
    return is_later || item.hiding == Hiding::do_not_contact;
  });
  sheet.entry = entry_of(book, customer, now, std::move(plan));
  sheet.history = history_of(book, customer, day_of(now));
  return sheet;
}

}  // namespace care
