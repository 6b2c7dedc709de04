#include <algorithm>

#include "agenda/page.hpp"

namespace care {
namespace {

/// Along `backup` to the first who is here; the owner's own where there is none, or a circle.
StaffIndex stand_in(const Book& book, StaffIndex owner, Date day) {
  StaffIndex at = owner;
  for (std::size_t steps = 0; steps <= book.staff.size(); ++steps) {
    if (!is_away(book.staff[at], day)) return at;
    if (!book.staff[at].backup) return owner;
    at = *book.staff[at].backup;
  }
  return owner;
}

}  // namespace

bool is_away(const Staff& staff, Date day) {
  return std::ranges::any_of(staff.away,
                             [&](DaySpan span) { return span.from <= day && day <= span.to; });
}

std::vector<std::optional<StaffIndex>> stand_ins(const Book& book, Date day) {
  std::vector<std::optional<StaffIndex>> result;
  for (StaffIndex i = 0; i < book.staff.size(); ++i) result.emplace_back(stand_in(book, i, day));
  return result;
}

std::optional<StaffIndex> agenda_owner(const Book& book, const Customer& customer, Date day) {
  const auto owner = owner_of(book, customer);
  if (!owner) return std::nullopt;
  return stand_in(book, *owner, day);
}

}  // namespace care
