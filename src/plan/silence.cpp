#include <care/plan.hpp>

namespace care {

std::optional<Date> heard_nothing_since(const Book& book, CustomerIndex customer, Date today) {
  constexpr int enough = 3;
  int silent = 0;
  Date first{};
  for (const std::uint32_t i : book.touches.of(customer)) {
    const Touch& touch = book.touches.all[i];
    if (touch.on.day > today) break;
    if (!touch.reached) continue;
    const bool one_way =
        touch.how == Channel::email || touch.how == Channel::letter || touch.how == Channel::text;
    if (!one_way || touch.from_them || !touch.heard.empty()) {
      silent = 0;
      continue;
    }
    if (silent++ == 0) first = touch.on.day;
  }
  if (silent < enough) return std::nullopt;
  return first;
}

}  // namespace care
