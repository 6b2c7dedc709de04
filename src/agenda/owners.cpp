#include <algorithm>

#include "agenda/page.hpp"

namespace care {

StaffIndex stand_in(const Book& book, StaffIndex owner, Date day) {
  StaffIndex at = owner;
  for (std::size_t steps = 0; steps <= book.staff.size(); ++steps) {
    if (!is_away(book.staff[at], day)) return at;
    if (!book.staff[at].backup) return owner;
    at = *book.staff[at].backup;
  }
  return owner;  // a circle
}

bool is_away(const Staff& staff, Date day) {
  return std::ranges::any_of(staff.away,
                             [&](DaySpan span) { return span.from <= day && day <= span.to; });
}

StandIns stand_ins(const Book& book, Date day) {
  StandIns result;
  for (StaffIndex i = 0; i < book.staff.size(); ++i) result.push_back(stand_in(book, i, day));
  return result;
}

std::optional<StaffIndex> agenda_owner(const Book& book, const Customer& customer,
                                       const StandIns& stand_ins) {
  const auto owner = owner_of(book, customer);
  return owner ? stand_ins[*owner] : owner;
}

std::optional<StaffIndex> agenda_owner(const Book& book, const Customer& customer, Date day) {
  const auto owner = owner_of(book, customer);
  return owner ? stand_in(book, *owner, day) : owner;
}

}  // namespace care
