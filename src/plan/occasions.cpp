#include "plan/occasions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

using std::chrono::days;
using std::chrono::year;

/// `birthday of Joe Tran`, `"Opening day"`.
std::string name_of(const Occasion& occasion) {
  if (occasion.kind == Kind::birthday) return fmt::format("birthday of {}", occasion.person);
  if (occasion.kind == Kind::anniversary) return "anniversary as a customer";
  return fmt::format("\"{}\"", occasion.what);
}

Item item_of(const CustomerDay& today, Kind kind, const Occasion& occasion, Date occurrence,
             State when, Date due, Date act) {
  Item item = today.item(kind, when, due, act);
  item.what = occasion.what;
  item.person = occasion.person;
  item.years = occasion.yearly ? years_at(occasion, occurrence) : std::nullopt;
  item.record = occasion.record;
  item.occurrence = occurrence;
  return item;
}

void add_occasion(const CustomerDay& today, const Occasion& occasion, const Occurrence& occurrence,
                  CustomerPlan& plan) {
  const bool over = today.date > occurrence.day;
  if (over && today.do_not_contact()) return;
  Item& item = plan.items.emplace_back(item_of(today, occasion.kind, occasion, occurrence.day,
                                               today.state(occurrence.act, occurrence.day),
                                               occurrence.day, occurrence.act));
  if (today.do_not_contact()) item.urgency = Urgency::coming;
  note(today, "R3", occasion.at, "{}: {}, to greet on {}, listed {} to {}: {}", name_of(occasion),
       occurrence.day, occurrence.act, occurrence.from, occurrence.to, word(item.when));
}

/// The card or gift for the occurrence, while it is time to prepare it.
void plan_preparation(const CustomerDay& today, const Marks& marks, const Occasion& occasion,
                      Date occurrence, CustomerPlan& plan) {
  const Date due = today.calendar().minus(occurrence, *occasion.prepare);
  const Date act = today.calendar().before(due);
  if (!today.has_come(act) || today.date > occurrence) return;
  if (const Ready* ready = marks.readiness(occasion, occurrence)) {
    note(today, "R3", ready->at, "{} was prepared on {}", name_of(occasion), ready->on);
    return;
  }
  Item item = item_of(today, Kind::prepare, occasion, occurrence,
                      today.date > due ? State::overdue : State::today, due, act);
  item.years = std::nullopt;
  note(today, "R3", occasion.at, "prepare {} by {}: {} before {}", name_of(occasion), due,
       *occasion.prepare, occurrence);
  plan.items.push_back(item);
}

/// Whether the occurrence on `day` is too far off for anything, whatever days are worked on.
bool is_far(const CustomerDay& today, const Occasion& occasion, Date day) {
  if (occasion.prepare) return false;
  const Date first = day - std::max(longest(occasion.heads_up), furthest_before);
  return !today.has_come(first) || day + longest(occasion.belated) < today.date;
}

/// The occurrence on `day`, where it exists at all and nobody has greeted it yet.
void visit(const CustomerDay& today, const Marks& marks, const Occasion& occasion, Date day,
           CustomerPlan& plan) {
  if (today.before_book(day) || (occasion.until && day >= *occasion.until)) return;
  if (is_far(today, occasion, day)) return;
  const Occurrence occurrence = occurrence_on(today, occasion, day);
  const bool visible = today.has_come(occurrence.from) && today.date <= occurrence.to;
  if (!visible && !occasion.prepare) return;
  if (const Touch* touch = marks.greeting(occasion, occurrence)) {
    note(today, "R3", touch->at, "{} of {}: greeted on {}", name_of(occasion), day, touch->on.day);
    return;
  }
  if (visible) {
    add_occasion(today, occasion, occurrence, plan);
    if (occasion.prepare && !plan.items.empty()) {
      plan.items.back().prepared = marks.readiness(occasion, day) != nullptr;
    }
  }
  if (occasion.prepare) plan_preparation(today, marks, occasion, day, plan);
}

/// Notes the next occurrence, where it is too early for it.
void explain_next(const CustomerDay& today, const Occasion& occasion) {
  constexpr std::chrono::years farthest{10};
  const year now = today.year;
  for (year y = now; y <= now + farthest; ++y) {
    const auto day = occasion.yearly ? occurrence_in(today.book, today.customer, occasion, y)
                                     : only_day(occasion);
    if (!day || *day < today.date || today.before_book(*day)) continue;
    if (occasion.until && *day >= *occasion.until) return;
    const Occurrence next = occurrence_on(today, occasion, *day);
    if (next.from <= today.date) return;
    note(today, "R3", occasion.at, "{}: next {}, to greet on {}, listed from {}", name_of(occasion),
         next.day, next.act, next.from);
    return;
  }
}

/// Every occurrence that may be of interest today.
void visit_all(const CustomerDay& today, const Marks& marks, const Occasion& occasion,
               CustomerPlan& plan) {
  if (occasion.until && today.date >= *occasion.until) return;
  if (today.account != nullptr) explain_next(today, occasion);
  if (!occasion.yearly) {
    visit(today, marks, occasion, only_day(occasion), plan);
    return;
  }
  days ahead = longest(occasion.heads_up);
  if (occasion.prepare) ahead = std::max(ahead, longest(*occasion.prepare) + days{400});
  const year first = today.year_of(today.date - longest(occasion.belated));
  ahead += furthest_before;
  const year last = today.year_of(today.date + ahead);
  // The year after the last has it a year later at the earliest.
  constexpr days least_year{365};
  today.watch(in_year(occasion.date.day, last, today.leap_day()) + least_year - ahead);
  for (year y = first; y <= last; ++y) {
    if (const auto day = occurrence_in(today.book, today.customer, occasion, y)) {
      visit(today, marks, occasion, *day, plan);
    }
  }
}

}  // namespace

std::optional<int> years_at(const Occasion& occasion, Date day) {
  if (!occasion.date.year) return std::nullopt;
  const int count = static_cast<int>((civil(day).year() - *occasion.date.year).count());
  if (count < 1) return std::nullopt;
  return count;
}

Occurrence occurrence_on(const CustomerDay& today, const Occasion& occasion, Date day) {
  const WorkCalendar& calendar = today.calendar();
  Date act = calendar.before(day);
  if (day - act > furthest_before) act = day;
  return {day, act, std::min(calendar.minus(day, occasion.heads_up), act),
          calendar.plus(day, occasion.belated)};
}

days longest(Duration duration) {
  switch (duration.unit) {
    case Unit::day: return days{duration.count};
    case Unit::week: return days{7 * duration.count};
    case Unit::month: return days{31 * duration.count};
    case Unit::year: return days{366 * duration.count};
    default: return days{8 * duration.count + 400};
  }
}

Date only_day(const Occasion& occasion) {
  return Date{*occasion.date.year / occasion.date.day.month() / occasion.date.day.day()};
}

std::optional<Date> occurrence_in(const Book& book, const Customer& customer,
                                  const Occasion& occasion, year y) {
  constexpr std::chrono::year last_of_books{9999};
  if (y > last_of_books) return std::nullopt;
  if (occasion.date.year) {
    const int count = static_cast<int>((y - *occasion.date.year).count());
    // A birthday is none in the year of birth; an event's own date is its first occurrence.
    if (count < (occasion.kind == Kind::event ? 0 : 1)) return std::nullopt;
    const bool round = count == 1 || count % round_years == 0;
    if (occasion.kind == Kind::anniversary && !round &&
        book.policy.anniversaries == Anniversaries::round) {
      return std::nullopt;
    }
  }
  return in_year(occasion.date.day, y, customer.leap_day.value_or(book.policy.leap_day));
}

void plan_occasions(const CustomerDay& today, CustomerPlan& plan) {
  const Marks marks{today, today.date};
  for_each_occasion(today.book, today.customer,
                    [&](const Occasion& occasion) { visit_all(today, marks, occasion, plan); });
}

}  // namespace care
