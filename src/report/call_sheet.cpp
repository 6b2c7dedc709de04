
#include <algorithm>
#include <set>

#include "report/next_act.hpp"

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

template <class Record, class Day>
void add_happenings(const Records<Record>& records, CustomerIndex customer, Date today,
                    const Record* Happening::*field, Day day_of_record,
                    std::vector<Happening>& history) {
  for (const std::uint32_t i : records.of(customer)) {
    const Record& record = records.all[i];
    const std::optional<When> on = day_of_record(record);
    if (!on || on->day > today) continue;
    Happening happening{*on};
    happening.*field = &record;
    history.push_back(happening);
  }
}

std::vector<Happening> history_of(const Book& book, CustomerIndex customer, Date today) {
  std::vector<Happening> history;
  add_happenings(
      book.purchases, customer, today, &Happening::purchase,
      [](const Purchase& p) { return std::optional{p.on}; }, history);
  add_happenings(
      book.requests, customer, today, &Happening::request, [](const Request& r) { return r.asked; },
      history);
  add_happenings(
      book.promises, customer, today, &Happening::promise,
      [](const Promise& p) {
        return p.made ? std::optional{When{*p.made, std::nullopt}} : std::nullopt;
      },
      history);
  add_happenings(
      book.touches, customer, today, &Happening::touch,
      [](const Touch& t) { return std::optional{t.on}; }, history);
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
  std::erase_if(plan.items, [](const Item& item) {
    return item.hiding == Hiding::later && item.kind == Kind::follow_up;
  });
  sheet.entry = entry_of(book, customer, now, std::move(plan));
  sheet.history = history_of(book, customer, day_of(now));
  return sheet;
}

}  // namespace care
