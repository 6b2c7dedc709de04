#include "plan/occasions.hpp"

#include <algorithm>

namespace care {

std::vector<SeenOccurrence> occurrences_between(const Book& book, CustomerIndex customer,
                                                Moment now, Date from, Date to) {
  std::vector<SeenOccurrence> seen;
  const CustomerDay today = gather(book, customer, now);
  const Marks marks{today, std::min(from, today.date)};
  const auto add = [&](const Occasion& occasion, Date day) {
    if (day < from || day > to || today.before_book(day)) return;
    if (occasion.until && day >= *occasion.until) return;
    const Touch* touch = marks.greeting(occasion, occurrence_on(today, occasion, day));
    seen.push_back({occasion, day, occasion.yearly ? years_at(occasion, day) : std::nullopt,
                    touch == nullptr ? std::nullopt : std::optional{touch->on.day}});
  };
  for_each_occasion(book, today.customer, [&](const Occasion& occasion) {
    if (!occasion.yearly) {
      add(occasion, only_day(occasion));
      return;
    }
    for (auto year = civil(from).year(); year <= civil(to).year(); ++year) {
      if (const auto day = occurrence_in(book, today.customer, occasion, year)) add(occasion, *day);
    }
  });
  return seen;
}

}  // namespace care
