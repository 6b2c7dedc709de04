#include <care/book_quiet.hpp>

#include <algorithm>
#include <array>

namespace care {
namespace {

/// Days from the start of a common year, from 1.
int place_in_year(std::chrono::month_day day) {
  constexpr std::array<int, 12> before{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  return before[static_cast<unsigned>(day.month()) - 1] + static_cast<int>(unsigned{day.day()});
}

}  // namespace

QuietDates::QuietDates(Date today)
    : today_{today},
      this_year_{int{civil(today).year()}},
      place_{place_in_year(civil(today).month() / civil(today).day())} {}

QuietFacts QuietDates::facts(const Customer& customer) const {
  QuietFacts facts;
  if (customer.since) add_since(facts, civil(*customer.since));
  if (customer.every) add_every(facts, *customer.every);
  if (customer.birthday) add_birthday(facts, *customer.birthday);
  for (const Contact& contact : customer.contacts)
    if (contact.birthday) add_birthday(facts, *contact.birthday);
  for (const Event& event : customer.events) add_yearly(facts, event.date.day);
  return facts;
}

void QuietDates::add_since(QuietFacts& facts, std::chrono::year_month_day since) const {
  facts.since = Date{since};
  facts.since_ahead = static_cast<std::uint16_t>(days_ahead(since.month() / since.day()));
}

void QuietDates::add_every(QuietFacts& facts, const Cadence& every) {
  facts.every = every.period;
  facts.is_busy = facts.is_busy || !every.period;
}

int QuietDates::days_ahead(std::chrono::month_day day) const {
  const int difference = place_in_year(day) - place_;
  return difference < 0 ? days_behind(-difference) : difference;
}

void QuietDates::add_yearly(QuietFacts& facts, std::chrono::month_day day) const {
  const int ahead = days_ahead(day);
  facts.ahead = std::min(facts.ahead, static_cast<std::uint16_t>(ahead));
  facts.behind = std::min(facts.behind, static_cast<std::uint16_t>(days_behind(ahead)));
}

void QuietDates::add_birthday(QuietFacts& facts, const YearlyDate& birthday) const {
  constexpr int oldest = 100;
  add_yearly(facts, birthday.day);
  if (!birthday.year) return;
  const int year = int{*birthday.year};
  facts.is_busy = facts.is_busy || year >= this_year_ || year <= this_year_ - oldest;
}

}  // namespace care
