#include "agenda/page.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace care {
namespace {

/// The reasons that R15 counts, in its order, and where.
struct Reason {
  Hiding hiding;
  int HiddenCounts::*count;
};
constexpr std::array reasons{Reason{Hiding::do_not_contact, &HiddenCounts::do_not_contact},
                             Reason{Hiding::snoozed, &HiddenCounts::snoozed},
                             Reason{Hiding::waiting, &HiddenCounts::waiting},
                             Reason{Hiding::capped, &HiddenCounts::capped}};

}  // namespace

Hiding first_reason(const std::vector<Item>& items) {
  const auto hides = [&](Hiding hiding) {
    return std::ranges::any_of(items, [&](const Item& item) {
      // What is not due yet does not count, but for occasions.
      return item.hiding == hiding && (item.when != State::coming || is_occasion(item.kind));
    });
  };
  for (const Reason& reason : reasons) {
    if (hides(reason.hiding)) return reason.hiding;
  }
  return Hiding::none;
}

HiddenCounts count_hidden(const Book& book, const Page& page, const Selection& selection) {
  HiddenCounts counts;
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    const auto reason = std::ranges::find(reasons, page.hidden[i], &Reason::hiding);
    if (reason == reasons.end()) continue;
    const auto owner = agenda_owner(book, as_of(book, i, page.day), page.stand_ins);
    if (selection.wants(owner)) ++(counts.*reason->count);
  }
  std::set<StaffIndex> others;
  for (const Entry& entry : page.entries) {
    if (stands_on(selection, entry)) continue;
    ++counts.other_owners;
    others.insert(*entry.owner);
  }
  counts.others.assign(others.begin(), others.end());
  return counts;
}

bool anything_due(const Agenda& agenda) {
  return std::ranges::any_of(
      agenda.entries, [](const Entry& entry) { return std::ranges::any_of(entry.items, is_due); });
}

DueCounts count_due(const Agenda& agenda) {
  DueCounts counts;
  std::vector<bool> due(agenda.book->customers.size());
  std::vector<bool> pressing(due.size());
  for (const Entry& entry : agenda.entries) {
    for (const Item& item : entry.items) {
      if (item.kind == Kind::unreadable) ++counts.unreadable;
      if (!entry.customer || !is_due(item)) continue;
      due[item.customer] = true;
      if (item.urgency != Urgency::emergency && item.urgency != Urgency::overdue) continue;
      pressing[item.customer] = true;
      ++(item.kind == Kind::emergency ? counts.emergencies
         : item.kind == Kind::promise ? counts.late_promises
                                      : counts.late_requests);
    }
  }
  counts.customers = static_cast<int>(std::ranges::count(due, true));
  counts.others = counts.customers - static_cast<int>(std::ranges::count(pressing, true));
  return counts;
}

/// Sorts their places, since entries are large, and moves each but once.
void sort_entries(std::vector<Entry>& entries) {
  struct Place {
    int class_number;
    const Item* item;
    std::size_t place;
  };
  std::vector<Place> order;
  order.reserve(entries.size());
  for (const Entry& entry : entries) {
    const Item& item = entry.items.front();
    order.push_back({number_of(item.urgency), &item, order.size()});
  }
  std::ranges::stable_sort(order, [](const Place& a, const Place& b) {
    if (a.class_number != b.class_number) return a.class_number < b.class_number;
    return comes_before(*a.item, *b.item);
  });
  std::vector<std::size_t> places;
  places.reserve(order.size());
  for (const Place& one : order) places.push_back(one.place);
  for (std::size_t start = 0; start < places.size(); ++start) {
    if (places[start] == start) continue;
    Entry first = std::move(entries[start]);
    std::size_t to = start;
    while (places[to] != start) {
      const std::size_t from = std::exchange(places[to], to);
      entries[to] = std::move(entries[from]);
      to = from;
    }
    entries[to] = std::move(first);
    places[to] = to;
  }
}

void add_entry(const Book& book, CustomerIndex customer, Moment now,
               std::optional<StaffIndex> owner, CustomerPlan plan, std::vector<Entry>& entries) {
  std::erase_if(plan.items, [](const Item& item) { return item.hiding != Hiding::none; });
  if (plan.items.empty()) return;
  std::ranges::sort(plan.items, comes_before);
  entries.push_back(make_entry(book, customer, now, owner, std::move(plan)));
}

Page make_page(const Book& book, Moment now, const Selection& selection) {
  Page page;
  page.day = day_of(now);
  page.stand_ins = stand_ins(book, page.day);
  page.hidden.resize(book.customers.size(), Hiding::none);
  page.changes.resize(book.customers.size(), CustomerPlan::never);
  // Memory that nobody uses costs nothing, and entries are large to move. Of a book without those
  // who are quiet most have one.
  const std::size_t usually_one_in = book.places.empty() ? 4 : 1;
  page.entries.reserve(book.unreadable.size() + book.customers.size() / usually_one_in);
  for (const Unreadable& unreadable : book.unreadable) {
    page.entries.push_back(unreadable_entry(unreadable, now));
  }
  std::vector<Entry> others;
  const auto plan_part = [&](std::size_t from, std::size_t to) {
    std::vector<Entry>& entries = from == 0 ? page.entries : others;
    if (from > 0) entries.reserve((to - from) / usually_one_in);
    for (std::size_t i = from; i < to; ++i) {
      const auto who = static_cast<CustomerIndex>(i);
      const Customer& customer = as_of(book, who, page.day);
      if (customer.status == Status::former || !selection.wants(customer)) continue;
      CustomerPlan plan = plan_customer(book, who, now);
      select_items(selection, plan.items);
      page.hidden[i] = first_reason(plan.items);
      page.changes[i] = plan.changes;
      add_entry(book, who, now, agenda_owner(book, customer, page.stand_ins), std::move(plan),
                entries);
    }
  };
  in_halves(selection.together, book.customers.size(), plan_part);
  std::ranges::move(others, std::back_inserter(page.entries));
  sort_entries(page.entries);
  if (!selection.no_limit) apply_cap(book, page);
  return page;
}

Agenda page_of_today(const Book& book, Moment now, const Selection& selection) {
  Page page = make_page(book, now, selection);
  Agenda agenda{&book, now, page.day, page.day, false, selection.owner, {}, {}, {}, {}};
  agenda.hidden = count_hidden(book, page, selection);
  select_entries(selection, page.entries);
  agenda.entries = std::move(page.entries);
  agenda.changes = std::move(page.changes);
  agenda.capped = std::move(page.capped);
  return agenda;
}

Agenda agenda_of_today(const Book& book, Moment now, const Selection& selection) {
  Agenda agenda = page_of_today(book, now, selection);
  complete(book, agenda.entries);
  return agenda;
}

PagePlace place_on_page(const Book& book, CustomerIndex customer, Moment now) {
  const Page page = make_page(book, now, {});
  PagePlace result;
  result.of = page.entries.size();
  result.capped = std::ranges::any_of(
      page.capped, [&](const Identity& item) { return std::get<0>(item) == customer; });
  const auto found = std::ranges::find(page.entries, std::optional{customer}, &Entry::customer);
  if (found != page.entries.end()) {
    result.place = static_cast<std::size_t>(found - page.entries.begin()) + 1;
  }
  return result;
}

}  // namespace care
