#include <care/text.hpp>

#include <algorithm>

#include "plan/occasions.hpp"

namespace care {
namespace {

using std::chrono::year;

bool names(Text mark, const Occasion& occasion) {
  switch (occasion.kind) {
    case Kind::birthday: return equal_ignoring_case(mark, "birthday");
    case Kind::anniversary: return equal_ignoring_case(mark, "anniversary");
    default: return equal_ignoring_case(mark, occasion.what);
  }
}

/// Whether the touch's day lies in the span of the customer's own birthday.
bool own_birthday_visible(const CustomerDay& today, Date on) {
  const Customer& customer = today.customer;
  if (!customer.birthday) return false;
  const Policy& policy = today.book.policy;
  const Occasion own{.kind = Kind::birthday,
                     .date = *customer.birthday,
                     .heads_up = policy.heads_up,
                     .belated = policy.belated};
  const year first = civil(on - longest(policy.belated)).year();
  const year last = civil(on + longest(policy.heads_up) + furthest_before).year();
  for (year y = first; y <= last; ++y) {
    if (customer.birthday->year && y <= *customer.birthday->year) continue;
    const Occurrence seen =
        occurrence_on(today, own, in_year(customer.birthday->day, y, today.leap_day()));
    if (!today.before_book(seen.day) && seen.from <= on && on <= seen.to) return true;
  }
  return false;
}

/// Whose birthday a touch greeted: its contact's, else the customer's own where that was visible,
/// else every contact's.
bool is_birthday_of(const CustomerDay& today, const Occasion& occasion, const Touch& touch) {
  if (touch.contact) {
    if (occasion.record == Item::own) return false;
    const auto& contacts = today.customer.contacts;
    return contacts[occasion.record].name == contacts[*touch.contact].name;
  }
  const bool own = occasion.record == Item::own;
  return own == own_birthday_visible(today, touch.on.day);
}

}  // namespace

const Touch* greeting(const CustomerDay& today, const Occasion& occasion,
                      const Occurrence& occurrence) {
  for (auto at = today.touches_from(occurrence.from); at != today.touches.end(); ++at) {
    const Touch* touch = *at;
    if (touch->on.day > occurrence.to) break;
    for (const Text mark : touch->greeted) {
      if (!names(mark, occasion)) continue;
      if (occasion.kind != Kind::birthday || is_birthday_of(today, occasion, *touch)) return touch;
    }
  }
  return nullptr;
}

}  // namespace care
