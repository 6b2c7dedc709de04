#include <algorithm>

#include "plan/occasions.hpp"

namespace care {
namespace {

/// Those that R3 would show, without what was marked.
std::vector<SeenOccurrence> unmarked(const Book& book, const Customer& customer, Date from,
                                     Date to) {
  std::vector<SeenOccurrence> seen;
  const auto add = [&](const Occasion& occasion, Date day) {
    if (day < from || day > to || (book.started && day < *book.started)) return;
    if (occasion.until && day >= *occasion.until) return;
    seen.push_back({occasion, day, occasion.yearly ? years_at(occasion, day) : std::nullopt, {}});
  };
  for_each_occasion(book, customer, [&](const Occasion& occasion) {
    if (!occasion.yearly) {
      add(occasion, only_day(occasion));
      return;
    }
    for (auto year = civil(from).year(); year <= civil(to).year(); ++year) {
      if (const auto day = occurrence_in(book, customer, occasion, year)) add(occasion, *day);
    }
  });
  return seen;
}

}  // namespace

std::vector<SeenOccurrence> occurrences_between(const Book& book, CustomerIndex customer,
                                                Moment now, Date from, Date to) {
  auto seen = unmarked(book, as_of(book, customer, day_of(now)), from, to);
  if (seen.empty()) return seen;
  const CustomerDay today = gather(book, customer, now);
  const Marks marks{today, std::min(from, today.date)};
  for (SeenOccurrence& one : seen) {
    const Touch* touch = marks.greeting(one.occasion, occurrence_on(today, one.occasion, one.day));
    if (touch != nullptr) one.marked = touch->on.day;
  }
  return seen;
}

}  // namespace care
