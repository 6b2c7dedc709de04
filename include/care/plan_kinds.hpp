#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace care {

/// What an item asks for.
enum class Kind {
  emergency,
  request,
  promise,
  birthday,
  anniversary,
  event,
  prepare,
  thanks,
  no_plan,
  follow_up,
  unreadable
};

enum class State { overdue, today, coming };

/// How much an item presses: the classes of R10, with their numbers.
enum class Urgency {
  unreadable = 0,
  emergency = 1,
  overdue = 2,   ///< a request or promise that is late
  open = 3,      ///< another open request, a promise due today
  occasion = 4,  ///< an occasion of today, something to prepare
  delicate = 5,  ///< a follow-up with somebody strained, or after an emergency
  belated = 6,   ///< an occasion that was missed, thanks
  routine = 7,   ///< any other follow-up
  coming = 8     ///< nothing to do yet
};
/// 1 to 8, as `why` and JSON write the class; 0 for what could not be read.
[[nodiscard]] constexpr int number_of(Urgency urgency) { return static_cast<int>(urgency); }

/// Where items come from, as far as rules treat them alike.
enum class Group {
  asked,        ///< what the customer asked for or was promised: never snoozed, never capped
  occasion,     ///< a date of theirs (R3)
  preparation,  ///< the card or gift for one
  plain,        ///< what we do of our own accord: thanks and follow-ups
  none
};

/// One kind of item, with all that is said of it as such.
struct KindRow {
  Kind kind;
  std::string_view word;  ///< in `--only` and JSON
  std::string_view rule;  ///< that it comes from; empty for what could not be read
  Group group;
  Urgency overdue, today, coming;  ///< its class in each state; strained and after-care aside (R4)
  int place = 0;                   ///< among the kinds of one class: the smaller first
};

/// Every kind, in the order in which one customer's items of a class stand (R10).
inline constexpr auto kinds = [] {
  using enum Urgency;
  return std::to_array<KindRow>({
      {Kind::emergency, "emergency", "R7", Group::asked, emergency, emergency, emergency},
      {Kind::request, "request", "R7", Group::asked, overdue, open, coming},
      {Kind::promise, "promise", "R6", Group::asked, overdue, open, coming},
      {Kind::birthday, "birthday", "R3", Group::occasion, belated, occasion, coming},
      {Kind::anniversary, "anniversary", "R3", Group::occasion, belated, occasion, coming},
      {Kind::event, "event", "R3", Group::occasion, belated, occasion, coming},
      {Kind::prepare, "prepare", "R3", Group::preparation, occasion, occasion, coming},
      {Kind::thanks, "thanks", "R8", Group::plain, belated, belated, coming, 1},
      {Kind::no_plan, "no_plan", "R10", Group::plain, routine, routine, coming},
      {Kind::follow_up, "follow_up", "R4", Group::plain, routine, routine, routine, 1},
      {Kind::unreadable, "unreadable", "", Group::none, unreadable, unreadable, unreadable},
  });
}();
[[nodiscard]] const KindRow& row_of(Kind kind);
/// How many kinds stand before it in `kinds`.
[[nodiscard]] int rank_of(Kind kind);

[[nodiscard]] Urgency urgency_of(Kind kind, State when);
[[nodiscard]] bool is_occasion(Kind kind);

/// `emergency`, `follow_up` …; `overdue`, `today`, `coming`.
[[nodiscard]] std::string_view word(Kind kind);
[[nodiscard]] std::string_view word(State state);
[[nodiscard]] std::optional<Kind> parse_kind(std::string_view word);
/// The rule that an item comes from: `R4`; empty for what could not be read.
[[nodiscard]] std::string_view rule_of(Kind kind);

}  // namespace care
