#include <fmt/format.h>

#include <algorithm>

#include "review/cases.hpp"

namespace care {
namespace {

/// A purchase or referral: whether they were thanked from its day through its due.
void add_cause(const Past& past, Date day, Position at, std::string_view kind, Text what,
               Cases& cases) {
  if (day > past.end() || (past.book.started && day < *past.book.started)) return;
  const Date due = past.book.policy.calendar.plus(day, past.book.policy.thank_within);
  const auto thanked = std::ranges::lower_bound(past.thankings, day);
  cases.add(Measure::thanks, due, thanked != past.thankings.end() && *thanked <= due, at, [&] {
    return fmt::format("{} \"{}\" on {}, to thank by {}", kind, what, spelled_day(day),
                       spelled_day(due));
  });
}

bool is_talk(const Touch& touch) {
  using enum Channel;
  return touch.reached &&
         (touch.how == call || touch.how == visit || touch.how == meeting || touch.how == video);
}

}  // namespace

void add_thanks(const Past& past, Cases& cases) {
  const Book& book = past.book;
  for (const std::uint32_t i : book.purchases.of(past.who)) {
    const Purchase& purchase = book.purchases.all[i];
    add_cause(past, purchase.on.day, purchase.at, "purchase", purchase.what, cases);
  }
  for (const std::uint32_t i : book.referred_by(past.who)) {
    const Customer& referred = as_of(book, i, past.end());
    if (!referred.since || (referred.added && *referred.added > past.end())) continue;
    add_cause(past, *referred.since, position_of(book, referred.at, referred.lines.since),
              "referral of", referred.name, cases);
  }
}

void add_talks(const Past& past, Cases& cases) {
  const auto from = std::ranges::lower_bound(past.touches, past.view.period.from, {},
                                             [](const Touch* touch) { return touch->on.day; });
  for (auto one = from; one != past.touches.end(); ++one) {
    const Touch& touch = **one;
    if (!is_talk(touch)) continue;
    const auto words = [&] {
      return fmt::format("{} on {}", word(*touch.how), spelled_day(touch.on.day));
    };
    cases.add(Measure::thanked, touch.on.day, !touch.thanked.empty(), touch.at, words,
              Counts::always);
    cases.add(Measure::heard, touch.on.day, !touch.heard.empty(), touch.at, words, Counts::always);
  }
}

void add_wow(const Past& past, Cases& cases) {
  const Book& book = past.book;
  const Customer& customer = past.customer;
  const Date from = past.view.wow_from;
  std::optional<Date> known = customer.since;
  if (!past.touches.empty()) {
    known = std::min(known.value_or(Date::max()), past.touches.front()->on.day);
  }
  const auto is_new = [&](const std::optional<Date>& day) { return day && *day >= from; };
  if (!known || is_new(known) || is_new(customer.added) || is_new(book.started)) return;
  const auto last = std::find_if(past.touches.rbegin(), past.touches.rend(),
                                 [](const Touch* touch) { return !touch->wow.empty(); });
  const bool has_one = last != past.touches.rend();
  cases.add(
      Measure::wow, past.end(), has_one && (*last)->on.day > from,
      has_one ? (*last)->at : customer.at,
      [&] {
        return has_one ? fmt::format("WOW \"{}\" on {}", (*last)->wow, spelled_day((*last)->on.day))
                       : std::string{"no WOW yet"};
      },
      Counts::always);
}

}  // namespace care
