#include <care/report_dates.hpp>

#include <algorithm>

namespace care {
namespace {

bool is_wanted(const Book& book, const Customer& customer, Date today, const Selection& selection) {
  if (customer.status == Status::former) return false;
  const auto owner = agenda_owner(book, customer, today);
  if (selection.owner && owner && owner != selection.owner) return false;
  return selection.tags.empty() || std::ranges::any_of(customer.tags, [&](Text tag) {
           return std::ranges::find(selection.tags, tag) != selection.tags.end();
         });
}

/// Its first day: an event's own date, a year after a birth or the beginning; not before the book.
std::optional<Date> first_day(const Book& book, const RepeatedDate& date) {
  std::optional<Date> first = book.started;
  if (!date.date.year) return first;
  const std::chrono::years before{date.kind == Kind::event ? 0 : 1};
  const Date own = in_year(date.date.day, *date.date.year + before, date.leap_day);
  return first ? std::max(*first, own) : own;
}

/// Adds the date where it is wanted and still to come.
void add(const Book& book, Date today, const Selection& selection, RepeatedDate date,
         std::vector<RepeatedDate>& dates) {
  const auto& only = selection.only;
  if (!only.empty() && std::ranges::find(only, date.kind) == only.end()) return;
  const Customer& customer = book.customers[date.customer];
  date.leap_day = customer.leap_day.value_or(book.policy.leap_day);
  date.first = first_day(book, date);
  if (date.until && (*date.until <= today || (date.first && *date.first >= *date.until))) return;
  if (!date.yearly) {
    const Date day = in_year(date.date.day, *date.date.year, date.leap_day);
    const bool exists =
        (!book.started || day >= *book.started) && (!date.until || day < *date.until);
    if (day < today || !exists) return;
  }
  dates.push_back(date);
}

void add_birthdays(const Book& book, Date today, const Selection& selection, RepeatedDate date,
                   std::vector<RepeatedDate>& dates) {
  const Customer& customer = book.customers[date.customer];
  date.kind = Kind::birthday;
  if (customer.birthday) {
    date.date = *customer.birthday;
    date.person = customer.name;
    add(book, today, selection, date, dates);
  }
  for (const Contact& contact : customer.contacts) {
    if (!contact.birthday) continue;
    date.date = *contact.birthday;
    date.person = contact.name;
    date.until = contact.left;
    add(book, today, selection, date, dates);
  }
}

void add_anniversary(const Book& book, Date today, const Selection& selection, RepeatedDate date,
                     std::vector<RepeatedDate>& dates) {
  const Customer& customer = book.customers[date.customer];
  if (!customer.since || book.policy.anniversaries == Anniversaries::none) return;
  const auto since = civil(*customer.since);
  date.kind = Kind::anniversary;
  date.date = {since.year(), since.month() / since.day()};
  date.round = book.policy.anniversaries == Anniversaries::round;
  add(book, today, selection, date, dates);
}

void add_events(const Book& book, Date today, const Selection& selection, RepeatedDate date,
                std::vector<RepeatedDate>& dates) {
  date.kind = Kind::event;
  for (const Event& event : book.customers[date.customer].events) {
    date.date = event.date;
    date.yearly = event.yearly;
    date.what = event.what;
    date.until = event.until;
    date.heads_up = event.heads_up.value_or(book.policy.heads_up);
    add(book, today, selection, date, dates);
  }
}

}  // namespace

std::vector<RepeatedDate> repeated_dates(const Book& book, Date today, const Selection& selection) {
  std::vector<RepeatedDate> dates;
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    if (!is_wanted(book, book.customers[i], today, selection)) continue;
    RepeatedDate date;
    date.customer = i;
    date.heads_up = book.policy.heads_up;
    add_birthdays(book, today, selection, date, dates);
    add_anniversary(book, today, selection, date, dates);
    add_events(book, today, selection, date, dates);
  }
  return dates;
}

}  // namespace care
