#include "agenda/page.hpp"

#include <algorithm>
#include <utility>

namespace care {

bool anything_due(const Agenda& agenda) {
  return std::ranges::any_of(
      agenda.entries, [](const Entry& entry) { return std::ranges::any_of(entry.items, is_due); });
}

void sort_entries(std::vector<Entry>& entries) {
  std::ranges::stable_sort(entries, [](const Entry& a, const Entry& b) {
    if (a.unreadable != nullptr || b.unreadable != nullptr) {
      return a.unreadable != nullptr && b.unreadable == nullptr;
    }
    return comes_before(a.items.front(), b.items.front());
  });
}

void add_entry(const Book& book, CustomerIndex customer, Moment now,
               std::optional<StaffIndex> owner, CustomerPlan plan, std::vector<Entry>& entries) {
  std::erase_if(plan.items, [](const Item& item) { return item.hiding != Hiding::none; });
  if (plan.items.empty()) return;
  std::ranges::sort(plan.items, comes_before);
  entries.push_back(make_entry(book, customer, now, owner, std::move(plan)));
}

Page make_page(const Book& book, Moment now) {
  Page page;
  page.stand_ins = stand_ins(book, day_of(now));
  page.hidden.resize(book.customers.size(), Hiding::none);
  page.changes.resize(book.customers.size(), CustomerPlan::never);
  for (const Unreadable& unreadable : book.unreadable) {
    page.entries.push_back(unreadable_entry(unreadable, now));
  }
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    const Customer& customer = book.customers[i];
    if (customer.status == Status::former) continue;
    CustomerPlan plan = plan_customer(book, i, now);
    page.hidden[i] = first_reason(plan.items);
    page.changes[i] = plan.changes;
    add_entry(book, i, now, agenda_owner(book, customer, page.stand_ins), std::move(plan),
              page.entries);
  }
  sort_entries(page.entries);
  apply_cap(book, day_of(now), page);
  return page;
}

Agenda agenda_of_today(const Book& book, Moment now, const Selection& selection) {
  Page page = make_page(book, now);
  const Date today = day_of(now);
  Agenda agenda{&book, now, today, today, false, selection.owner, {}, {}};
  agenda.hidden = count_hidden(book, page, selection);
  select_entries(book, selection, page.entries);
  agenda.entries = std::move(page.entries);
  complete(book, agenda.entries);
  return agenda;
}

PagePlace place_on_page(const Book& book, CustomerIndex customer, Moment now) {
  const Page page = make_page(book, now);
  PagePlace result;
  result.of = page.entries.size();
  result.capped = std::ranges::find(page.capped, customer, &Item::customer) != page.capped.end();
  const auto found = std::ranges::find(page.entries, std::optional{customer}, &Entry::customer);
  if (found != page.entries.end()) {
    result.place = static_cast<std::size_t>(found - page.entries.begin()) + 1;
  }
  return result;
}

}  // namespace care
