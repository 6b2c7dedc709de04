#include <care/report.hpp>

#include <algorithm>
#include <set>

#include "agenda/page.hpp"
#include "report/next_act.hpp"

namespace care {
namespace {

constexpr std::chrono::days year_ahead{366};

bool is_occasion(const Item& item) {
  return item.kind == Kind::birthday || item.kind == Kind::anniversary || item.kind == Kind::event;
}

/// Occasions that will come up within a year, each as it stands on the first day it is visible.
std::vector<Item> occasions_ahead(const Book& book, CustomerIndex customer, Moment now) {
  std::vector<Item> ahead;
  std::set<Identity> seen;
  for (std::chrono::days later{0}; later <= year_ahead; ++later) {
    const CustomerPlan plan = plan_customer(book, customer, now + later);
    for (const Item& item : plan.items) {
      if (!is_occasion(item) || item.occurrence < day_of(now)) continue;
      if (item.occurrence > day_of(now) + year_ahead) continue;
      if (seen.insert(identity(item)).second) ahead.push_back(item);
    }
  }
  std::ranges::stable_sort(ahead, {}, &Item::occurrence);
  return ahead;
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

std::optional<NextAct> next_act(const Book& book, CustomerIndex customer, Moment now,
                                const std::vector<Item>& already) {
  std::set<Identity> known;
  for (const Item& item : already) known.insert(identity(item));
  constexpr std::chrono::days one{1};
  const Date today = day_of(now);
  for (Date day = today + one; day <= today + year_ahead; day += one) {
    const Moment then = book.policy.calendar.opening(day);
    CustomerPlan plan = plan_customer(book, customer, then);
    std::erase_if(plan.items, [&](const Item& item) {
      return item.hiding != Hiding::none || !is_due(item) || known.contains(identity(item));
    });
    if (plan.items.empty()) continue;
    return NextAct{day, *std::ranges::min_element(plan.items, comes_before)};
  }
  return std::nullopt;
}

CallSheet call_sheet(const Book& book, CustomerIndex customer, Moment now) {
  const Date today = day_of(now);
  CallSheet sheet{&book, customer, now, {}, {}, {}, {}};
  sheet.entry = make_entry(book, customer, now, agenda_owner(book, book.customers[customer], today),
                           plan_customer(book, customer, now));
  std::erase_if(sheet.entry.items, [](const Item& item) {
    return item.hiding == Hiding::later && item.kind == Kind::follow_up;
  });
  std::ranges::sort(sheet.entry.items, comes_before);
  complete(book, {&sheet.entry, 1});
  std::vector<Item> due = sheet.entry.items;
  std::erase_if(due, [](const Item& item) { return item.hiding != Hiding::none || !is_due(item); });
  sheet.next = next_act(book, customer, now, due);
  sheet.ahead = occasions_ahead(book, customer, now);
  sheet.history = history_of(book, customer, today);
  return sheet;
}

}  // namespace care
