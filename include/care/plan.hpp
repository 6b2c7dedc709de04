#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <care/book.hpp>
#include <care/calendar.hpp>

namespace care {

/// What an item asks for, in the order in which one customer's items stand (R10).
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

/// Why an item does not stand on the page: the reasons that R15 counts, in its order; then what is
/// not due yet, and what is open of a former customer.
enum class Hiding { none, do_not_contact, snoozed, waiting, capped, later, former };

/// Days late over the days of the interval, kept exact (R4).
struct Ratio {
  int late = 0;
  int interval = 1;
  [[nodiscard]] double value() const { return static_cast<double>(late) / interval; }
};

/// What a request waits for (R7).
enum class Aim { answer, solution, word_on_offer, other_offer };

/// How a follow-up came to its day (R4, R5).
struct FollowUp {
  Date base;
  Ratio ratio;
  std::optional<Duration> cadence;  ///< nothing: only after-care calls
  bool first = false;               ///< never contacted
  bool strained = false;            ///< brought forward by R5
  bool after_care = false;          ///< brought forward by an emergency that ended
  bool too_late = false;            ///< more than half an interval late
  bool try_another_way = false;     ///< three attempts reached nobody
};

/// One thing that somebody needs, and when.
struct Item {
  CustomerIndex customer = 0;
  Kind kind = Kind::follow_up;
  Urgency urgency = Urgency::coming;
  State when = State::coming;
  Hiding hiding = Hiding::none;
  When due;  ///< the day or moment that the rule gives
  Date act;  ///< the working day on which to do it
  int days_late = 0;
  Text what;
  Text person;               ///< whose birthday
  std::optional<int> years;  ///< age, or years since; nothing where the year is not known
  Text id;                   ///< of a request or promise
  /// What the item is of, among its kind: index of the request, promise, event, contact,
  /// purchase or referred customer; `own` for the customer's.
  std::uint32_t record = own;
  Date occurrence;  ///< the day of the occasion, or of what there is to thank for
  bool referral = false;
  bool answered = false;  ///< a request that they have heard from us about (R7)
  Aim aim = Aim::answer;
  std::optional<FollowUp> follow_up;

  static constexpr std::uint32_t own = UINT32_MAX;
};

/// One step in the derivation of a date, with what it rests on.
struct Step {
  std::string_view rule;
  std::string text;
  Position at;  ///< line 0: a default, or nothing that stands in the book
};

/// A plan's own account of how it came about, for `care why`.
using Account = std::vector<Step>;

/// How a request ended (R7).
struct Ending {
  Date day;
  Outcome outcome;  ///< `alternative`: the customer accepted one
};

/// Where a request stands today (R7).
struct RequestState {
  std::uint32_t request = 0;  ///< index into Book::requests
  bool answered = false;
  std::optional<Ending> ending;
  Moment respond_by, solve_by, target;
  Aim aim = Aim::answer;
};

/// What to thank a customer for (R11).
struct Gratitude {
  enum class Reason { purchase, referral, emergency, alternative, years } reason;
  Text what;  ///< the purchase, the referred customer's name, or the request
  int years = 0;
};

/// Everything that the rules say about one customer on one day. Items that are hidden carry the
/// reason; the next follow-up and every open promise are there even when it is not time yet.
struct CustomerPlan {
  std::vector<Item> items;
  const Touch* last = nullptr;  ///< the latest that reached them (R4)
  std::size_t reached = 0;      ///< how many touches reached them
  bool strained = false;        ///< R5
  bool emergency_open = false;
  std::optional<Gratitude> thank_for;          ///< R11
  std::vector<RequestState> requests;          ///< those that have happened, ended or not
  std::vector<const Snooze*> refused_snoozes;  ///< beyond what R13 allows
  std::size_t attempts = 0;                    ///< unanswered ones since `last`
};

/// The plan for one customer; `account`, where given, is filled with the reasons.
[[nodiscard]] CustomerPlan plan_customer(const Book& book, CustomerIndex customer, Moment now,
                                         Account* account = nullptr);

/// A WOW that is due (R9).
struct Wow {
  Date waiting_since;        ///< the last one, else since when they are known
  std::optional<Date> last;  ///< nothing: there was none yet
};
/// Whether it is time for one, moods and emergencies aside.
[[nodiscard]] std::optional<Wow> wow_due(const Book& book, CustomerIndex customer, Date today);

/// The last day of silence: set where the last three touches that reached them were letters of
/// ours without an answer (R4); the day is that of the first of them.
[[nodiscard]] std::optional<Date> heard_nothing_since(const Book& book, CustomerIndex customer,
                                                      Date today);

/// Problems that depend on the day: future-record, snooze-not-allowed, former-but-open.
[[nodiscard]] std::vector<Problem> problems_on(const Book& book, Moment now);

/// `emergency`, `follow_up` …; `overdue`, `today`, `coming`.
[[nodiscard]] std::string_view word(Kind kind);
[[nodiscard]] std::string_view word(State state);
[[nodiscard]] std::optional<Kind> parse_kind(std::string_view word);
/// The rule that an item comes from: `R4`; empty for what could not be read.
[[nodiscard]] std::string_view rule_of(Kind kind);

/// The order of R10; ties are broken down to the place in the book, so it is total.
[[nodiscard]] bool comes_before(const Item& a, const Item& b);

}  // namespace care
