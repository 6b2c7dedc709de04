#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "render/wording.hpp"

namespace care {
namespace {

using std::chrono::minutes;

/// `5 h 50 min`, `3 days`: no finer than anybody needs.
std::string span_words(minutes span) {
  constexpr int minutes_in_hour = 60;
  constexpr int hours_in_days = 48;
  const auto total = span.count();
  const auto hours = total / minutes_in_hour;
  if (hours >= hours_in_days) return fmt::format("{} days", hours / 24);
  if (hours == 0) return fmt::format("{} min", total);
  if (total % minutes_in_hour == 0) return fmt::format("{} h", hours);
  return fmt::format("{} h {} min", hours, total % minutes_in_hour);
}

/// `10:00` for a moment of today, else its day too.
std::string moment_words(Moment moment, Date today) {
  if (day_of(moment) == today) return clock(moment);
  return fmt::format("{} {}", short_day(day_of(moment), today), clock(moment));
}

std::string by_words(const Item& item, Moment now) {
  const Moment target = item.due.moment();
  std::string by = moment_words(target, day_of(now));
  if (item.kind == Kind::emergency) {
    return now > target ? fmt::format("{}, {} late", by, span_words(now - target))
                        : fmt::format("{}, {} left", by, span_words(target - now));
  }
  if (now <= target) return by;
  if (item.days_late > 0) return fmt::format("{}, {}", by, days_late_words(item.days_late));
  return fmt::format("{}, {} late", by, span_words(now - target));
}

std::string request_line(const Item& item, Moment now) {
  const std::string by = by_words(item, now);
  switch (item.aim) {
    case Aim::answer: return "answer by " + by;
    case Aim::solution: return "solve by " + by;
    case Aim::word_on_offer: return "hear their word on the offer by " + by;
    case Aim::other_offer: break;
  }
  return fmt::format("offer refused: find another, by {}", by);
}

/// `Tue 24`, or `Tue 1 Dec` where that is another month.
std::string by_day(Date day, Date today) {
  const std::string words = short_day(day, today);
  const auto a = civil(day);
  const auto b = civil(today);
  const bool same_month = a.year() == b.year() && a.month() == b.month();
  return same_month ? words.substr(0, words.rfind(' ')) : words;
}

/// Whose birthday it is, as one says it: the customer's own by how to address them.
std::string person_words(const Book& book, const Item& item) {
  const Text call_me = book.customers[item.customer].call_me;
  return neutralised(item.record == Item::own && !call_me.empty() ? call_me : item.person);
}

std::string quoted(Text text) { return fmt::format("\"{}\"", neutralised(text)); }

std::string promise_line(const Item& item, Date today) {
  const std::string due = short_day(item.due.day, today);
  if (item.when == State::overdue) {
    return fmt::format("due {}, {}", due, days_late_words(item.days_late));
  }
  if (item.due.day == today) return "due today";
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

const std::vector<Text>& likes_of(const Book& book, const Item& item) {
  const Customer& customer = book.customers[item.customer];
  return item.record == Item::own ? customer.likes : customer.contacts[item.record].likes;
}

std::string likes_words(const Book& book, const Item& item) {
  const auto& likes = likes_of(book, item);
  if (likes.empty()) return {};
  return fmt::format("; likes {}", neutralised(fmt::format("{}", fmt::join(likes, ", "))));
}

ItemWords birthday_words(const Book& book, const Item& item, Date today) {
  const std::string age = item.years ? fmt::format(" ({})", *item.years) : "";
  return {"BIRTHDAY", fmt::format("{}{}, {}{}", person_words(book, item), age,
                                  occasion_when(item, today), likes_words(book, item))};
}

ItemWords anniversary_words(const Book& book, const Item& item, Date today) {
  const int years = item.years.value_or(0);
  const Date since = book.customers[item.customer].since.value_or(item.occurrence);
  return {fmt::format("{} {}", years, years == 1 ? "YEAR" : "YEARS"),
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

std::string cadence_words(const FollowUp& follow_up) {
  if (follow_up.first) return "first contact";
  if (!follow_up.cadence) return "after-care";
  return every_words(*follow_up.cadence);
}

ItemWords follow_up_words(const Item& item, Date today) {
  const FollowUp& follow_up = *item.follow_up;
  const std::string due =
      item.due.day == today ? "due today" : "due " + short_day(item.due.day, today);
  const std::string late = item.days_late > 0 ? ", " + days_late_words(item.days_late) : "";
  if (follow_up.after_care) {
    return {"AFTER-CARE", fmt::format("{}{}: ask how it went", due, late)};
  }
  if (follow_up.strained) {
    return {"STRAINED", fmt::format("{}{}: listen, do not sell", due, late)};
  }
  const std::string_view hint = follow_up.too_late ? ": high time" : "";
  std::string rest = fmt::format("{}{}{}", due, late, hint);
  return {"FOLLOW UP", fmt::format("{}, {}", cadence_words(follow_up), rest), {}, rest};
}

}  // namespace

ItemWords words_of(const Book& book, const Item& item, Moment now) {
  const Date today = day_of(now);
  switch (item.kind) {
    case Kind::emergency: return {"EMERGENCY", request_line(item, now), neutralised(item.what)};
    case Kind::request: return {"REQUEST", request_line(item, now), neutralised(item.what)};
    case Kind::promise: return {"PROMISE", promise_line(item, today), neutralised(item.what)};
    case Kind::birthday: return birthday_words(book, item, today);
    case Kind::anniversary: return anniversary_words(book, item, today);
    case Kind::event: return event_words(book, item, today);
    case Kind::prepare: return prepare_words(book, item, today);
    case Kind::thanks: return thanks_words(item, today);
    case Kind::no_plan:
      return {"NO PLAN", "never, and no reason given: decide when to be in touch"};
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
      return fmt::format(
          "{} with us{}",
          item.years == 1 ? "1 year" : fmt::format("{} years", item.years.value_or(0)), greet);
    case Kind::event:
      return fmt::format("{}{}{}", neutralised(item.what), greet, gift_words(book, item));
    case Kind::promise: return fmt::format("promised: {}", neutralised(item.what));
    case Kind::request:
    case Kind::emergency:
      return fmt::format("{} {}: {}",
                         item.aim == Aim::word_on_offer ? "their word on the offer by" : "solve by",
                         clock(item.due.moment()), neutralised(item.what));
    case Kind::follow_up: return fmt::format("follow up, {}", cadence_words(*item.follow_up));
    case Kind::prepare:
      return fmt::format("prepare for {}{}", quoted(item.what), gift_words(book, item));
    case Kind::thanks: return fmt::format("thank for {}", quoted(item.what));
    default: break;
  }
  return words_of(book, item, Moment{today}).line;
}

}  // namespace care
