#include <care/book_fields.hpp>
#include <care/report_back.hpp>

#include <algorithm>
#include <span>
#include <tuple>

#include "report/recorded.hpp"

namespace care {
namespace {

bool is_wanted(const Book& book, const Recorded& one, Text by, const JournalSelection& selection) {
  if (!one.on && !selection.undated) return false;
  if (one.on && (one.on->day < selection.from || one.on->day > selection.to)) return false;
  if (selection.customer && one.customer != selection.customer) return false;
  if (!selection.by.empty() && by != selection.by) return false;
  if (!selection.owner) return true;
  const Date day = one.on ? one.on->day : selection.to;
  const Customer& customer = as_of(book, one.customer, day);
  return owner_of(book, customer) == selection.owner ||
         agenda_owner(book, customer, day) == selection.owner;
}

template <class Record>
bool wants_kind(const JournalSelection& selection) {
  const auto& kinds = selection.kinds;
  return kinds.empty() || std::ranges::find(kinds, table_head<Record>.name) != kinds.end();
}

template <class Record>
void add_records(const Book& book, const std::vector<Record>& all,
                 const JournalSelection& selection, std::vector<Recorded>& found) {
  if (!wants_kind<Record>(selection)) return;
  for (const Record& record : all) {
    const Recorded one{day_of_record(record), record.customer, record.at, &record};
    if (is_wanted(book, one, record.by, selection)) found.push_back(one);
  }
}

void add_plans(const Book& book, const JournalSelection& selection, std::vector<Recorded>& found) {
  if (!wants_kind<Plan>(selection)) return;
  each_later_plan(book, [&](const Plan& plan, CustomerIndex whose) {
    const Recorded one{plan.on, whose, plan.at, &plan};
    if (is_wanted(book, one, plan.by, selection)) found.push_back(one);
  });
}

/// Those without a day first; of one day, a date stands before a time.
auto order_of(const Recorded& one) {
  const auto time =
      one.on && one.on->time ? std::chrono::minutes{*one.on->time} : std::chrono::minutes{-1};
  return std::tuple{one.on ? one.on->day : Date::min(), time, one.at.file, one.at.line};
}

/// The alternative that waits for their word on the request.
Text offered_for(const CustomerPlan& plan, std::uint32_t request) {
  const auto state = std::ranges::find(plan.requests, request, &RequestState::request);
  return state != plan.requests.end() ? state->offered : Text{};
}

}  // namespace

std::vector<Recorded> journal(const Book& book, const JournalSelection& selection) {
  std::vector<Recorded> found;
  std::apply([&](const auto&... list) { (add_records(book, list.all, selection, found), ...); },
             record_lists(book));
  add_plans(book, selection, found);
  std::ranges::stable_sort(found, {}, order_of);
  return found;
}

std::vector<OpenItem> open_items(const Book& book, Moment now, const Selection& selection) {
  std::vector<OpenItem> open;
  const Date today = day_of(now);
  for (const Unreadable& lost : book.unreadable) {
    open.push_back({item_of(lost, today), std::nullopt, std::nullopt, {}, &lost});
  }
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    const Customer& customer = as_of(book, i, today);
    if (customer.status == Status::former || !selection.wants(customer)) continue;
    if (book.requests.of(i).empty() && book.promises.of(i).empty()) continue;
    const auto owner = agenda_owner(book, customer, today);
    const bool is_theirs =
        !selection.owner || owner == selection.owner || owner_of(book, customer) == selection.owner;
    if (!is_theirs) continue;
    const CustomerPlan plan = plan_customer(book, i, now);
    for (const Item& item : plan.items) {
      if (row_of(item.kind).group != Group::asked || !selection.wants(item.kind)) continue;
      OpenItem one{item, owner, std::nullopt};
      if (item.kind != Kind::promise) {
        one.since = book.requests.all[item.record].asked;
        one.offered = offered_for(plan, item.record);
      } else if (const auto& made = book.promises.all[item.record].made) {
        one.since = When{*made, std::nullopt};
      }
      open.push_back(one);
    }
  }
  std::ranges::stable_sort(std::span{open}.subspan(book.unreadable.size()), {},
                           [](const OpenItem& one) { return one.item.due.moment(); });
  return open;
}

}  // namespace care
