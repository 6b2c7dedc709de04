#include <algorithm>
#include <array>
#include <set>

#include "agenda/page.hpp"

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
    if (reason == reasons.end() || !selection.wants(book.customers[i])) continue;
    const auto owner = agenda_owner(book, book.customers[i], page.stand_ins);
    if (selection.wants(owner)) ++(counts.*reason->count);
  }
  std::set<StaffIndex> others;
  for (const Entry& entry : page.entries) {
    if (selection.wants(entry.owner) || has_emergency(entry)) continue;
    if (!selection.wants(book.customers[*entry.customer])) continue;
    ++counts.other_owners;
    others.insert(*entry.owner);
  }
  counts.others.assign(others.begin(), others.end());
  return counts;
}

}  // namespace care
