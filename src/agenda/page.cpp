#include "agenda/page.hpp"

#include <algorithm>

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

Page make_page(const Book& book, Moment now, Cap cap, const Selection& selection) {
  Page page;
  const Date today = day_of(now);
  page.stand_ins = stand_ins(book, today);
  page.hidden.resize(book.customers.size(), Hiding::none);
  for (const Unreadable& unreadable : book.unreadable) {
    page.entries.push_back(unreadable_entry(unreadable, now));
  }
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    if (book.customers[i].status == Status::former) continue;
    CustomerPlan plan = plan_customer(book, i, now);
    page.hidden[i] = first_reason(plan.items);
    std::erase_if(plan.items, [](const Item& item) { return item.hiding != Hiding::none; });
    if (plan.items.empty()) continue;
    std::ranges::sort(plan.items, comes_before);
    const auto owner = owner_of(book, book.customers[i]);
    page.entries.push_back(
        make_entry(book, i, now, owner ? page.stand_ins[*owner] : owner, std::move(plan)));
  }
  sort_entries(page.entries);
  if (cap == Cap::applied) apply_cap(book, today, page);
  std::erase_if(page.entries, [&](const Entry& entry) {
    return entry.customer && !selection.wants(book.customers[*entry.customer]);
  });
  return page;
}

Agenda agenda_of_today(const Book& book, Moment now, const Selection& selection) {
  Page page = make_page(book, now, Cap::applied, selection);
  const Date today = day_of(now);
  Agenda agenda{&book, now, today, today, false, selection.owner, {}, {}};
  agenda.hidden = count_hidden(book, page, selection);
  select_entries(page.entries, selection);
  agenda.entries = std::move(page.entries);
  complete(book, agenda.entries);
  return agenda;
}

PagePlace place_on_page(const Book& book, CustomerIndex customer, Moment now) {
  const Page page = make_page(book, now, Cap::applied, {});
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
