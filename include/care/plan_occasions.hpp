#pragma once

#include <care/plan_item.hpp>

namespace care {

/// A date of somebody's that returns, or a one-off event (R3).
struct Occasion {
  Kind kind = Kind::event;
  YearlyDate date{};
  bool yearly = true;
  Text what{}, person{};
  std::uint32_t record = Item::own;
  std::optional<Date> until{};  ///< from this day on nothing of it is shown
  Duration heads_up{}, belated{};
  std::optional<Duration> prepare{};
  Position at{};
};

/// Anniversaries that are round: the first, and every fifth.
inline constexpr int round_years = 5;

/// Hands each date of the customer's to `visit`: birthdays, the anniversary where the policy keeps
/// it, events.
template <class Visit>
void for_each_occasion(const Book& book, const Customer& customer, const Visit& visit) {
  const Policy& policy = book.policy;
  const auto plain = [&](Kind kind, const YearlyDate& date, Text person, std::uint32_t record,
                         std::optional<Date> until, Position table, std::uint32_t line) {
    visit(Occasion{.kind = kind,
                   .date = date,
                   .person = person,
                   .record = record,
                   .until = until,
                   .heads_up = policy.heads_up,
                   .belated = policy.belated,
                   .at = position_of(book, table, line)});
  };
  if (customer.birthday) {
    plain(Kind::birthday, *customer.birthday, customer.name, Item::own, std::nullopt, customer.at,
          customer.lines.birthday);
  }
  for (std::uint32_t i = 0; i < customer.contacts.size(); ++i) {
    const Contact& contact = customer.contacts[i];
    if (!contact.birthday) continue;
    plain(Kind::birthday, *contact.birthday, contact.name, i, contact.left, contact.at,
          contact.birthday_line);
  }
  if (customer.since && policy.anniversaries != Anniversaries::none) {
    const auto since = civil(*customer.since);
    plain(Kind::anniversary, {since.year(), since.month() / since.day()}, {}, Item::own,
          std::nullopt, customer.at, customer.lines.since);
  }
  for (std::uint32_t i = 0; i < customer.events.size(); ++i) {
    const Event& event = customer.events[i];
    const Duration once{0, Unit::day};
    visit(Occasion{.kind = Kind::event,
                   .date = event.date,
                   .yearly = event.yearly,
                   .what = event.what,
                   .record = i,
                   .until = event.until,
                   .heads_up = event.heads_up.value_or(policy.heads_up),
                   .belated = event.belated.value_or(event.yearly ? policy.belated : once),
                   .prepare = event.prepare,
                   .at = event.at});
  }
}

/// No longer than `duration` ever gets; working days may skip long holidays.
[[nodiscard]] std::chrono::days longest(Duration duration);

/// An occurrence of an occasion, seen or not.
struct SeenOccurrence {
  Occasion occasion;
  Date day;
  std::optional<int> years;    ///< age, or years since; nothing where the year is not known
  std::optional<Date> marked;  ///< the day of the touch that greeted it, up to now
};
/// Those of one customer from `from` to `to`, that R3 would show; in the order of the occasions.
[[nodiscard]] std::vector<SeenOccurrence> occurrences_between(const Book& book,
                                                              CustomerIndex customer, Moment now,
                                                              Date from, Date to);

/// The only day of an occasion that is not yearly.
[[nodiscard]] Date only_day(const Occasion& occasion);

/// The occurrence of a yearly date in `year`, where there is one; `until` and `Book::started` are
/// not asked.
[[nodiscard]] std::optional<Date> occurrence_in(const Book& book, const Customer& customer,
                                                const Occasion& occasion, std::chrono::year year);

}  // namespace care
