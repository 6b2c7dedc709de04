#include "report/next_act.hpp"

#include <care/plan_occasions.hpp>
#include <care/report_calendar.hpp>

#include <algorithm>
#include <map>

namespace care {
namespace {

constexpr std::chrono::days one_day{1};

/// Finds the days of one customer's items.
class PlannedDays {
 public:
  PlannedDays(const Book& book, CustomerIndex who, Moment now, std::optional<StaffIndex> owner)
      : book_{book}, who_{who}, now_{now}, owner_{owner} {}

  [[nodiscard]] std::vector<PlannedItem> find() {
    const CustomerPlan plan = plan_customer(book_, who_, now_);
    for (const Item& item : plan.items) {
      switch (row_of(item.kind).planning) {
        case Planning::once_noted:
          // What was asked on a Saturday cannot be done on the Friday before.
          add_item(item, std::max(item.act, noted_on(item)));
          break;
        case Planning::on_its_day:
          if (item.hiding == Hiding::none) add_item(item, item.act);
          break;
        case Planning::in_steps:
          if (item.hiding != Hiding::do_not_contact && !returns(item)) add_item(item, item.act);
          break;
        case Planning::when_free:
          if (item.hiding != Hiding::do_not_contact) add_follow_up(item, plan.changes);
          break;
        case Planning::none:
        case Planning::ahead:
        case Planning::returning: break;
      }
    }
    if (customer().status != Status::do_not_contact) add_preparations();
    return std::move(items_);
  }

 private:
  [[nodiscard]] const Customer& customer() const { return as_of(book_, who_, today()); }
  [[nodiscard]] Date today() const { return day_of(now_); }

  /// Where it is theirs on that day: then a backup may stand in (R14).
  void add_item(const Item& item, Date day) {
    const Date then = std::max(day, today());
    const Customer& as_of_then = as_of(book_, who_, then);
    if (as_of_then.status == Status::former) return;
    const auto owner = agenda_owner(book_, as_of_then, then);
    const bool is_theirs = !owner_ || !owner || owner == owner_;
    if (is_theirs || item.kind == Kind::emergency) items_.push_back({item, day});
  }

  /// Whether it is of a plan of their own that has days of its own in a calendar.
  [[nodiscard]] bool returns(const Item& item) const {
    return item.plan.empty() &&
           customer().plans[item.record - book_.plans.size()].every.has_value();
  }

  [[nodiscard]] Date noted_on(const Item& item) const {
    if (item.kind == Kind::promise) {
      return book_.promises.all[item.record].made.value_or(item.act);
    }
    const auto& asked = book_.requests.all[item.record].asked;
    return asked ? asked->day : item.act;
  }

  /// On its day to act, or the later one on which a snooze or the wait after an attempt ends.
  void add_follow_up(const Item& item, Date changes) {
    if (item.hiding == Hiding::none || item.hiding == Hiding::later) {
      add_item(item, item.act);
      return;
    }
    constexpr std::chrono::days farthest{3660};
    walk_ahead(book_, who_, changes, today() + farthest, [&](Date day, const CustomerPlan& plan) {
      const auto later = std::ranges::find(plan.items, Kind::follow_up, &Item::kind);
      if (later == plan.items.end()) return false;
      if (later->hiding != Hiding::none && later->hiding != Hiding::later) return true;
      add_item(*later, std::max(day, later->act));
      return false;
    });
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
    const auto [planned, is_new] = prepared_.try_emplace(on);
    if (is_new) {
      const Moment then = on == today() ? now_ : book_.policy.calendar.opening(on);
      for (const Item& item : plan_customer(book_, who_, then).items) {
        if (item.kind == Kind::prepare) planned->second.try_emplace(item.record, item);
      }
    }
    const auto found = planned->second.find(record);
    if (found == planned->second.end() || found->second.hiding != Hiding::none) return;
    add_item(found->second, found->second.act);
  }

  const Book& book_;
  CustomerIndex who_;
  Moment now_;
  std::optional<StaffIndex> owner_;
  std::vector<PlannedItem> items_;
  /// What there is to prepare, by event, on each day that was planned.
  std::map<Date, std::map<std::uint32_t, Item>> prepared_;
};

bool is_wanted(const Book& book, const Customer& customer, const StandIns& here,
               const Selection& selection) {
  if (customer.status == Status::former) return false;
  return selection.wants(customer) && selection.wants(agenda_owner(book, customer, here));
}

/// Its first day: an event's own date, a year after a birth or the beginning; not before the book.
std::optional<Date> first_day(const Book& book, const RepeatedDate& date) {
  std::optional<Date> first = book.started;
  if (!date.date.year) return first;
  const std::chrono::years before{date.kind == Kind::event ? 0 : 1};
  const Date own = in_year(date.date.day, *date.date.year + before, date.leap_day);
  return first ? std::max(*first, own) : own;
}

/// Whether it has a day on or after today.
bool is_still_to_come(const Book& book, Date today, const Occasion& occasion,
                      const RepeatedDate& date) {
  const auto& until = date.until;
  if (until && (*until <= today || (date.first && *date.first >= *until))) return false;
  if (date.yearly) return true;
  const Date day = only_day(occasion);
  return day >= today && (!book.started || day >= *book.started) && (!until || day < *until);
}

RepeatedDate repeated(const Book& book, CustomerIndex index, const Customer& customer,
                      const Occasion& occasion) {
  RepeatedDate date;
  date.customer = index;
  date.kind = occasion.kind;
  date.date = occasion.date;
  date.yearly = occasion.yearly;
  date.round =
      occasion.kind == Kind::anniversary && book.policy.anniversaries == Anniversaries::round;
  date.what = occasion.what;
  date.person = occasion.person;
  date.until = occasion.until;
  date.heads_up = occasion.heads_up;
  date.leap_day = customer.leap_day.value_or(book.policy.leap_day);
  date.first = first_day(book, date);
  return date;
}

}  // namespace

CustomerRecords::CustomerRecords(const Book& book, CustomerIndex customer, Date today)
    : book_{book}, today_{today} {
  const auto see_all = [&](const auto& records, const auto& see_one) {
    for (const std::uint32_t i : records.of(customer)) see_one(records.all[i]);
  };
  see_all(book.touches, [&](const Touch& touch) {
    see(plain_, touch.on);
    if (!touch.greeted.empty()) see(preparation_, touch.on);
    if (touch.request) see(requests_[*touch.request], touch.on);
    if (touch.promise) see(promises_[*touch.promise], touch.on);
  });
  see_all(book.readies, [&](const Ready& ready) { see(preparation_, ready.on); });
  see_all(book.snoozes, [&](const Snooze& snooze) { see(plain_, snooze.on); });
  see_all(book.purchases, [&](const Purchase& purchase) { see(plain_, purchase.on); });
  see_all(book.facts, [&](const Fact& fact) {
    if (!fact.on) return;
    if (fact.every || fact.tier || fact.at_most || fact.mood) see(plain_, *fact.on);
    if (fact.birthday || fact.leap_day || fact.since) see(occasions_, *fact.on);
  });
}

void CustomerRecords::see(OnRecord& found, const When& on) const {
  if (on.day > today_) return;
  ++found.count;
  const Moment at = Moment{on.day} + on.time.value_or(std::chrono::minutes{0});
  found.latest = std::max(found.latest, std::optional{at});
}

OnRecord CustomerRecords::of(const Item& item) const {
  const Group group = row_of(item.kind).group;
  if (group == Group::plain) return plain_;
  if (group == Group::preparation) return preparation_;
  if (group == Group::occasion) return occasions_;
  if (group != Group::asked) return {};
  const bool is_promise = item.kind == Kind::promise;
  const auto& named = is_promise ? promises_ : requests_;
  const auto found = named.find(item.record);
  OnRecord all = found == named.end() ? OnRecord{} : found->second;
  if (is_promise) {
    if (const auto made = book_.promises.all[item.record].made) see(all, {*made, std::nullopt});
  } else if (const auto& asked = book_.requests.all[item.record].asked) {
    see(all, *asked);
  }
  return all;
}

std::vector<PlannedItem> planned_items(const Book& book, CustomerIndex customer, Moment now,
                                       std::optional<StaffIndex> owner) {
  return PlannedDays{book, customer, now, owner}.find();
}

std::vector<RepeatedDate> repeated_dates(const Book& book, Date today, const Selection& selection) {
  std::vector<RepeatedDate> dates;
  const StandIns here = stand_ins(book, today);
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    const Customer& customer = as_of(book, i, today);
    if (!is_wanted(book, customer, here, selection)) continue;
    for_each_occasion(book, customer, [&](const Occasion& occasion) {
      if (!selection.wants(occasion.kind)) return;
      const RepeatedDate date = repeated(book, i, customer, occasion);
      if (is_still_to_come(book, today, occasion, date)) dates.push_back(date);
    });
  }
  return dates;
}

}  // namespace care
