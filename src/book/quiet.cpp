#include <care/book_quiet.hpp>

#include <algorithm>
#include <array>

namespace care {
namespace {

/// Days from the start of a common year.
int place_in_year(std::chrono::month_day day) {
  constexpr std::array<int, 12> before{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  return before[static_cast<unsigned>(day.month()) - 1] + static_cast<int>(unsigned{day.day()});
}

/// Takes note of a date that returns each year.
void add_date(QuietFacts& facts, std::chrono::month_day day, int place_of_today) {
  constexpr int year = 365;
  const int ahead = (place_in_year(day) - place_of_today + year) % year;
  facts.ahead = std::min(facts.ahead, static_cast<std::uint16_t>(ahead));
  facts.behind = std::min(facts.behind, static_cast<std::uint16_t>((year - ahead) % year));
}

/// No birthday that `care check` would wonder about.
bool is_likely(const YearlyDate& birthday, int this_year) {
  constexpr int oldest = 100;
  if (!birthday.year) return true;
  const int year = int{*birthday.year};
  return year < this_year && year > this_year - oldest;
}

}  // namespace

QuietFacts quiet_facts(const Customer& customer, Date today) {
  QuietFacts facts;
  if (customer.since) facts.since = *customer.since;
  if (customer.every) facts.every = customer.every->period;
  const auto now = civil(today);
  const int this_year = int{now.year()};
  const int place_of_today = place_in_year(now.month() / now.day());
  const auto add_birthday = [&](const std::optional<YearlyDate>& birthday) {
    if (!birthday) return;
    add_date(facts, birthday->day, place_of_today);
    facts.is_busy = facts.is_busy || !is_likely(*birthday, this_year);
  };
  add_birthday(customer.birthday);
  for (const Contact& contact : customer.contacts) add_birthday(contact.birthday);
  for (const Event& event : customer.events) add_date(facts, event.date.day, place_of_today);
  facts.is_busy = facts.is_busy || (customer.every && !customer.every->period);
  return facts;
}

bool is_quiet(const Touch& touch, Date today) {
  return touch.reached && touch.on.day < today && touch.mood != Mood::strained;
}

}  // namespace care
