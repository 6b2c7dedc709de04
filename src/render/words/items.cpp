#include "render/words/items.hpp"
#include <care/text.hpp>
#include "render/words/people.hpp"
#include "render/words/phrases.hpp"
#include "render/words/plans.hpp"

#include <fmt/format.h>

namespace care {
namespace {

/// Whose birthday it is, as one says it: the customer's own by how to address them.
std::string person_words(const Book& book, const Item& item, Date today) {
  const Text call_me = as_of(book, item.customer, today).call_me;
  return neutralised(item.record == Item::own && !call_me.empty() ? call_me : item.person);
}

std::string likes_words(const Book& book, const Item& item, Date today) {
  const Customer& customer = as_of(book, item.customer, today);
  const auto& likes =
      item.record == Item::own ? customer.likes : customer.contacts[item.record].likes;
  return likes.empty() ? "" : "; likes " + listed(likes);
}

/// `greet`; of events that are nobody's birthday, such as a renewal, `mark`.
std::string_view greet_word(const Item& item) {
  return item.kind == Kind::event ? "mark" : "greet";
}

std::string behind(std::string_view comma, std::string_view words) {
  return words.empty() ? "" : fmt::format("{}{}", comma, words);
}

/// Finds the words for one item that is due.
class Wording {
 public:
  Wording(const Book& book, const Item& item, Moment now, Read read)
      : book_{book}, item_{item}, now_{now}, today_{day_of(now)}, read_{read} {}

  [[nodiscard]] ItemWords words() const {
    switch (item_.kind) {
      case Kind::emergency: return asked_words("EMERGENCY", aim_words(item_, target_words()));
      case Kind::request: return asked_words("REQUEST", aim_words(item_, target_words()));
      case Kind::promise: return asked_words("PROMISE", promise_line());
      case Kind::birthday: return {"BIRTHDAY", birthday_line()};
      case Kind::anniversary:
        return {counted(item_.years.value_or(0), "YEAR", "YEARS"), anniversary_line()};
      case Kind::event: return {"EVENT", event_line()};
      case Kind::prepare: return {"PREPARE", prepare_line()};
      case Kind::thanks: return {"THANK", thanks_line()};
      case Kind::plan: return {"PLAN", plan_words(item_, late_words(item_, now_))};
      case Kind::no_plan: return {"NO PLAN", phrase(advice_on(item_))};
      case Kind::follow_up: return follow_up_words();
      case Kind::unreadable: break;
    }
    return {"UNREADABLE", neutralised(item_.what)};
  }

 private:
  [[nodiscard]] bool is_today(Date day) const { return day == today_ && read_ == Read::today; }
  /// `today`, or `Fri 20 Nov`.
  [[nodiscard]] std::string day_words(Date day) const {
    return is_today(day) ? "today" : short_day(day, today_);
  }
  /// `10:00`, `Tue 24 Nov 10:00`: when a request or promise is due.
  [[nodiscard]] std::string due_words() const {
    if (!item_.due.time) return day_words(item_.due.day);
    const std::string time = clock(item_.due.moment());
    return is_today(item_.due.day) ? time : short_day(item_.due.day, today_) + " " + time;
  }

  /// In brief only when, so that there is room for what is asked.
  [[nodiscard]] ItemWords asked_words(std::string label, std::string line) const {
    const std::string late = late_words(item_, now_);
    return {std::move(label), std::move(line), neutralised_lines(item_.what),
            !late.empty()                                ? late
            : item_.due.time || !is_today(item_.due.day) ? "by " + due_words()
                                                         : "today"};
  }

  [[nodiscard]] std::string target_words() const {
    const std::string late = late_words(item_, now_);
    const Moment target = item_.due.moment();
    const bool burns = item_.kind == Kind::emergency && now_ <= target && read_ == Read::today;
    return due_words() + behind(", ", late) +
           (burns ? fmt::format(", {} left", time_words(target - now_)) : "");
  }

  [[nodiscard]] std::string promise_line() const {
    std::string line = "due " + due_words() + behind(", ", late_words(item_, now_));
    const bool sooner = item_.when != State::overdue && item_.act < item_.due.day;
    return sooner ? line + ": keep it by " + by_day(item_.act, today_) : line;
  }

  /// `today`, `yesterday: belated wishes`, `Sun 29 Nov: greet by Fri 27 Nov`.
  [[nodiscard]] std::string occasion_when() const {
    const Date day = item_.occurrence;
    const std::string on = day_words(day);
    if (item_.when == State::overdue) {
      const std::string_view what = item_.kind == Kind::event ? "not marked yet" : "belated wishes";
      if (item_.days_late == 1 && read_ == Read::today) return fmt::format("yesterday: {}", what);
      return fmt::format("{}, {} ago: {}", on, counted(item_.days_late, "day", "days"), what);
    }
    if (day == today_) return on;
    if (item_.when == State::today) {
      return fmt::format("{}: {} {}", on, greet_word(item_),
                         is_today(today_) ? "today" : "by " + by_day(today_, day));
    }
    if (item_.act == day) return on;
    return fmt::format("{}: {} by {}", on, greet_word(item_), by_day(item_.act, today_));
  }

  [[nodiscard]] std::string birthday_line() const {
    const std::string age = item_.years ? fmt::format(" ({})", *item_.years) : "";
    return fmt::format("{}{}, {}{}", person_words(book_, item_, today_), age, occasion_when(),
                       likes_words(book_, item_, today_));
  }

  [[nodiscard]] std::string anniversary_line() const {
    const Date since = as_of(book_, item_.customer, today_).since.value_or(item_.occurrence);
    if (item_.occurrence != today_) return "with us, " + occasion_when();
    return fmt::format("a customer since {}{}", past_day(since, today_),
                       is_today(today_) ? ": today" : "");
  }

  [[nodiscard]] std::string event_line() const {
    const std::string years =
        item_.years ? fmt::format(" ({})", counted(*item_.years, "year", "years")) : "";
    return fmt::format("{}{}, {}{}", in_line(item_.what), years, occasion_when(),
                       gift_words(book_, item_));
  }

  [[nodiscard]] std::string prepare_line() const {
    return fmt::format("for {} on {}, by {}{}{}", quoted(item_.what),
                       short_day(item_.occurrence, today_), day_words(item_.due.day),
                       behind(", ", late_words(item_, now_)), gift_words(book_, item_));
  }

  [[nodiscard]] std::string thanks_line() const {
    const std::string late = late_words(item_, now_);
    const std::string by = !late.empty()             ? late
                           : is_today(item_.due.day) ? "today"
                                                     : "by " + by_day(item_.due.day, today_);
    const std::string day = short_day(item_.occurrence, today_);
    if (item_.referral) {
      return fmt::format("for sending us {} on {}, {}", neutralised(item_.what), day, by);
    }
    return fmt::format("for {} of {}, {}", quoted(item_.what), day, by);
  }

  [[nodiscard]] ItemWords follow_up_words() const {
    const FollowUp& follow_up = *item_.follow_up;
    const std::string late = late_words(item_, now_);
    std::string rest = "due " + day_words(item_.due.day) + behind(", ", late);
    if (follow_up.late_from) {
      // What was due before the book began, or they were added, is no news and nobody's fault.
      const bool by_book = follow_up.late_from == book_.started;
      rest = follow_up.first ? "" : "last " + ago_words(follow_up.base, today_);
      if (!late.empty()) {
        rest += behind(rest.empty() ? "" : ", ",
                       late + (by_book ? " since this book began" : " since they were added"));
      }
      if (rest.empty()) rest = "due " + day_words(today_);
    }
    rest += behind(": ", advice_on(item_).advice);
    if (follow_up.after_care) return {"AFTER-CARE", rest};
    if (follow_up.strained) return {"STRAINED", rest};
    const bool is_known = is_known_without_contact(book_, item_.customer, today_);
    return {"FOLLOW UP", fmt::format("{}, {}", cadence_words(follow_up, is_known), rest), {}, rest};
  }

  const Book& book_;
  const Item& item_;
  Moment now_;
  Date today_;
  Read read_;
};

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
    default: break;
  }
  return fmt::format("{}, by {}", phrase(advice_on(item)), by);
}

std::string cadence_words(const FollowUp& follow_up, bool is_known) {
  if (follow_up.after_care) return "after-care";
  if (follow_up.strained) return "sooner than usual: they are strained";
  if (follow_up.first) return is_known ? "no contact on record" : "first contact";
  return follow_up.cadence ? every_words(*follow_up.cadence) : "after-care";
}

ItemWords words_of(const Book& book, const Item& item, Moment now, Read read) {
  return Wording{book, item, now, read}.words();
}

std::string late_words(const Item& item, Moment now) {
  if (item.when != State::overdue) return {};
  if (item.due.time) {
    const auto late = now - item.due.moment();
    const bool by_hours =
        item.kind == Kind::emergency ? late < std::chrono::days{1} : item.days_late == 0;
    if (by_hours) return late.count() > 0 ? time_words(late) + " late" : "";
  }
  return item.days_late > 0 ? counted(item.days_late, "day late", "days late") : "";
}

std::string gift_words(const Book& book, const Item& item) {
  const Text gift = book.customers[item.customer].events[item.record].gift;
  if (gift.empty()) return item.prepared ? "; prepared" : "";
  return fmt::format("; gift{}: {}", item.prepared ? " ready" : "", in_line(gift));
}

static bool is_only_to_know(const Book& book, const Item& item, Date today) {
  return is_occasion(item.kind) &&
         as_of(book, item.customer, today).status == Status::do_not_contact;
}

std::string caution_words(const Book& book, const Item& item, Date today) {
  return is_only_to_know(book, item, today) ? ", do not contact" : "";
}

std::string coming_words(const Book& book, const Item& item, Date today) {
  const std::string greet =
      is_only_to_know(book, item, today) ? ": only to know"
      : item.act < item.occurrence && item.act > today
          ? fmt::format(", {} by {}", greet_word(item), by_day(item.act, today))
          : "";
  switch (item.kind) {
    case Kind::birthday: {
      const std::string age = item.years ? fmt::format(" ({})", *item.years) : "";
      return fmt::format("{}'s birthday{}{}", person_words(book, item, today), age, greet);
    }
    case Kind::anniversary:
      return fmt::format("{} with us{}", counted(item.years.value_or(0), "year", "years"), greet);
    case Kind::event:
      return fmt::format("{}{}{}", in_line(item.what), greet, gift_words(book, item));
    case Kind::promise: return fmt::format("promised: {}", in_line(item.what));
    case Kind::request:
    case Kind::emergency:
      return fmt::format("{} {}: {}",
                         item.aim == Aim::word_on_offer ? "their word on the offer by"
                         : item.aim == Aim::their_part  ? "their part by"
                                                        : "solve by",
                         clock(item.due.moment()), in_line(item.what));
    case Kind::follow_up: return fmt::format("follow up, {}", cadence_words(*item.follow_up));
    case Kind::prepare:
      return fmt::format("prepare for {}{}", quoted(item.what), gift_words(book, item));
    case Kind::thanks: return fmt::format("thank for {}", quoted(item.what));
    case Kind::plan: return plan_words(item, {});
    default: break;
  }
  return words_of(book, item, Moment{today}).line;
}

ItemWords words_on_page(const Book& book, const Item& item, Moment now, Read read) {
  const Date today = day_of(now);
  if (!is_due(item)) {
    const bool is_today = read == Read::today && item.due.day == today;
    ItemWords coming{{}, coming_words(book, item, today)};
    coming.day = is_today ? "today" : short_day(item.due.day, today);
    return coming;
  }
  ItemWords words = words_of(book, item, now, read);
  words.ink = ink_of(item);
  return words;
}

}  // namespace care
