#include <care/plan_occasions.hpp>
#include <care/report_back.hpp>

#include <algorithm>

namespace care {

std::vector<DateAhead> dates_between(const Book& book, Moment now, Date from, Date to,
                                     const Selection& selection) {
  std::vector<DateAhead> dates;
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    const Customer& customer = as_of(book, i, day_of(now));
    if (customer.status == Status::former || !selection.wants(customer)) continue;
    if (selection.owner && owner_of(book, customer) != selection.owner &&
        agenda_owner(book, customer, day_of(now)) != selection.owner) {
      continue;
    }
    for (const SeenOccurrence& seen : occurrences_between(book, i, now, from, to)) {
      const Occasion& occasion = seen.occasion;
      if (!selection.wants(occasion.kind)) continue;
      dates.push_back(
          {seen.day, i, occasion.kind, occasion.what, occasion.person, seen.years, seen.marked});
    }
  }
  std::ranges::stable_sort(dates, {}, &DateAhead::day);
  return dates;
}

}  // namespace care
