#include "agenda/page.hpp"

#include <algorithm>
#include <set>

namespace care {
namespace {

/// Whether leaving the item out counts: what is not due yet does not, but for occasions (R15).
bool counts_as_hidden(const Item& item) {
  const bool occasion =
      item.kind == Kind::birthday || item.kind == Kind::anniversary || item.kind == Kind::event;
  return item.hiding == Hiding::do_not_contact || item.hiding == Hiding::snoozed ||
                 item.hiding == Hiding::waiting
             ? occasion || item.when != State::coming
             : false;
}

Hiding first_reason(const std::vector<Item>& items) {
  Hiding first = Hiding::none;
  for (const Item& item : items) {
    if (!counts_as_hidden(item)) continue;
    if (first == Hiding::none || item.hiding < first) first = item.hiding;
  }
  return first;
}

Entry unreadable_entry(const Unreadable& unreadable, Moment now) {
  const Date today = day_of(now);
  Item item;
  item.kind = Kind::unreadable;
  item.urgency = Urgency::unreadable;
  item.when = State::today;
  item.due = {today, std::nullopt};
  item.act = today;
  item.what = unreadable.what;
  Entry entry;
  entry.now = now;
  entry.day = today;
  entry.unreadable = &unreadable;
  entry.items.push_back(item);
  return entry;
}

bool has_tag(const Customer& customer, const Selection& selection) {
  return selection.tags.empty() || std::ranges::any_of(customer.tags, [&](Text tag) {
           return std::ranges::find(selection.tags, tag) != selection.tags.end();
         });
}

bool is_theirs(std::optional<StaffIndex> owner, const Selection& selection) {
  return !selection.owner || !owner || owner == selection.owner;
}

bool has_emergency(const Entry& entry) {
  return std::ranges::any_of(entry.items,
                             [](const Item& item) { return item.kind == Kind::emergency; });
}

}  // namespace

bool is_due(const Item& item) { return item.urgency != Urgency::coming; }

bool anything_due(const Agenda& agenda) {
  return std::ranges::any_of(
      agenda.entries, [](const Entry& entry) { return std::ranges::any_of(entry.items, is_due); });
}

Identity identity(const Item& item) {
  return {item.customer, item.kind, item.record, item.occurrence, item.referral};
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
    return entry.customer && !has_tag(book.customers[*entry.customer], selection);
  });
  return page;
}

void select_entries(std::vector<Entry>& entries, const Selection& selection) {
  std::erase_if(entries, [&](Entry& entry) {
    if (entry.unreadable != nullptr) return false;
    if (!is_theirs(entry.owner, selection) && !has_emergency(entry)) return true;
    if (!selection.only.empty()) {
      std::erase_if(entry.items, [&](const Item& item) {
        return std::ranges::find(selection.only, item.kind) == selection.only.end();
      });
    }
    return entry.items.empty();
  });
  if (!selection.only.empty()) sort_entries(entries);
}

HiddenCounts count_hidden(const Book& book, const Page& page, const Selection& selection) {
  HiddenCounts counts;
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    if (page.hidden[i] == Hiding::none || !has_tag(book.customers[i], selection)) continue;
    const auto owner = owner_of(book, book.customers[i]);
    if (!is_theirs(owner ? page.stand_ins[*owner] : owner, selection)) continue;
    switch (page.hidden[i]) {
      case Hiding::do_not_contact: ++counts.do_not_contact; break;
      case Hiding::snoozed: ++counts.snoozed; break;
      case Hiding::waiting: ++counts.waiting; break;
      default: ++counts.capped; break;
    }
  }
  std::set<StaffIndex> others;
  for (const Entry& entry : page.entries) {
    if (is_theirs(entry.owner, selection) || has_emergency(entry)) continue;
    ++counts.other_owners;
    others.insert(*entry.owner);
  }
  counts.others.assign(others.begin(), others.end());
  return counts;
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

}  // namespace care
