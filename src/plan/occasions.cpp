#include <fmt/format.h>

#include <care/text.hpp>

#include <algorithm>
#include <string>

#include "plan/facts.hpp"

namespace care {
namespace {

using std::chrono::days;
using std::chrono::year;
using std::chrono::years;

/// Where the day itself is this much later than the working day before it, it stands itself.
constexpr days furthest_before{7};

/// A date of somebody's that returns, or a one-off event.
struct Source {
  Kind kind;
  YearlyDate date;
  bool yearly = true;
  Text what;
  Text person;
  std::uint32_t record = Item::own;
  std::optional<Date> until;
  Duration heads_up;
  Duration belated;
  std::optional<Duration> prepare;
  Position at;
};

/// One occurrence with the span in which it is visible and can be greeted.
struct Occurrence {
  Date day, act, from, to;
};

Occurrence occurrence_on(const Facts& facts, const Source& source, Date day) {
  const WorkCalendar& calendar = facts.calendar();
  Date act = calendar.before(day);
  if (day - act > furthest_before) act = day;
  return {day, act, std::min(calendar.minus(day, source.heads_up), act),
          calendar.plus(day, source.belated)};
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

bool names(Text mark, const Source& source) {
  switch (source.kind) {
    case Kind::birthday: return equal_ignoring_case(mark, "birthday");
    case Kind::anniversary: return equal_ignoring_case(mark, "anniversary");
    default: return equal_ignoring_case(mark, source.what);
  }
}

/// Whether the touch's day lies in the span of the customer's own birthday.
bool own_birthday_visible(const Facts& facts, Date on) {
  const Customer& customer = facts.customer;
  if (!customer.birthday) return false;
  const Policy& policy = facts.book.policy;
  const Source own{Kind::birthday,  *customer.birthday, true,         {}, {}, Item::own, {},
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
bool is_birthday_of(const Facts& facts, const Source& source, const Touch& touch) {
  if (touch.contact) {
    if (source.record == Item::own) return false;
    const auto& contacts = facts.customer.contacts;
    return contacts[source.record].name == contacts[*touch.contact].name;
  }
  const bool own = source.record == Item::own;
  return own == own_birthday_visible(facts, touch.on.day);
}

const Touch* greeting(const Facts& facts, const Source& source, const Occurrence& occurrence) {
  for (const Touch* touch : facts.touches) {
    if (touch->on.day < occurrence.from || touch->on.day > occurrence.to) continue;
    for (const Text mark : touch->greeted) {
      if (!names(mark, source)) continue;
      if (source.kind != Kind::birthday || is_birthday_of(facts, source, *touch)) return touch;
    }
  }
  return nullptr;
}

/// The card or gift counts as prepared where a record names the event in the year before the day.
const Ready* readiness(const Facts& facts, const Source& source, Date day) {
  const Date year_before = add_calendar(day, {1, Unit::year}, -1);
  for (const std::uint32_t i : facts.book.readies.of(facts.index)) {
    const Ready& ready = facts.book.readies.all[i];
    const Date on = ready.on.day;
    if (on > year_before && on <= day && on <= facts.today &&
        equal_ignoring_case(ready.what, source.what)) {
      return &ready;
    }
  }
  return nullptr;
}

std::optional<int> years_at(const Source& source, Date day) {
  if (!source.date.year) return std::nullopt;
  const int count = static_cast<int>((civil(day).year() - *source.date.year).count());
  if (count < 1) return std::nullopt;
  return count;
}

Item item_of(const Facts& facts, const Source& source, const Occurrence& occurrence) {
  Item item;
  item.customer = facts.index;
  item.kind = source.kind;
  item.due = {occurrence.day, std::nullopt};
  item.act = occurrence.act;
  item.what = source.what;
  item.person = source.person;
  item.years = source.yearly ? years_at(source, occurrence.day) : std::nullopt;
  item.record = source.record;
  item.occurrence = occurrence.day;
  return item;
}

std::string name_of(const Source& source) {
  if (source.kind == Kind::birthday) return fmt::format("birthday of {}", source.person);
  if (source.kind == Kind::anniversary) return "anniversary as a customer";
  return fmt::format("\"{}\"", source.what);
}

void add_occasion(const Facts& facts, const Source& source, const Occurrence& occurrence,
                  CustomerPlan& plan) {
  Item item = item_of(facts, source, occurrence);
  if (facts.today > occurrence.day) {
    item.when = State::overdue;
    item.urgency = 6;
    item.days_late = days_between(occurrence.day, facts.today);
  } else if (facts.today >= occurrence.act) {
    item.when = State::today;
    item.urgency = 4;
  }
  if (facts.do_not_contact()) {
    if (facts.today > occurrence.day) return;
    item.urgency = 8;
  }
  note(facts, "R3", source.at, [&] {
    return fmt::format("{}: {}, to greet on {}, listed {} to {}: {}", name_of(source),
                       spoken(occurrence.day), spoken(occurrence.act), spoken(occurrence.from),
                       spoken(occurrence.to), word(item.when));
  });
  plan.items.push_back(item);
}

void add_preparation(const Facts& facts, const Source& source, const Occurrence& occurrence,
                     CustomerPlan& plan) {
  const Date due = facts.calendar().minus(occurrence.day, *source.prepare);
  const Date act = facts.calendar().before(due);
  if (facts.today < act || facts.today > occurrence.day) return;
  if (const Ready* ready = readiness(facts, source, occurrence.day)) {
    note(facts, "R3", ready->at,
         [&] { return fmt::format("{} is prepared since {}", name_of(source), iso(ready->on)); });
    return;
  }
  Item item = item_of(facts, source, occurrence);
  item.kind = Kind::prepare;
  item.years = std::nullopt;
  item.due = {due, std::nullopt};
  item.act = act;
  item.urgency = 4;
  item.when = facts.today > due ? State::overdue : State::today;
  item.days_late = std::max(0, days_between(due, facts.today));
  note(facts, "R3", source.at, [&] {
    return fmt::format("prepare {} by {}: {} before {}", name_of(source), spoken(due),
                       to_string(*source.prepare), spoken(occurrence.day));
  });
  plan.items.push_back(item);
}

/// The occurrence on `day`, where it exists at all and nobody has greeted it yet.
void visit(const Facts& facts, const Source& source, Date day, CustomerPlan& plan) {
  if (facts.before_book(day) || (source.until && day >= *source.until)) return;
  const Occurrence occurrence = occurrence_on(facts, source, day);
  const bool visible = occurrence.from <= facts.today && facts.today <= occurrence.to;
  if (!visible && !source.prepare) return;
  if (const Touch* touch = greeting(facts, source, occurrence)) {
    note(facts, "R3", touch->at, [&] {
      return fmt::format("{} of {}: greeted on {}", name_of(source), spoken(day),
                         spoken(touch->on.day));
    });
    return;
  }
  if (visible) add_occasion(facts, source, occurrence, plan);
  if (source.prepare) add_preparation(facts, source, occurrence, plan);
}

/// The occurrence of a yearly date in `y`, where there is one.
std::optional<Date> day_in(const Facts& facts, const Source& source, year y) {
  if (source.date.year) {
    const int count = static_cast<int>((y - *source.date.year).count());
    // A birthday is none in the year of birth; an event's own date is its first occurrence.
    if (count < (source.kind == Kind::event ? 0 : 1)) return std::nullopt;
    const bool round = count == 1 || count % 5 == 0;
    if (source.kind == Kind::anniversary && !round &&
        facts.book.policy.anniversaries == Anniversaries::round) {
      return std::nullopt;
    }
  }
  return in_year(source.date.day, y, facts.leap_day());
}

/// Tells an account of the next occurrence that it is too early for.
void explain_next(const Facts& facts, const Source& source) {
  constexpr std::chrono::years farthest{10};
  const year now = civil(facts.today).year();
  for (year y = now; y <= now + farthest; ++y) {
    const auto day =
        source.yearly ? day_in(facts, source, y)
                      : Date{*source.date.year / source.date.day.month() / source.date.day.day()};
    if (!day || *day < facts.today || facts.before_book(*day)) continue;
    if (source.until && *day >= *source.until) return;
    const Occurrence next = occurrence_on(facts, source, *day);
    if (next.from <= facts.today) return;
    note(facts, "R3", source.at, [&] {
      return fmt::format("{}: next {}, to greet on {}, listed from {}", name_of(source),
                         spoken(next.day), spoken(next.act), spoken(next.from));
    });
    return;
  }
}

/// Every occurrence that may be of interest today.
void visit_all(const Facts& facts, const Source& source, CustomerPlan& plan) {
  if (source.until && facts.today >= *source.until) return;
  if (facts.account != nullptr) explain_next(facts, source);
  if (!source.yearly) {
    visit(facts, source, Date{*source.date.year / source.date.day.month() / source.date.day.day()},
          plan);
    return;
  }
  days ahead = longest(source.heads_up);
  if (source.prepare) ahead = std::max(ahead, longest(*source.prepare) + days{400});
  const year first = civil(facts.today - longest(source.belated)).year();
  const year last = civil(facts.today + ahead + furthest_before).year();
  for (year y = first; y <= last; ++y) {
    if (const auto day = day_in(facts, source, y)) visit(facts, source, *day, plan);
  }
}

YearlyDate yearly(Date day) {
  const auto date = civil(day);
  return {date.year(), date.month() / date.day()};
}

}  // namespace

void plan_occasions(const Facts& facts, CustomerPlan& plan) {
  const Customer& customer = facts.customer;
  const Policy& policy = facts.book.policy;
  if (customer.birthday) {
    visit_all(facts,
              {Kind::birthday,
               *customer.birthday,
               true,
               {},
               customer.name,
               Item::own,
               std::nullopt,
               policy.heads_up,
               policy.belated,
               std::nullopt,
               facts.line_of(customer.lines.birthday)},
              plan);
  }
  for (std::uint32_t i = 0; i < customer.contacts.size(); ++i) {
    const Contact& contact = customer.contacts[i];
    if (!contact.birthday) continue;
    visit_all(facts,
              {Kind::birthday,
               *contact.birthday,
               true,
               {},
               contact.name,
               i,
               contact.left,
               policy.heads_up,
               policy.belated,
               std::nullopt,
               facts.line_of(contact.birthday_line)},
              plan);
  }
  if (customer.since && policy.anniversaries != Anniversaries::none) {
    visit_all(facts,
              {Kind::anniversary,
               yearly(*customer.since),
               true,
               {},
               {},
               Item::own,
               std::nullopt,
               policy.heads_up,
               policy.belated,
               std::nullopt,
               facts.line_of(customer.lines.since)},
              plan);
  }
  for (std::uint32_t i = 0; i < customer.events.size(); ++i) {
    const Event& event = customer.events[i];
    const Duration belated =
        event.belated.value_or(event.yearly ? policy.belated : Duration{0, Unit::day});
    visit_all(facts,
              {Kind::event,
               event.date,
               event.yearly,
               event.what,
               {},
               i,
               event.until,
               event.heads_up.value_or(policy.heads_up),
               belated,
               event.prepare,
               event.at},
              plan);
  }
}

}  // namespace care
