#pragma once

#include <algorithm>
#include <ostream>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include <care/agenda.hpp>
#include <care/plan.hpp>
#include <care/reading.hpp>

#include "reading/support.hpp"
#include "render/words/phrases.hpp"

// Books for the tests of the rules, and their agenda as lines that a person can read. A book is
// TOML text, put together from tables:
//
//     acme("every = '30d'") + touch("2026-10-23", "how = 'call'")

namespace care::test {

/// A table of a book: its header and its lines.
template <class... Rows>
std::string table(std::string_view header, const Rows&... rows) {
  std::string text{header};
  ((text += '\n', text += rows), ...);
  return text + "\n";
}

template <class... Rows>
std::string customer(std::string_view id, const Rows&... rows) {
  const std::string quoted = "'" + std::string{id} + "'";
  return table("[[customer]]", "id = " + quoted, "name = " + quoted, rows...);
}
/// The customer that records are of, unless they say otherwise.
template <class... Rows>
std::string acme(const Rows&... rows) {
  return customer("acme", rows...);
}
template <class... Rows>
std::string policy(const Rows&... rows) {
  return table("[policy]", rows...);
}
/// A record of somebody's on a day: `of("zen", "[[touch]]", "2026-11-02")`.
template <class... Rows>
std::string of(std::string_view id, std::string_view header, std::string_view on,
               const Rows&... rows) {
  return table(header, "customer = '" + std::string{id} + "'", "on = " + std::string{on}, rows...);
}
template <class... Rows>
std::string touch(std::string_view on, const Rows&... rows) {
  return of("acme", "[[touch]]", on, rows...);
}
/// An attempt of ours that reached nobody.
template <class... Rows>
std::string attempt(std::string_view on, const Rows&... rows) {
  return touch(on, "reached = false", rows...);
}
template <class... Rows>
std::string purchase(std::string_view on, const Rows&... rows) {
  return of("acme", "[[purchase]]", on, "what = 'spring order'", rows...);
}
template <class... Rows>
std::string promise(std::string_view due, const Rows&... rows) {
  return table("[[promise]]", "customer = 'acme'", "what = 'report'", "due = " + std::string{due},
               rows...);
}
template <class... Rows>
std::string request(std::string_view asked, const Rows&... rows) {
  return table("[[request]]", "customer = 'acme'", "what = 'key'", "id = 'key'",
               "asked = " + std::string{asked}, rows...);
}
template <class... Rows>
std::string snooze(std::string_view on, std::string_view until, const Rows&... rows) {
  return of("acme", "[[snooze]]", on, "until = " + std::string{until}, "because = 'move'", rows...);
}

/// No follow-up, so that other rules can be looked at alone.
inline constexpr std::string_view no_follow_up = "every = 'never'\nbecause = 'they call us'";
/// Neither follow-up nor anniversaries.
inline constexpr std::string_view occasions_only = "[policy]\nanniversaries = 'none'\n";

/// The book of a text that must be sound.
inline Reading book(std::string_view text) {
  Reading reading = read_text(text);
  CAPTURE(text);
  CHECK(told(reading) == "");
  return reading;
}

/// `2026-11-23T08:30`; a day alone means its 09:00, as with `--today`.
inline Moment at(std::string_view text) {
  const auto when = parse_iso(text);
  REQUIRE(when.has_value());
  return when->time ? when->moment() : Moment{when->day} + std::chrono::hours{9};
}
inline Date day(std::string_view text) { return day_of(at(text)); }

/// `Mon 23 Nov`; with the year where that is not 2026.
inline std::string day_words(Date date) { return short_day(date, *make_date(2026, 7, 1)); }

inline std::string_view words(Hiding hiding) {
  switch (hiding) {
    case Hiding::none: return "";
    case Hiding::do_not_contact: return " [do not contact]";
    case Hiding::snoozed: return " [snoozed]";
    case Hiding::waiting: return " [waiting]";
    case Hiding::capped: return " [capped]";
    case Hiding::later: return " [later]";
    case Hiding::former: return " [former]";
  }
  return "";
}

/// One item: class, kind, of whom or what, years, when, due, act (where it is another day), how
/// late and why it is hidden:
///
///     4 birthday Maria (42) today, due Sun 22 Nov, act Fri 20 Nov
///     5 follow_up overdue, due Mon 16 Nov, 7 late [snoozed]
inline std::string words(const Item& item) {
  std::string text = std::to_string(number_of(item.urgency)) + " " + std::string{word(item.kind)};
  if (!item.what.empty()) text += " " + std::string{item.what};
  if (!item.person.empty()) text += " " + std::string{item.person};
  if (item.years) text += " (" + std::to_string(*item.years) + ")";
  text += " " + std::string{word(item.when)} + ", due " + day_words(item.due.day);
  if (item.due.time) text += " " + iso(item.due).substr(11);
  if (item.act != item.due.day) text += ", act " + day_words(item.act);
  if (item.days_late != 0) text += ", " + std::to_string(item.days_late) + " late";
  return text + std::string{words(item.hiding)};
}

inline std::string words(const std::vector<Item>& items) {
  std::string text;
  for (const Item& item : items) text += (text.empty() ? "" : " | ") + words(item);
  return text;
}

/// What the rules say about the first customer of a book, hidden or not, in the order of R10.
inline std::string planned(const Book& book, Moment now) {
  CustomerPlan plan = plan_customer(book, 0, now);
  std::ranges::sort(plan.items, comes_before);
  return words(plan.items);
}
inline std::string planned(std::string_view text, std::string_view now) {
  return planned(book(text).book, at(now));
}

/// The same without what is hidden.
inline std::string shown(const Book& book, Moment now) {
  CustomerPlan plan = plan_customer(book, 0, now);
  std::erase_if(plan.items, [](const Item& item) { return item.hiding != Hiding::none; });
  std::ranges::sort(plan.items, comes_before);
  return words(plan.items);
}
inline std::string shown(std::string_view text, std::string_view now) {
  return shown(book(text).book, at(now));
}

/// One row of a table of books: its name says what is so special about it.
struct Case {
  std::string name;
  std::string text;
  std::string now;
  std::string expected;
};

/// Holds each row's `shown` against what is expected.
template <std::size_t N>
void check_shown(const Case (&rows)[N]) {
  for (const Case& row : rows) {
    CAPTURE(row.name);
    CHECK(shown(row.text, row.now) == row.expected);
  }
}
template <std::size_t N>
void check_planned(const Case (&rows)[N]) {
  for (const Case& row : rows) {
    CAPTURE(row.name);
    CHECK(planned(row.text, row.now) == row.expected);
  }
}

/// A book and its agenda of one day.
struct Today {
  Reading reading;
  Agenda agenda;

  Today(std::string_view text, std::string_view now, const Selection& selection = {})
      : reading{read_text(text)}, agenda{agenda_of_today(reading.book, at(now), selection)} {}
  Today(const Today&) = delete;
  Today& operator=(const Today&) = delete;
};

/// Lines that a failing test prints whole.
struct Shown : Lines {
  using Lines::Lines;

  friend std::ostream& operator<<(std::ostream& out, const Shown& shown) {
    for (const std::string& line : shown) out << "\n    " << line;
    return out;
  }
};

/// An agenda line by line: the day where it is a range, whose agenda, the id, then the items.
inline Shown entries(const Agenda& agenda) {
  Shown lines;
  for (const Entry& entry : agenda.entries) {
    std::string line = agenda.range ? day_words(entry.day) + " " : "";
    if (entry.owner) line += std::string{agenda.book->staff[*entry.owner].id} + "'s ";
    if (entry.stands_for) {
      line += "for " + std::string{agenda.book->staff[*entry.stands_for].id} + " ";
    }
    if (entry.unreadable != nullptr) {
      line += entry.unreadable->what;
    } else {
      line += std::string{agenda.book->customers[*entry.customer].id} + ": " + words(entry.items);
    }
    lines.push_back(line);
  }
  return lines;
}

/// The ids of an agenda's customers in their order; `?` for what could not be read.
inline std::string ids(const Agenda& agenda) {
  std::string all;
  for (const Entry& entry : agenda.entries) {
    if (!all.empty()) all += ' ';
    all += entry.customer ? std::string{agenda.book->customers[*entry.customer].id} : "?";
  }
  return all;
}

/// `snoozed 1, capped 2`; nothing where nothing is hidden.
inline std::string words(const HiddenCounts& hidden) {
  std::string text;
  const auto add = [&](std::string_view name, int count) {
    if (count == 0) return;
    text += (text.empty() ? "" : ", ") + std::string{name} + " " + std::to_string(count);
  };
  add("do_not_contact", hidden.do_not_contact);
  add("snoozed", hidden.snoozed);
  add("waiting", hidden.waiting);
  add("capped", hidden.capped);
  add("other_owners", hidden.other_owners);
  return text;
}

}  // namespace care::test
