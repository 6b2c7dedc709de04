#include <fmt/format.h>

#include <care/text.hpp>

#include <algorithm>
#include <string>

#include "plan/facts.hpp"
#include "plan/occasions.hpp"

namespace care {
namespace {

using std::chrono::days;
using std::chrono::year;
using std::chrono::years;

/// Where the day itself is this much later than the working day before it, it stands itself.
constexpr days furthest_before{7};

/// One occurrence with the span in which it is visible and can be greeted.
struct Occurrence {
  Date day, act, from, to;
};

Occurrence occurrence_on(const Facts& facts, const Occasion& occasion, Date day) {
  const WorkCalendar& calendar = facts.calendar();
  Date act = calendar.before(day);
  if (day - act > furthest_before) act = day;
  return {day, act, std::min(calendar.minus(day, occasion.heads_up), act),
          calendar.plus(day, occasion.belated)};
}

/// No longer than `duration` ever gets; working days may skip long holidays.
days longest(Duration duration) {
  switch (duration.unit) {
    case Unit::day: return days{duration.count};
    case Unit::week: return days{7 * duration.count};
    case Unit::month: return days{31 * duration.count};
    case Unit::year: return days{366 * duration.count};
    default: return days{8 * duration.count + 400};
  }
}

bool names(Text mark, const Occasion& occasion) {
  switch (occasion.kind) {
    case Kind::birthday: return equal_ignoring_case(mark, "birthday");
    case Kind::anniversary: return equal_ignoring_case(mark, "anniversary");
    default: return equal_ignoring_case(mark, occasion.what);
  }
}

/// Whether the touch's day lies in the span of the customer's own birthday.
bool own_birthday_visible(const Facts& facts, Date on) {
  const Customer& customer = facts.customer;
  if (!customer.birthday) return false;
  const Policy& policy = facts.book.policy;
  const Occasion own{Kind::birthday,  *customer.birthday, true,         {}, {}, Item::own, {},
                     policy.heads_up, policy.belated,     std::nullopt, {}};
  const year first = civil(on - longest(policy.belated)).year();
  const year last = civil(on + longest(policy.heads_up) + furthest_before).year();
  for (year y = first; y <= last; ++y) {
    if (customer.birthday->year && y <= *customer.birthday->year) continue;
    const Occurrence seen =
        occurrence_on(facts, own, in_year(customer.birthday->day, y, facts.leap_day()));
    if (!facts.before_book(seen.day) && seen.from <= on && on <= seen.to) return true;
  }
  return false;
}

/// Whose birthday a touch greeted: its contact's, else the customer's own where that was visible,
/// else every contact's.
bool is_birthday_of(const Facts& facts, const Occasion& occasion, const Touch& touch) {
  if (touch.contact) {
    if (occasion.record == Item::own) return false;
    const auto& contacts = facts.customer.contacts;
    return contacts[occasion.record].name == contacts[*touch.contact].name;
  }
  const bool own = occasion.record == Item::own;
  return own == own_birthday_visible(facts, touch.on.day);
}

const Touch* greeting(const Facts& facts, const Occasion& occasion, const Occurrence& occurrence) {
  for (const Touch* touch : facts.touches) {
    if (touch->on.day < occurrence.from || touch->on.day > occurrence.to) continue;
    for (const Text mark : touch->greeted) {
      if (!names(mark, occasion)) continue;
      if (occasion.kind != Kind::birthday || is_birthday_of(facts, occasion, *touch)) return touch;
    }
  }
  return nullptr;
}

/// The card or gift counts as prepared where a record names the event in the year before the day.
const Ready* readiness(const Facts& facts, const Occasion& occasion, Date day) {
  const Date year_before = add_calendar(day, {1, Unit::year}, -1);
  for (const std::uint32_t i : facts.book.readies.of(facts.index)) {
    const Ready& ready = facts.book.readies.all[i];
    const Date on = ready.on.day;
    if (on > year_before && on <= day && on <= facts.today &&
        equal_ignoring_case(ready.what, occasion.what)) {
      return &ready;
    }
  }
  return nullptr;
}

std::optional<int> years_at(const Occasion& occasion, Date day) {
  if (!occasion.date.year) return std::nullopt;
  const int count = static_cast<int>((civil(day).year() - *occasion.date.year).count());
  if (count < 1) return std::nullopt;
  return count;
}

Item item_of(const Facts& facts, const Occasion& occasion, const Occurrence& occurrence) {
  Item item;
  item.customer = facts.index;
  item.kind = occasion.kind;
  item.due = {occurrence.day, std::nullopt};
  item.act = occurrence.act;
  item.what = occasion.what;
  item.person = occasion.person;
  item.years = occasion.yearly ? years_at(occasion, occurrence.day) : std::nullopt;
  item.record = occasion.record;
  item.occurrence = occurrence.day;
  return item;
}

std::string name_of(const Occasion& occasion) {
  if (occasion.kind == Kind::birthday) return fmt::format("birthday of {}", occasion.person);
  if (occasion.kind == Kind::anniversary) return "anniversary as a customer";
  return fmt::format("\"{}\"", occasion.what);
}

void add_occasion(const Facts& facts, const Occasion& occasion, const Occurrence& occurrence,
                  CustomerPlan& plan) {
  Item item = item_of(facts, occasion, occurrence);
  if (facts.today > occurrence.day) {
    item.when = State::overdue;
    item.urgency = Urgency::belated;
    item.days_late = days_between(occurrence.day, facts.today);
  } else if (facts.today >= occurrence.act) {
    item.when = State::today;
    item.urgency = Urgency::occasion;
  }
  if (facts.do_not_contact()) {
    if (facts.today > occurrence.day) return;
    item.urgency = Urgency::coming;
  }
  note(facts, "R3", occasion.at, [&] {
    return fmt::format("{}: {}, to greet on {}, listed {} to {}: {}", name_of(occasion),
                       spoken(occurrence.day), spoken(occurrence.act), spoken(occurrence.from),
                       spoken(occurrence.to), word(item.when));
  });
  plan.items.push_back(item);
}

void add_preparation(const Facts& facts, const Occasion& occasion, const Occurrence& occurrence,
                     CustomerPlan& plan) {
  const Date due = facts.calendar().minus(occurrence.day, *occasion.prepare);
  const Date act = facts.calendar().before(due);
  if (facts.today < act || facts.today > occurrence.day) return;
  if (const Ready* ready = readiness(facts, occasion, occurrence.day)) {
    note(facts, "R3", ready->at,
         [&] { return fmt::format("{} is prepared since {}", name_of(occasion), iso(ready->on)); });
    return;
  }
  Item item = item_of(facts, occasion, occurrence);
  item.kind = Kind::prepare;
  item.years = std::nullopt;
  item.due = {due, std::nullopt};
  item.act = act;
  item.urgency = Urgency::occasion;
  item.when = facts.today > due ? State::overdue : State::today;
  item.days_late = std::max(0, days_between(due, facts.today));
  note(facts, "R3", occasion.at, [&] {
    return fmt::format("prepare {} by {}: {} before {}", name_of(occasion), spoken(due),
                       to_string(*occasion.prepare), spoken(occurrence.day));
  });
  plan.items.push_back(item);
}

/// The occurrence on `day`, where it exists at all and nobody has greeted it yet.
void visit(const Facts& facts, const Occasion& occasion, Date day, CustomerPlan& plan) {
  if (facts.before_book(day) || (occasion.until && day >= *occasion.until)) return;
  const Occurrence occurrence = occurrence_on(facts, occasion, day);
  const bool visible = occurrence.from <= facts.today && facts.today <= occurrence.to;
  if (!visible && !occasion.prepare) return;
  if (const Touch* touch = greeting(facts, occasion, occurrence)) {
    note(facts, "R3", touch->at, [&] {
      return fmt::format("{} of {}: greeted on {}", name_of(occasion), spoken(day),
                         spoken(touch->on.day));
    });
    return;
  }
  if (visible) add_occasion(facts, occasion, occurrence, plan);
  if (occasion.prepare) add_preparation(facts, occasion, occurrence, plan);
}

/// Tells an account of the next occurrence that it is too early for.
void explain_next(const Facts& facts, const Occasion& occasion) {
  constexpr std::chrono::years farthest{10};
  const year now = civil(facts.today).year();
  for (year y = now; y <= now + farthest; ++y) {
    const auto day =
        occasion.yearly
            ? occurrence_in(facts.book, facts.customer, occasion, y)
            : Date{*occasion.date.year / occasion.date.day.month() / occasion.date.day.day()};
    if (!day || *day < facts.today || facts.before_book(*day)) continue;
    if (occasion.until && *day >= *occasion.until) return;
    const Occurrence next = occurrence_on(facts, occasion, *day);
    if (next.from <= facts.today) return;
    note(facts, "R3", occasion.at, [&] {
      return fmt::format("{}: next {}, to greet on {}, listed from {}", name_of(occasion),
                         spoken(next.day), spoken(next.act), spoken(next.from));
    });
    return;
  }
}

/// Every occurrence that may be of interest today.
void visit_all(const Facts& facts, const Occasion& occasion, CustomerPlan& plan) {
  if (occasion.until && facts.today >= *occasion.until) return;
  if (facts.account != nullptr) explain_next(facts, occasion);
  if (!occasion.yearly) {
    visit(facts, occasion,
          Date{*occasion.date.year / occasion.date.day.month() / occasion.date.day.day()}, plan);
    return;
  }
  days ahead = longest(occasion.heads_up);
  if (occasion.prepare) ahead = std::max(ahead, longest(*occasion.prepare) + days{400});
  const year first = civil(facts.today - longest(occasion.belated)).year();
  const year last = civil(facts.today + ahead + furthest_before).year();
  for (year y = first; y <= last; ++y) {
    if (const auto day = occurrence_in(facts.book, facts.customer, occasion, y))
      visit(facts, occasion, *day, plan);
  }
}

}  // namespace

std::optional<Date> occurrence_in(const Book& book, const Customer& customer,
                                  const Occasion& occasion, year y) {
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

void plan_occasions(const Facts& facts, CustomerPlan& plan) {
  for_each_occasion(facts.book, facts.customer,
                    [&](const Occasion& occasion) { visit_all(facts, occasion, plan); });
}

}  // namespace care
