#include "render/words/items.hpp"
#include <care/text.hpp>
#include "render/words/people.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

namespace care {
namespace {

std::string by_words(const Item& item, Moment now) {
  const Moment target = item.due.moment();
  std::string by = moment_words(target, day_of(now));
  if (item.kind == Kind::emergency) {
    return now > target ? fmt::format("{}, {} late", by, time_words(now - target))
                        : fmt::format("{}, {} left", by, time_words(target - now));
  }
  if (now <= target) return by;
  if (item.days_late > 0) return fmt::format("{}, {}", by, days_late_words(item.days_late));
  return fmt::format("{}, {} late", by, time_words(now - target));
}

/// Whose birthday it is, as one says it: the customer's own by how to address them.
std::string person_words(const Book& book, const Item& item) {
  const Text call_me = book.customers[item.customer].call_me;
  return neutralised(item.record == Item::own && !call_me.empty() ? call_me : item.person);
}

std::string promise_line(const Item& item, Date today) {
  const bool is_today = item.due.day == today;
  const std::string at = item.due.time ? " " + clock(item.due.moment()) : "";
  const std::string due = is_today ? "today" + at : short_when(item.due, today);
  if (item.when == State::overdue) {
    return fmt::format("due {}, {}", due, is_today ? "late" : days_late_words(item.days_late));
  }
  if (is_today) return "due " + due;
  if (item.act < item.due.day) {
    return fmt::format("due {}: keep it by {}", due, by_day(item.act, today));
  }
  return fmt::format("due {}", due);
}

/// `today`, `yesterday: belated wishes`, `Sun 29 Nov: greet by Fri 27 Nov`.
std::string occasion_when(const Item& item, Date today) {
  const Date day = item.occurrence;
  if (day == today) return "today";
  if (item.when == State::overdue) {
    if (item.days_late == 1) return "yesterday: belated wishes";
    return fmt::format("{}, {} days ago: belated wishes", short_day(day, today), item.days_late);
  }
  std::string on = short_day(day, today);
  if (item.when == State::today) return fmt::format("{}: greet today", on);
  if (item.act < day) return fmt::format("{}: greet by {}", on, by_day(item.act, today));
  return on;
}

std::string likes_words(const Book& book, const Item& item) {
  const Customer& customer = book.customers[item.customer];
  const auto& likes =
      item.record == Item::own ? customer.likes : customer.contacts[item.record].likes;
  return likes.empty() ? "" : "; likes " + listed(likes);
}

ItemWords birthday_words(const Book& book, const Item& item, Date today) {
  const std::string age = item.years ? fmt::format(" ({})", *item.years) : "";
  return {"BIRTHDAY", fmt::format("{}{}, {}{}", person_words(book, item), age,
                                  occasion_when(item, today), likes_words(book, item))};
}

ItemWords anniversary_words(const Book& book, const Item& item, Date today) {
  const int years = item.years.value_or(0);
  const Date since = book.customers[item.customer].since.value_or(item.occurrence);
  return {counted(years, "YEAR", "YEARS"),
          fmt::format("a customer since {}{} {}", past_day(since, today),
                      item.occurrence == today ? ":" : ";", occasion_when(item, today))};
}

std::string gift_words(const Book& book, const Item& item) {
  const Text gift = book.customers[item.customer].events[item.record].gift;
  return gift.empty() ? "" : fmt::format("; gift: {}", neutralised(gift));
}

ItemWords event_words(const Book& book, const Item& item, Date today) {
  const std::string years = item.years ? fmt::format(" ({} years)", *item.years) : "";
  return {"EVENT", fmt::format("{}{}, {}{}", neutralised(item.what), years,
                               occasion_when(item, today), gift_words(book, item))};
}

ItemWords prepare_words(const Book& book, const Item& item, Date today) {
  const std::string late = item.days_late > 0 ? ", " + days_late_words(item.days_late) : "";
  return {"PREPARE", fmt::format("for {} on {}, by {}{}{}", quoted(item.what),
                                 short_day(item.occurrence, today), by_day(item.due.day, today),
                                 late, gift_words(book, item))};
}

ItemWords thanks_words(const Item& item, Date today) {
  std::string by = item.days_late > 0 ? days_late_words(item.days_late)
                                      : fmt::format("by {}", by_day(item.due.day, today));
  if (item.due.day == today) by = "today";
  const std::string day = short_day(item.occurrence, today);
  if (item.referral) {
    return {"THANK", fmt::format("for sending us {} on {}, {}", neutralised(item.what), day, by)};
  }
  return {"THANK", fmt::format("for {} of {}, {}", quoted(item.what), day, by)};
}

ItemWords follow_up_words(const Item& item, Date today) {
  const std::string due =
      item.due.day == today ? "due today" : "due " + short_day(item.due.day, today);
  const std::string late = item.days_late > 0 ? ", " + days_late_words(item.days_late) : "";
  const std::string advice = advice_on(item).advice;
  std::string rest = fmt::format("{}{}{}{}", due, late, advice.empty() ? "" : ": ", advice);
  if (item.follow_up->after_care) return {"AFTER-CARE", rest};
  if (item.follow_up->strained) return {"STRAINED", rest};
  return {"FOLLOW UP", fmt::format("{}, {}", cadence_words(*item.follow_up), rest), {}, rest};
}

}  // namespace

Ink ink_of(const Item& item) {
  switch (item.urgency) {
    case Urgency::unreadable:
    case Urgency::emergency: return Ink::alarm;
    default: return item.when == State::overdue ? Ink::late : Ink::plain;
  }
}

std::string aim_words(const Item& item, std::string_view by) {
  switch (item.aim) {
    case Aim::answer: return fmt::format("answer by {}", by);
    case Aim::solution: return fmt::format("solve by {}", by);
    case Aim::word_on_offer: return fmt::format("hear their word on the offer by {}", by);
    case Aim::their_part:
    case Aim::other_offer: break;
  }
  return fmt::format("{}, by {}", phrase(advice_on(item)), by);
}

std::string cadence_words(const FollowUp& follow_up) {
  if (follow_up.first) return "first contact";
  return follow_up.cadence ? every_words(*follow_up.cadence) : "after-care";
}

ItemAdvice strained_advice() { return {"strained", "listen, do not sell"}; }

ItemAdvice late_advice() { return {"more than half an interval late", "high time"}; }

ItemAdvice advice_on(const Item& item) {
  if (item.kind == Kind::no_plan) {
    return {"never, and no reason given", "decide when to be in touch"};
  }
  if (item.aim == Aim::other_offer) return {"offer refused", "find another"};
  if (item.aim == Aim::their_part) return {"ask again", neutralised(item.waiting_for)};
  if (!item.follow_up) return {};
  if (item.follow_up->after_care) return {"after-care", "ask how it went"};
  if (item.follow_up->strained) return strained_advice();
  if (item.follow_up->too_late) return late_advice();
  return {};
}

std::string phrase(const ItemAdvice& advice) {
  return advice.state.empty() ? "" : fmt::format("{}: {}", advice.state, advice.advice);
}

ItemWords words_of(const Book& book, const Item& item, Moment now) {
  const Date today = day_of(now);
  switch (item.kind) {
    case Kind::emergency:
      return {"EMERGENCY", aim_words(item, by_words(item, now)), neutralised(item.what)};
    case Kind::request:
      return {"REQUEST", aim_words(item, by_words(item, now)), neutralised(item.what)};
    case Kind::promise: return {"PROMISE", promise_line(item, today), neutralised(item.what)};
    case Kind::birthday: return birthday_words(book, item, today);
    case Kind::anniversary: return anniversary_words(book, item, today);
    case Kind::event: return event_words(book, item, today);
    case Kind::prepare: return prepare_words(book, item, today);
    case Kind::thanks: return thanks_words(item, today);
    case Kind::no_plan: return {"NO PLAN", phrase(advice_on(item))};
    case Kind::follow_up: return follow_up_words(item, today);
    case Kind::unreadable: break;
  }
  return {"UNREADABLE", neutralised(item.what)};
}

std::string coming_words(const Book& book, const Item& item, Date today) {
  const bool only_to_know = book.customers[item.customer].status == Status::do_not_contact;
  const std::string greet = only_to_know ? ": only to know, do not contact"
                            : item.act < item.occurrence && item.act > today
                                ? fmt::format(", greet by {}", by_day(item.act, today))
                                : "";
  switch (item.kind) {
    case Kind::birthday: {
      const std::string age = item.years ? fmt::format(" ({})", *item.years) : "";
      return fmt::format("{}'s birthday{}{}", person_words(book, item), age, greet);
    }
    case Kind::anniversary:
      return fmt::format("{} with us{}", counted(item.years.value_or(0), "year", "years"), greet);
    case Kind::event:
      return fmt::format("{}{}{}", neutralised(item.what), greet, gift_words(book, item));
    case Kind::promise: return fmt::format("promised: {}", neutralised(item.what));
    case Kind::request:
    case Kind::emergency:
      return fmt::format("{} {}: {}",
                         item.aim == Aim::word_on_offer ? "their word on the offer by"
                         : item.aim == Aim::their_part  ? "their part by"
                                                        : "solve by",
                         clock(item.due.moment()), neutralised(item.what));
    case Kind::follow_up: return fmt::format("follow up, {}", cadence_words(*item.follow_up));
    case Kind::prepare:
      return fmt::format("prepare for {}{}", quoted(item.what), gift_words(book, item));
    case Kind::thanks: return fmt::format("thank for {}", quoted(item.what));
    default: break;
  }
  return words_of(book, item, Moment{today}).line;
}

ItemWords words_on_page(const Book& book, const Item& item, Moment now) {
  const Date today = day_of(now);
  if (!is_due(item)) {
    return {{}, coming_words(book, item, today), {}, {}, short_day(item.due.day, today)};
  }
  ItemWords words = words_of(book, item, now);
  words.ink = ink_of(item);
  return words;
}

}  // namespace care
