#include "review/past.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

/// Where those stand that carry a later day.
template <class Learned>
void add_later(const std::vector<Learned>& learned, Date day, std::vector<Position>& later) {
  for (const auto& one : learned) {
    if (one.on && one.on->day > day) later.push_back(one.at);
  }
}

bool has_purchases(const Book& book, Date day) {
  return std::ranges::any_of(book.purchases.all,
                             [&](const Purchase& purchase) { return purchase.on.day <= day; });
}

/// Of those whom somebody sent, one who has come by that day.
bool has_referrals(const Book& book, Date day) {
  return std::ranges::any_of(book.referrals, [&](CustomerIndex who) {
    const Customer& sent = as_of(book, who, day);
    return sent.since.value_or(day) <= day && sent.added.value_or(day) <= day;
  });
}

void take(Past& past, const Touch& touch) {
  past.touches.push_back(&touch);
  if (touch.from_them || !touch.heard.empty()) past.heard = touch.on.day;
  if (!touch.reached) {
    if (!touch.from_them) past.attempts.push_back(touch.on.day);
    return;
  }
  if (!touch.thanked.empty()) past.thankings.push_back(touch.on.day);
  if (past.contacts.empty() || past.contacts.back().day != touch.on.day) {
    past.contacts.push_back({touch.on.day, touch.at});
  } else {
    past.contacts.back().at = touch.at;
  }
}

}  // namespace

bool View::is_past(const When& when) const {
  if (is_over) return when.day <= period.to;
  return when.time ? when.moment() < then : when.day < day_of(then);
}

bool View::is_later(Position at) const { return std::ranges::binary_search(later, at); }

bool View::is_customer(const Customer& customer) const {
  const bool is_known = !customer.added || *customer.added <= end();
  return is_known && customer.status != Status::former;
}

View view_of(const Book& book, Moment now, Period period) {
  const bool is_over = period.to < day_of(now);
  const Moment last_minute = Moment{period.to + std::chrono::days{1}} - std::chrono::minutes{1};
  View view{.book = book,
            .period = period,
            .then = is_over ? last_minute : now,
            .is_over = is_over,
            .wow_from = book.policy.calendar.minus(period.to, book.policy.wow_every),
            .purchases = has_purchases(book, period.to),
            .referrals = has_referrals(book, period.to)};
  add_later(book.contacts.all, period.to, view.later);
  add_later(book.events.all, period.to, view.later);
  add_later(book.later_plans, period.to, view.later);
  std::ranges::sort(view.later);
  return view;
}

bool Past::is_strained_at_end_of(Date day) const {
  const auto after = std::ranges::upper_bound(strained, day, {}, &StrainedState::from);
  if (after == strained.begin()) return false;
  const auto& ended = std::prev(after)->ended;
  return !ended || *ended > day;
}

int Past::contacts_between(Date from, Date to) const {
  const auto first = std::ranges::lower_bound(contacts, from, {}, &ContactDay::day);
  const auto last = std::ranges::upper_bound(contacts, to, {}, &ContactDay::day);
  return std::max(0, static_cast<int>(last - first));
}

Past past_of(const View& view, CustomerIndex who) {
  constexpr std::size_t ahead = 8;
  const Book& book = view.book;
  book.touches.prefetch(who + ahead);
  const Customer& customer = as_of(book, who, view.end());
  Past past{.view = view,
            .book = book,
            .who = who,
            .customer = customer,
            .owner = owner_of(book, customer)};
  bool has_mood = customer.mood.has_value() || !book.facts.of(who).empty();
  const auto order = book.touches.of(who);
  past.touches.reserve(order.size());
  for (const std::uint32_t i : order) {
    const Touch& touch = book.touches.all[i];
    if (touch.on.day > view.end()) break;  // sorted by day
    has_mood = has_mood || touch.mood.has_value();
    take(past, touch);
  }
  if (has_mood) past.strained = strained_states(book, who, view.then);
  past.requests = request_pasts(book, who, view.then);
  return past;
}

bool is_in_time(const When& done, const When& due) {
  return done.time && due.time ? done.moment() <= due.moment() : done.day <= due.day;
}

When when_of(Moment moment) {
  const Date day = day_of(moment);
  return {day, moment - Moment{day}};
}

std::string spelled_day(Date day) {
  return fmt::format("{} {}", short_name(weekday_name(day)), iso(day));
}

}  // namespace care
