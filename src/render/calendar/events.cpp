#include "render/calendar/events.hpp"
#include <care/text.hpp>
#include "render/words/items.hpp"
#include "render/words/people.hpp"
#include "render/words/phrases.hpp"
#include "render/words/plans.hpp"

#include <fmt/format.h>

namespace care {
namespace {

std::string birthday_summary(const Customer& customer, const Item& item) {
  if (item.record == Item::own)
    return fmt::format("{}'s birthday", on_one_line(exported(customer.name)));
  return fmt::format("{}'s birthday, {}", on_one_line(exported(item.person)),
                     on_one_line(exported(customer.name)));
}

std::string follow_up_words(const Item& item) {
  const FollowUp& follow_up = *item.follow_up;
  if (follow_up.after_care) return capitalised(phrase(advice_on(item)));
  if (follow_up.strained) return "They are " + phrase(advice_on(item));
  if (follow_up.first) return "First contact";
  return follow_up.cadence ? every_words(*follow_up.cadence) : "";
}

/// `Mon 23 Nov 2026`: a calendar is read on other days.
std::string full_day(Date day) { return fmt::format("{} {}", short_day(day, day), year_of(day)); }

/// What the summary does not say.
std::string what_to_know(const Book& book, const Item& item) {
  switch (item.kind) {
    case Kind::emergency:
    case Kind::request:
      return capitalised(aim_words(item, full_day(item.due.day) + " " + clock(item.due.moment())));
    case Kind::promise: return "Due " + full_day(item.due.day);
    case Kind::event:
    case Kind::prepare: {
      const Text gift = book.customers[item.customer].events[item.record].gift;
      std::string on = item.kind == Kind::event ? "" : "For " + full_day(item.occurrence);
      if (gift.empty()) return on;
      return fmt::format("{}{}Gift: {}", on, on.empty() ? "" : "\n", gift);
    }
    case Kind::thanks: return "Of " + full_day(item.occurrence);
    case Kind::plan: return item.plan.empty() ? "" : fmt::format("Plan {}", plan_name_words(item));
    case Kind::follow_up: return follow_up_words(item);
    default: return {};
  }
}

/// `Request of Copperline Lofts: price for new doors`; one line.
std::string summary_of(const Customer& customer, const Item& item) {
  const std::string name = on_one_line(exported(customer.name));
  const std::string what = on_one_line(exported(item.what));
  switch (item.kind) {
    case Kind::emergency: return fmt::format("EMERGENCY of {}: {}", name, what);
    case Kind::request: return fmt::format("Request of {}: {}", name, what);
    case Kind::promise: return fmt::format("Promised to {}: {}", name, what);
    case Kind::birthday: return birthday_summary(customer, item);
    case Kind::anniversary: return fmt::format("{}: a customer", name);
    case Kind::event: return fmt::format("{}, {}", what, name);
    case Kind::prepare: return fmt::format("Prepare: {}, {}", what, name);
    case Kind::thanks:
      return fmt::format("Thank {} for {}{}", name, item.referral ? "sending us " : "", what);
    case Kind::no_plan: return fmt::format("Decide when to be in touch with {}", name);
    case Kind::follow_up: return fmt::format("Be in touch with {}", name);
    default: return fmt::format("{}: {}", name, what);
  }
}

}  // namespace

std::string reach_lines(const Customer& customer, Date today) {
  std::string lines = capitalised(std::string{caution_of(customer)});
  lines += (lines.empty() ? "" : "\n") + who_words(customer, today);
  for (const auto& ways : {customer.phone, customer.email}) {
    for (const Text way : ways) lines += fmt::format("\n{}", way);
  }
  const Reach reach = reach_of(customer, today);
  const bool is_theirs = customer.phone.empty() && customer.email.empty();
  if (is_theirs && !reach.best().empty()) lines += "\n" + reach.best();
  return lines;
}

CalendarEvent event_of(const Book& book, const CustomerRecords& records, const Item& item, Date day,
                       Date today, std::string uid) {
  CalendarEvent event;
  event.uid = std::move(uid);
  const Customer& customer = as_of(book, item.customer, today);
  const auto begun = customer.since ? customer.since : book.started;
  const OnRecord on_record = records.of(item);
  event.stamp = on_record.latest.value_or(begun ? Moment{*begun} : first_stamp);
  event.sequence = on_record.count;
  event.day = day;
  event.summary = summary_of(customer, item);
  event.description = what_to_know(book, item);
  if (!event.description.empty()) event.description += '\n';
  event.description += reach_lines(customer, today);
  event.category = word(item.kind);
  return event;
}

void add_event(const Book& book, const Item& item, CalendarEvent event, Uids& uids,
               std::vector<CalendarItem>& items) {
  items.push_back(event_item(event));
  if (row_of(item.kind).group != Group::asked) return;
  event.uid = uids.of(book, item, " task");
  items.push_back(task_item(event, item));
}

}  // namespace care
