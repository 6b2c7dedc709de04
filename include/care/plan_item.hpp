#pragma once

#include <care/book.hpp>
#include <care/calendar.hpp>

#include <cstdint>

namespace care {

/// What an item asks for.
enum class Kind : std::uint8_t {
  emergency,
  request,
  promise,
  birthday,
  anniversary,
  event,
  prepare,
  thanks,
  plan,
  no_plan,
  follow_up,
  unreadable
};

enum class State : std::uint8_t { overdue, today, coming };

/// How much an item presses: the classes of R10, with their numbers.
enum class Urgency : std::uint8_t {
  unreadable = 0,
  emergency = 1,
  overdue = 2,   ///< a request or promise that is late
  open = 3,      ///< another open request, a promise due today
  occasion = 4,  ///< an occasion of today, something to prepare
  delicate = 5,  ///< a follow-up or plan with somebody strained, or after an emergency
  belated = 6,   ///< an occasion that was missed, thanks, plans
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
  plain,        ///< what we do of our own accord: thanks, plans and follow-ups
  none
};

/// How items get into a calendar of the whole plan.
enum class Planning {
  none,
  on_its_day,  ///< to act
  in_steps,    ///< likewise, coming ones too; those that return as dates of their own
  once_noted,  ///< likewise, but not before somebody knew of it
  when_free,   ///< likewise, or later where it is snoozed or waits
  ahead,       ///< those of the coming year
  returning    ///< a date of its own, which comes again
};

/// One kind of item, with all that is said of it as such.
struct KindRow {
  Kind kind;
  std::string_view word;  ///< in `--only` and JSON
  std::string_view rule;  ///< that it comes from; empty for what could not be read
  Group group;
  Planning planning;
  Urgency overdue, today, coming;  ///< its class in each state; strained and after-care aside (R4)
  int place = 0;                   ///< among the kinds of one class: the smaller first
};

/// Every kind, in the order in which one customer's items of a class stand (R10).
inline constexpr auto kinds = [] {
  using enum Urgency;
  return std::to_array<KindRow>({
      {Kind::emergency, "emergency", "R7", Group::asked, Planning::once_noted, emergency, emergency,
       emergency},
      {Kind::request, "request", "R7", Group::asked, Planning::once_noted, overdue, open, coming},
      {Kind::promise, "promise", "R6", Group::asked, Planning::once_noted, overdue, open, coming},
      {Kind::birthday, "birthday", "R3", Group::occasion, Planning::returning, belated, occasion,
       coming},
      {Kind::anniversary, "anniversary", "R3", Group::occasion, Planning::returning, belated,
       occasion, coming},
      {Kind::event, "event", "R3", Group::occasion, Planning::returning, belated, occasion, coming},
      {Kind::prepare, "prepare", "R3", Group::preparation, Planning::ahead, occasion, occasion,
       coming},
      {Kind::thanks, "thanks", "R8", Group::plain, Planning::on_its_day, belated, belated, coming,
       1},
      {Kind::plan, "plan", "R17", Group::plain, Planning::in_steps, belated, belated, coming, 2},
      {Kind::no_plan, "no_plan", "R10", Group::plain, Planning::none, routine, routine, coming},
      {Kind::follow_up, "follow_up", "R4", Group::plain, Planning::when_free, routine, routine,
       routine, 1},
      {Kind::unreadable, "unreadable", "", Group::none, Planning::none, unreadable, unreadable,
       unreadable},
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

/// Why an item does not stand on the page: a reason that R15 counts; `later`, where it is not time
/// yet; or `former`, for what is open of a former customer.
enum class Hiding : std::uint8_t { none, do_not_contact, snoozed, waiting, capped, later, former };

/// Days late over the days of the interval, kept exact (R4).
struct Ratio {
  int late = 0;
  int interval = 1;
  [[nodiscard]] double value() const { return static_cast<double>(late) / interval; }
};

/// What a request waits for (R7).
enum class Aim : std::uint8_t { answer, solution, word_on_offer, other_offer, their_part };
template <>
inline constexpr auto word_rows<Aim> =
    std::to_array<Choice<Aim>>({{Aim::answer, "answer"},
                                {Aim::solution, "solution"},
                                {Aim::word_on_offer, "word_on_offer"},
                                {Aim::other_offer, "other_offer"},
                                {Aim::their_part, "their_part"}});

/// How a follow-up came to its day (R4, R5).
struct FollowUp {
  Date base;
  Ratio ratio;
  std::optional<Duration> cadence;  ///< nothing: only after-care calls
  bool first = false;               ///< never contacted
  /// The day from which it counts as late, where that is after the day to act: the book, or they,
  /// were not there before.
  std::optional<Date> late_from;
  bool strained = false;             ///< brought forward by R5
  bool after_care = false;           ///< brought forward by an emergency that ended
  bool too_late = false;             ///< more than half an interval late, or beyond `at_most`
  std::optional<Duration> beyond{};  ///< the `at_most` that has passed
  bool try_another_way = false;      ///< three attempts reached nobody
};

/// One thing that somebody needs, and when.
struct Item {
  CustomerIndex customer = 0;
  Kind kind = Kind::follow_up;
  Urgency urgency = Urgency::coming;
  State when = State::coming;
  Hiding hiding = Hiding::none;
  When due;  ///< the day or moment, by its rule
  Date act;  ///< the working day on which to do it
  int days_late = 0;
  Text what;
  Text person;               ///< whose birthday
  std::optional<int> years;  ///< age, or years since; nothing where the year is not known
  Text id;                   ///< of a request or promise
  /// What the item is of, among its kind: index of the request, promise, event, contact,
  /// purchase, referred customer or plan (those of the book before the customer's); `own` for the
  /// customer's.
  std::uint32_t record = own;
  Date occurrence;  ///< the day of the occasion, of what to thank for, or on which a plan began
  bool referral = false;
  bool prepared = false;  ///< of an event: the card or gift is ready
  bool answered = false;  ///< a request that they have heard from us about (R7)
  Aim aim = Aim::answer;
  Text plan;                          ///< the name of a plan of the book (R17)
  std::uint32_t step = 0, steps = 0;  ///< of that plan, from 1, and how many there are
  std::optional<Channel> how;         ///< by which channel, as a plan says
  Text waiting_for;                   ///< their part, without which a request cannot go on (R7)
  std::optional<FollowUp> follow_up;

  static constexpr std::uint32_t own = UINT32_MAX;
};

/// Whether it asks for something today: it is not coming (class 8).
[[nodiscard]] bool is_due(const Item& item);

/// The order of R10; ties are broken down to the place in the book, so it is total.
[[nodiscard]] bool comes_before(const Item& a, const Item& b);

/// What makes an item the same on another day (R16): customer, kind and its record, of a plan its
/// step too.
using Identity = std::tuple<CustomerIndex, Kind, std::uint32_t, Date, bool, std::uint32_t>;
[[nodiscard]] Identity identity(const Item& item);

}  // namespace care
