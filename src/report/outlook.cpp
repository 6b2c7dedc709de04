#include <care/report.hpp>

#include <algorithm>
#include <utility>

#include "report/next_act.hpp"

namespace care {

Outlook outlook(const Book& book, CustomerIndex customer, Moment now) {
  CustomerPlan plan = plan_customer(book, customer, now);
  Outlook outlook{&book, customer, now, std::move(plan.items), {}};
  outlook.tries_again = std::ranges::any_of(
      outlook.open, [](const Item& item) { return item.hiding == Hiding::waiting; });
  std::erase_if(outlook.open, [](const Item& item) {
    const bool hidden = item.hiding != Hiding::none && item.hiding != Hiding::former;
    return hidden || (item.kind == Kind::follow_up && !is_due(item));
  });
  std::ranges::sort(outlook.open, comes_before);
  outlook.next = next_act(book, customer, day_of(now), plan.changes, outlook.open);
  return outlook;
}

}  // namespace care
