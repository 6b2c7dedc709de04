#include <care/text.hpp>

#include <algorithm>

#include "plan/occasions.hpp"

namespace care {
namespace {

using std::chrono::year;

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

/// No touch before it can have greeted a birthday of today's.
Date earliest_for_birthdays(const CustomerDay& today) {
  const Policy& policy = today.book.policy;
  return today.date - longest(policy.belated) - longest(policy.heads_up) - furthest_before;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool less_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::lexicographical_compare(a, b, {}, lower, lower);
}

bool is_named_before(const Ready* a, const Ready* b) {
  return less_ignoring_case(a->what, b->what);
}

}  // namespace

Marks::Marks(const CustomerDay& today) : today_{today} {
  for (std::size_t i = 0; i < today.touches.size(); ++i) {
    for (const Text greeted : today.touches[i]->greeted) add(greeted, i);
  }
  std::ranges::sort(marks_, comes_before);
  for (const std::uint32_t i : today.book.readies.of(today.index)) {
    const Ready& ready = today.book.readies.all[i];
    if (ready.on.day <= today.date) readies_.push_back(&ready);
  }
  std::ranges::stable_sort(readies_, is_named_before);
}

/// A touch greeted its contact's birthday, else the customer's own where that was visible, else
/// every contact's. What is named like it may be an event, too.
void Marks::add(Text greeted, std::size_t touch) {
  marks_.push_back({Whose::by_name, greeted, touch});
  if (!equal_ignoring_case(greeted, "birthday")) return;
  const Touch& record = *today_.touches[touch];
  if (record.contact) {
    marks_.push_back({Whose::contact, today_.customer.contacts[*record.contact].name, touch});
  } else if (record.on.day >= earliest_for_birthdays(today_)) {
    const bool own = own_birthday_visible(today_, record.on.day);
    marks_.push_back({own ? Whose::own : Whose::everyone, {}, touch});
  }
}

bool Marks::comes_before(const Mark& a, const Mark& b) {
  if (a.whose != b.whose) return a.whose < b.whose;
  if (a.whose != Whose::by_name) return std::tie(a.name, a.touch) < std::tie(b.name, b.touch);
  if (less_ignoring_case(a.name, b.name)) return true;
  return !less_ignoring_case(b.name, a.name) && a.touch < b.touch;
}

const Marks::Mark* Marks::first(Whose whose, Text name, const Occurrence& occurrence) const {
  const auto from = today_.touches_from(occurrence.from) - today_.touches.begin();
  const Mark sought{whose, name, static_cast<std::size_t>(from)};
  const auto found = std::ranges::lower_bound(marks_, sought, comes_before);
  if (found == marks_.end() || found->whose != whose) return nullptr;
  if (today_.touches[found->touch]->on.day > occurrence.to) return nullptr;
  const bool same =
      whose == Whose::by_name ? equal_ignoring_case(found->name, name) : found->name == name;
  return same ? &*found : nullptr;
}

const Touch* Marks::greeting(const Occasion& occasion, const Occurrence& occurrence) const {
  if (marks_.empty()) return nullptr;
  const Mark* mark = nullptr;
  if (occasion.kind != Kind::birthday) {
    const bool named = occasion.kind == Kind::anniversary;
    mark = first(Whose::by_name, named ? Text{"anniversary"} : occasion.what, occurrence);
  } else if (occasion.record == Item::own) {
    mark = first(Whose::own, {}, occurrence);
  } else {
    mark = first(Whose::contact, today_.customer.contacts[occasion.record].name, occurrence);
    const Mark* all = first(Whose::everyone, {}, occurrence);
    if (mark == nullptr || (all != nullptr && all->touch < mark->touch)) mark = all;
  }
  return mark == nullptr ? nullptr : today_.touches[mark->touch];
}

const Ready* Marks::readiness(const Occasion& occasion, Date occurrence) const {
  const Date year_before = add_calendar(occurrence, {1, Unit::year}, -1);
  const auto sought = [&](const Ready* ready) {
    return less_ignoring_case(ready->what, occasion.what) ||
           (equal_ignoring_case(ready->what, occasion.what) && ready->on.day <= year_before);
  };
  const auto found = std::ranges::partition_point(readies_, sought);
  const bool named = found != readies_.end() && equal_ignoring_case((*found)->what, occasion.what);
  return named && (*found)->on.day <= occurrence ? *found : nullptr;
}

}  // namespace care
