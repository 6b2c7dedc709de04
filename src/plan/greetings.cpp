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

/// No touch before it can have greeted a birthday that could be seen on `from` or later.
Date earliest_for_birthdays(const Policy& policy, Date from) {
  return from - longest(policy.belated) - longest(policy.heads_up) - furthest_before;
}

}  // namespace

Marks::Marks(const CustomerDay& today, Date from)
    : today_{today}, earliest_for_birthdays_{earliest_for_birthdays(today.book.policy, from)} {
  for (std::size_t i = 0; i < today.touches.size(); ++i) {
    for (const Text greeted : today.touches[i]->greeted) add(greeted, i);
  }
  std::ranges::sort(marks_, comes_before);
  for (const std::uint32_t i : today.book.readies.of(today.index)) {
    const Ready& ready = today.book.readies.all[i];
    if (ready.on.day <= today.date) readies_.push_back({name_key(ready.what), &ready});
  }
  std::ranges::stable_sort(readies_, {}, &Readiness::name);
}

/// A touch greeted its contact's birthday, else the customer's own where that was visible, else
/// every contact's. What is named like it may be an event, too.
void Marks::add(Text greeted, std::size_t touch) {
  marks_.push_back({Whose::by_name, name_key(greeted), touch});
  if (!equal_ignoring_case(greeted, "birthday")) return;
  const Touch& record = *today_.touches[touch];
  if (record.contact) {
    marks_.push_back(
        {Whose::contact, std::string{today_.customer.contacts[*record.contact].name}, touch});
  } else if (record.on.day >= earliest_for_birthdays_) {
    const bool own = own_birthday_visible(today_, record.on.day);
    marks_.push_back({own ? Whose::own : Whose::everyone, {}, touch});
  }
}

bool Marks::comes_before(const Mark& a, const Mark& b) {
  return std::tie(a.whose, a.name, a.touch) < std::tie(b.whose, b.name, b.touch);
}

const Marks::Mark* Marks::first(Whose whose, std::string name, const Occurrence& occurrence) const {
  const auto from = today_.touches_from(occurrence.from) - today_.touches.begin();
  const Mark sought{whose, std::move(name), static_cast<std::size_t>(from)};
  const auto found = std::ranges::lower_bound(marks_, sought, comes_before);
  if (found == marks_.end() || found->whose != whose || found->name != sought.name) return nullptr;
  return today_.touches[found->touch]->on.day > occurrence.to ? nullptr : &*found;
}

const Touch* Marks::greeting(const Occasion& occasion, const Occurrence& occurrence) const {
  if (marks_.empty()) return nullptr;
  const Mark* mark = nullptr;
  if (occasion.kind != Kind::birthday) {
    const bool named = occasion.kind == Kind::anniversary;
    mark = first(Whose::by_name, named ? "anniversary" : name_key(occasion.what), occurrence);
  } else if (occasion.record == Item::own) {
    mark = first(Whose::own, {}, occurrence);
  } else {
    mark = first(Whose::contact, std::string{today_.customer.contacts[occasion.record].name},
                 occurrence);
    const Mark* all = first(Whose::everyone, {}, occurrence);
    if (mark == nullptr || (all != nullptr && all->touch < mark->touch)) mark = all;
  }
  return mark == nullptr ? nullptr : today_.touches[mark->touch];
}

const Ready* Marks::readiness(const Occasion& occasion, Date occurrence) const {
  const Date year_before = add_calendar(occurrence, {1, Unit::year}, -1);
  const std::string name = name_key(occasion.what);
  const auto found = std::ranges::partition_point(readies_, [&](const Readiness& one) {
    return one.name < name || (one.name == name && one.ready->on.day <= year_before);
  });
  const bool named = found != readies_.end() && found->name == name;
  return named && found->ready->on.day <= occurrence ? found->ready : nullptr;
}

}  // namespace care
