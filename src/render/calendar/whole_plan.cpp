#include <care/agenda.hpp>

#include <algorithm>

#include "render/calendar/components.hpp"
#include "render/calendar/returning.hpp"
#include "render/calendar/summaries.hpp"
#include "render/calendar/uids.hpp"

namespace care {
namespace {

constexpr std::chrono::days one_day{1};

/// The items of one customer that stand on a single day.
class SingleDays {
 public:
  SingleDays(const Book& book, CustomerIndex who, Moment now, std::optional<StaffIndex> owner,
             Uids& uids, std::vector<CalendarItem>& items)
      : book_{book}, who_{who}, now_{now}, owner_{owner}, uids_{uids}, items_{items} {}

  void add() {
    const CustomerPlan plan = plan_customer(book_, who_, now_);
    for (const Item& item : plan.items) {
      const bool is_theirs = item.hiding != Hiding::do_not_contact;
      switch (item.kind) {
        case Kind::emergency:
        case Kind::request:
        case Kind::promise: add_with_task(item); break;
        case Kind::thanks:
          if (item.hiding == Hiding::none) add_event(item, item.act);
          break;
        case Kind::follow_up:
          if (is_theirs) add_follow_up(item);
          break;
        default: break;  // occasions stand there as rules
      }
    }
    if (customer().status != Status::do_not_contact) add_preparations();
  }

 private:
  [[nodiscard]] const Customer& customer() const { return book_.customers[who_]; }
  [[nodiscard]] Date today() const { return day_of(now_); }

  /// Theirs on that day: then a backup may stand in (R14).
  [[nodiscard]] bool is_wanted(const Item& item, Date day) const {
    if (!owner_ || item.kind == Kind::emergency) return true;
    const auto owner = agenda_owner(book_, customer(), std::max(day, today()));
    return !owner || owner == owner_;
  }

  [[nodiscard]] CalendarEvent event_of(const Item& item, Date day) {
    CalendarEvent event;
    event.uid = uids_.of(customer(), kind_of(item), key_of(book_, item));
    event.stamp = stamp_of(book_, item);
    event.day = day;
    event.summary = summary_of(book_, item);
    event.description = description_of(book_, item, today());
    event.category = word(item.kind);
    return event;
  }

  void add_event(const Item& item, Date day) {
    if (is_wanted(item, day)) items_.push_back(event_item(event_of(item, day)));
  }

  void add_with_task(const Item& item) {
    // What was asked on a Saturday cannot be done on the Friday before.
    const Date day = std::max(item.act, noted_on(item));
    if (!is_wanted(item, day)) return;
    CalendarEvent event = event_of(item, day);
    items_.push_back(event_item(event));
    event.uid = uids_.of(customer(), std::string{kind_of(item)} + " task", key_of(book_, item));
    items_.push_back(task_item(event, item));
  }

  [[nodiscard]] Date noted_on(const Item& item) const {
    if (item.kind == Kind::promise) {
      return book_.promises.all[item.record].made.value_or(item.act);
    }
    const auto& asked = book_.requests.all[item.record].asked;
    return asked ? asked->day : item.act;
  }

  /// On its day to act, or the later one on which a snooze or the wait after an attempt ends.
  void add_follow_up(const Item& item) {
    if (item.hiding == Hiding::none || item.hiding == Hiding::later) {
      add_event(item, item.act);
      return;
    }
    constexpr std::chrono::days farthest{3660};
    for (Date day = today() + one_day; day <= today() + farthest; day += one_day) {
      const auto plan = plan_customer(book_, who_, book_.policy.calendar.opening(day));
      const auto later = std::ranges::find(plan.items, Kind::follow_up, &Item::kind);
      if (later == plan.items.end()) return;
      if (later->hiding != Hiding::none && later->hiding != Hiding::later) continue;
      add_event(*later, std::max(day, later->act));
      return;
    }
  }

  /// The cards and gifts to prepare for the coming year, on their day to act.
  void add_preparations() {
    const WorkCalendar& calendar = book_.policy.calendar;
    for (std::uint32_t i = 0; i < customer().events.size(); ++i) {
      const Event& event = customer().events[i];
      if (!event.prepare) continue;
      for (Date day = today(); day <= today() + std::chrono::days{366}; day += one_day) {
        if (!falls_on(event, day)) continue;
        const Date act = calendar.before(calendar.minus(day, *event.prepare));
        add_preparation(i, std::max(act, today()));
        break;
      }
    }
  }

  [[nodiscard]] bool falls_on(const Event& event, Date day) const {
    const LeapDay leap_day = customer().leap_day.value_or(book_.policy.leap_day);
    const auto year = civil(day).year();
    if (event.date.year && (event.yearly ? year < *event.date.year : year != *event.date.year)) {
      return false;
    }
    return in_year(event.date.day, year, leap_day) == day;
  }

  /// What the plan of that day says, unless it is ready or greeted already.
  void add_preparation(std::uint32_t record, Date on) {
    const Moment then = on == today() ? now_ : book_.policy.calendar.opening(on);
    for (const Item& item : plan_customer(book_, who_, then).items) {
      if (item.kind != Kind::prepare || item.record != record) continue;
      if (item.hiding == Hiding::none) add_event(item, item.act);
      return;
    }
  }

  const Book& book_;
  CustomerIndex who_;
  Moment now_;
  std::optional<StaffIndex> owner_;
  Uids& uids_;
  std::vector<CalendarItem>& items_;
};

}  // namespace

std::vector<CalendarItem> calendar_items(const Book& book, Moment now,
                                         std::optional<StaffIndex> owner) {
  std::vector<CalendarItem> items;
  Uids uids{book};
  for (CustomerIndex who = 0; who < book.customers.size(); ++who) {
    const Customer& customer = book.customers[who];
    if (customer.status == Status::former) continue;
    const auto theirs = owner_of(book, customer);
    if (!owner || !theirs || theirs == owner) {
      add_occasions(book, customer, day_of(now), uids, items);
    }
    SingleDays{book, who, now, owner, uids, items}.add();
  }
  return items;
}

}  // namespace care
