#include <care/plan_occasions.hpp>
#include <care/text.hpp>
#include "render/calendar/events.hpp"
#include "render/calendar/own_plans.hpp"
#include "render/escape.hpp"
#include "render/words/people.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace care {
namespace {

using std::chrono::February;
using std::chrono::year;
using std::chrono::years;

/// No calendar needs the last century, and some programs count from 1970.
constexpr year first_shown{2000};
/// Days that a rule leaves out are named up to here.
constexpr year last_named{2100};

/// A date that returns every so many years.
struct Series {
  Occasion occasion;
  year first{};
  int step = 1;
};

/// Makes the events of one customer's dates.
class OccasionEvents {
 public:
  OccasionEvents(const Book& book, CustomerIndex who, const CustomerRecords& records, Date today,
                 Uids& uids, std::vector<CalendarItem>& items)
      : book_{book},
        who_{who},
        customer_{as_of(book, who, today)},
        records_{records},
        today_{today},
        uids_{uids},
        items_{items} {}

  void add(const Occasion& occasion) {
    if (!occasion.yearly) {
      const auto& date = occasion.date;
      add_single(occasion, Date{*date.year / date.day.month() / date.day.day()});
    } else if (occasion.kind == Kind::anniversary &&
               book_.policy.anniversaries == Anniversaries::round) {
      const year since = *occasion.date.year;
      const Date first = in_year(occasion.date.day, since + years{1}, leap_day());
      if (civil(first).year() >= first_shown) add_single(occasion, first);
      add_series({occasion, since + years{round_years}, round_years});
    } else {
      add_series({occasion, occasion.date.year.value_or(first_shown), 1});
    }
  }

 private:
  [[nodiscard]] LeapDay leap_day() const {
    return customer_.leap_day.value_or(book_.policy.leap_day);
  }

  [[nodiscard]] bool exists(const Occasion& occasion, Date day) const {
    return (!book_.started || day >= *book_.started) &&
           (!occasion.until || (day < *occasion.until && today_ < *occasion.until));
  }

  void add_single(const Occasion& occasion, Date day) {
    if (exists(occasion, day)) add_event(occasion, day, "", "once");
  }

  /// The first occurrence of a series that exists, and of which `wanted` is true.
  template <class Wanted>
  [[nodiscard]] std::optional<Date> first_of(const Series& series, const Wanted& wanted) const {
    // Nothing recurs more seldom than a 29 February in steps of 5 around the year 2100.
    constexpr years farthest{100};
    const year shown =
        book_.started ? std::max(first_shown, civil(*book_.started).year()) : first_shown;
    const year last = std::max(shown, series.first) + farthest;
    for (year y = series.first; y <= last; y += years{series.step}) {
      const auto day = occurrence_in(book_, customer_, series.occasion, y);
      if (!day || y < shown || !wanted(y) || (book_.started && *day < *book_.started)) continue;
      return exists(series.occasion, *day) ? day : std::nullopt;
    }
    return std::nullopt;
  }

  void add_series(const Series& series) {
    const bool leaps = series.occasion.date.day == February / 29;
    if (leaps && leap_day() == LeapDay::march_1) {
      add_leap_years(series);
      add_common_years(series);
      return;
    }
    const auto first = first_of(series, [](year) { return true; });
    if (!first) return;
    // Programs take a yearly 29 February for one of leap years; all know the last of the month.
    add_event(series.occasion, *first,
              rule(series, series.step, leaps ? ";BYMONTH=2;BYMONTHDAY=-1" : ""), "");
  }

  /// 29 February, which is there every fourth year, but for 2100: rules know that.
  void add_leap_years(const Series& series) {
    constexpr int between = 4;
    if (const auto first = first_of(series, [](year y) { return y.is_leap(); })) {
      add_event(series.occasion, *first, rule(series, between * series.step, ""), "leap years");
    }
  }

  /// 1 March, except in leap years.
  void add_common_years(const Series& series) {
    const auto first = first_of(series, [](year y) { return !y.is_leap(); });
    if (!first) return;
    std::vector<std::string> left_out;
    for (year y = civil(*first).year(); y <= last_named; y += years{series.step}) {
      const Date day{y / std::chrono::March / 1};
      if (series.occasion.until && day >= *series.occasion.until) break;
      if (y.is_leap()) left_out.push_back(ics_date(day));
    }
    std::string recurrence = rule(series, series.step, "");
    if (!left_out.empty()) {
      recurrence += content_line("EXDATE;VALUE=DATE", fmt::format("{}", fmt::join(left_out, ",")));
    }
    add_event(series.occasion, *first, recurrence, "");
  }

  [[nodiscard]] static std::string rule(const Series& series, int step, std::string_view days) {
    constexpr std::chrono::days one_day{1};
    std::string value = "FREQ=YEARLY";
    if (step != 1) value += fmt::format(";INTERVAL={}", step);
    value += days;
    const auto& until = series.occasion.until;
    if (until) value += fmt::format(";UNTIL={}", ics_date(*until - one_day));
    return content_line("RRULE", value);
  }

  void add_event(const Occasion& occasion, Date day, std::string recurrence,
                 std::string_view part) {
    Item item;
    item.customer = who_;
    item.kind = occasion.kind;
    item.what = occasion.what;
    item.person = occasion.person;
    item.record = occasion.record;
    CalendarEvent event = event_of(book_, records_, item, day, today_, uids_.of(book_, item, part));
    event.recurrence = std::move(recurrence);
    event.summary += since_words(occasion, day, part == "once");
    event.description.insert(0, likes_words(occasion));
    if (customer_.status == Status::do_not_contact) {
      event.summary += " (only to know, do not contact)";
    } else {
      event.alarm = days_of(occasion.heads_up);
    }
    items_.push_back(event_item(event));
  }

  /// ` (born 1984)`, ` since 14 Mar 2016`: a rule cannot count the years.
  [[nodiscard]] static std::string since_words(const Occasion& occasion, Date today, bool once) {
    const auto& since = occasion.date;
    if (!since.year || !occasion.yearly) return {};
    const auto number = static_cast<int>(*since.year);
    if (occasion.kind == Kind::birthday) return fmt::format(" (born {})", number);
    if (occasion.kind == Kind::event) return fmt::format(" (since {})", number);
    if (once) return " for 1 year";
    const Date begun{*since.year / since.day.month() / since.day.day()};
    return fmt::format(" since {}", past_day(begun, today));
  }

  [[nodiscard]] std::string likes_words(const Occasion& occasion) const {
    if (occasion.kind != Kind::birthday) return {};
    const auto& likes =
        occasion.record == Item::own ? customer_.likes : customer_.contacts[occasion.record].likes;
    return likes.empty() ? "" : fmt::format("Likes {}\n", fmt::join(likes, ", "));
  }

  /// Calendar days: an alarm of a rule knows no working days, so weekends are added to them.
  [[nodiscard]] static int days_of(Duration duration) {
    const int n = duration.count;
    switch (duration.unit) {
      case Unit::day: return n;
      case Unit::week: return 7 * n;
      case Unit::month: return 30 * n;
      case Unit::year: return 365 * n;
      case Unit::working_day: return n + 2 * ((n + 4) / 5);
      default: return 0;
    }
  }

  const Book& book_;
  CustomerIndex who_;
  const Customer& customer_;
  const CustomerRecords& records_;
  Date today_;
  Uids& uids_;
  std::vector<CalendarItem>& items_;
};

}  // namespace

void for_each_calendar_item(const Book& book, Moment now, std::optional<StaffIndex> owner,
                            const std::function<void(CalendarItem)>& take) {
  const Date today = day_of(now);
  Uids uids{book};
  for (CustomerIndex who = 0; who < book.customers.size(); ++who) {
    const Customer& customer = as_of(book, who, today);
    if (customer.status == Status::former) continue;
    std::vector<CalendarItem> items;
    const CustomerRecords records{book, who, today};
    const auto theirs = owner_of(book, customer);
    if (!owner || !theirs || theirs == owner) {
      OccasionEvents events{book, who, records, today, uids, items};
      for_each_occasion(book, customer, [&](const Occasion& occasion) { events.add(occasion); });
      add_own_plans(book, who, records, now, uids, items);
    }
    for (const auto& [item, day] : planned_items(book, who, now, owner)) {
      add_event(book, item, event_of(book, records, item, day, today, uids.of(book, item)), uids,
                items);
    }
    for (CalendarItem& item : items) take(std::move(item));
  }
}

}  // namespace care
