#include <care/plan_occasions.hpp>
#include <care/report_dates.hpp>

#include <algorithm>

namespace care {
namespace {

bool is_wanted(const Book& book, const Customer& customer, Date today, const Selection& selection) {
  if (customer.status == Status::former) return false;
  return selection.wants(customer) && selection.wants(agenda_owner(book, customer, today));
}

/// Its first day: an event's own date, a year after a birth or the beginning; not before the book.
std::optional<Date> first_day(const Book& book, const RepeatedDate& date) {
  std::optional<Date> first = book.started;
  if (!date.date.year) return first;
  const std::chrono::years before{date.kind == Kind::event ? 0 : 1};
  const Date own = in_year(date.date.day, *date.date.year + before, date.leap_day);
  return first ? std::max(*first, own) : own;
}

/// Whether it has a day on or after today.
bool is_still_to_come(const Book& book, Date today, const Occasion& occasion,
                      const RepeatedDate& date) {
  const auto& until = date.until;
  if (until && (*until <= today || (date.first && *date.first >= *until))) return false;
  if (date.yearly) return true;
  const Date day = only_day(occasion);
  return day >= today && (!book.started || day >= *book.started) && (!until || day < *until);
}

RepeatedDate repeated(const Book& book, CustomerIndex index, const Occasion& occasion) {
  RepeatedDate date;
  date.customer = index;
  date.kind = occasion.kind;
  date.date = occasion.date;
  date.yearly = occasion.yearly;
  date.round =
      occasion.kind == Kind::anniversary && book.policy.anniversaries == Anniversaries::round;
  date.what = occasion.what;
  date.person = occasion.person;
  date.until = occasion.until;
  date.heads_up = occasion.heads_up;
  date.leap_day = book.customers[index].leap_day.value_or(book.policy.leap_day);
  date.first = first_day(book, date);
  return date;
}

}  // namespace

std::vector<RepeatedDate> repeated_dates(const Book& book, Date today, const Selection& selection) {
  std::vector<RepeatedDate> dates;
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    const Customer& customer = book.customers[i];
    if (!is_wanted(book, customer, today, selection)) continue;
    for_each_occasion(book, customer, [&](const Occasion& occasion) {
      if (!selection.wants(occasion.kind)) return;
      const RepeatedDate date = repeated(book, i, occasion);
      if (is_still_to_come(book, today, occasion, date)) dates.push_back(date);
    });
  }
  return dates;
}

}  // namespace care
