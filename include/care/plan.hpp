#pragma once

#include <care/plan_courses.hpp>
#include <care/plan_item.hpp>

namespace care {

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
  Text offered;      ///< the alternative that waits for their word
  Text waiting_for;  ///< what they have to give us first
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
  const Touch* last = nullptr;         ///< the latest that reached them (R4)
  const Touch* heard = nullptr;        ///< the latest that says what was heard (R11)
  const Touch* tried = nullptr;        ///< the latest attempt in vain since `last`
  std::size_t reached = 0;             ///< how many touches reached them
  bool strained = false;               ///< R5
  const Touch* strained_by = nullptr;  ///< the first touch of that state which says so
  bool emergency_open = false;
  std::optional<Gratitude> thank_for;          ///< R11
  std::vector<RequestState> requests;          ///< those that have happened, ended or not
  std::vector<Course> courses;                 ///< R17, in the order of the book's plans
  std::vector<OwnCourse> own_courses;          ///< R17, of each plan of their own
  std::vector<const Snooze*> refused_snoozes;  ///< beyond what R13 allows
  std::size_t attempts = 0;                    ///< unanswered ones since `last`
  /// The first later day on which an item may appear, be no longer hidden or become due: until
  /// then a plan shows nothing that this one does not.
  Date changes = never;
  static constexpr Date never = Date::max();
};

/// The plan for one customer; `account`, where given, is filled with the reasons.
[[nodiscard]] CustomerPlan plan_customer(const Book& book, CustomerIndex customer, Moment now,
                                         Account* account = nullptr);

/// A WOW that is due (R9).
struct Wow {
  Date waiting_since;        ///< the last one, else since when they are known
  std::optional<Date> last;  ///< nothing: there was none yet
};
/// A surprise that they had within the three years before (R19).
struct RepeatedWow {
  const Touch* touch;
  const Touch* before;
};
[[nodiscard]] std::vector<RepeatedWow> repeated_wows(const Book& book, CustomerIndex customer);
/// Whether it is time for one, moods and emergencies aside.
[[nodiscard]] std::optional<Wow> wow_due(const Book& book, CustomerIndex customer, Date today);

/// The channels on file that none of the attempts since the last talk used: "phone", "email",
/// "address" (R4).
[[nodiscard]] std::vector<std::string> ways_not_tried(const Book& book, CustomerIndex customer,
                                                      Moment now);

/// The last day of silence: set where the last three touches that reached them were letters of
/// ours without an answer (R4); the day is that of the first of them.
[[nodiscard]] std::optional<Date> heard_nothing_since(const Book& book, CustomerIndex customer,
                                                      Date today);

/// Problems that depend on the day: future-record, snooze-not-allowed, former-but-open.
[[nodiscard]] std::vector<Problem> problems_on(const Book& book, Moment now);

}  // namespace care
