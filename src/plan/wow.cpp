#include <care/plan.hpp>

namespace care {

std::optional<Wow> wow_due(const Book& book, CustomerIndex customer, Date today) {
  if (book.customers[customer].status != Status::active) return std::nullopt;
  std::optional<Date> known = book.customers[customer].since;
  std::optional<Date> last;
  for (const std::uint32_t i : book.touches.of(customer)) {
    const Touch& touch = book.touches.all[i];
    if (touch.on.day > today) break;
    if (!known || touch.on.day < *known) known = touch.on.day;
    if (!touch.wow.empty()) last = touch.on.day;
  }
  const Date from = book.policy.calendar.minus(today, book.policy.wow_every);
  if (!known || *known >= from || (last && *last > from)) return std::nullopt;
  return Wow{last.value_or(*known), last};
}

}  // namespace care
