#pragma once

#include <span>
#include <tuple>
#include <utility>

#include <care/book_choices.hpp>
#include <care/book_problems.hpp>
#include <care/book_tables.hpp>
#include <care/book_texts.hpp>
#include <care/calendar.hpp>

namespace care {

struct Purchase {
  Position at;
  CustomerIndex customer = 0;
  When on;
  Text what, currency, by;
  std::optional<double> amount;
};

struct Touch {
  Position at;
  CustomerIndex customer = 0;
  When on;
  std::optional<std::uint32_t> contact;  ///< index into Customer::contacts
  std::optional<std::uint32_t> request;  ///< index into Book::requests
  std::optional<std::uint32_t> promise;  ///< index into Book::promises
  std::optional<Channel> how;
  std::optional<Mood> mood;
  std::optional<Outcome> outcome;  ///< `alternative` only together with `offered`
  std::optional<Answer> answer;
  bool reached = true;
  bool from_them = false;
  // What every plan looks at first.
  Text heard, thanked;
  Texts greeted;
  Texts plans;  ///< what of a plan it did (R17)
  Text by, said, wow, offered, waiting;
};

struct Request {
  Position at;
  CustomerIndex customer = 0;
  Text id, what, by, offered;
  std::optional<When> asked;  ///< nothing where it could not be read: then it counts from today
  std::optional<When> due;
  std::optional<Date> closed;
  std::optional<Outcome> outcome;  ///< only together with `closed`
  bool urgent = false;
};

struct Promise {
  Position at;
  CustomerIndex customer = 0;
  Text id, what, by;
  std::optional<When> due;  ///< nothing where it could not be read: then it is due today
  std::optional<Date> made, kept;
  std::optional<std::uint32_t> replaces;  ///< index into Book::promises; never in a circle
};

struct Snooze {
  Position at;
  CustomerIndex customer = 0;
  When on;
  Date until;
  Text because, by;
  bool all = false;
};

struct Ready {
  Position at;
  CustomerIndex customer = 0;
  When on;
  Text what, by;
};

// What is learned about a customer. It is not something that happened, and may lie ahead: `on` of a
// contact or event says only when it was learned; a fact holds from that day on.

/// Counts as if it stood at the end of the customer's own, from the beginning.
struct LearnedContact : Contact {
  CustomerIndex customer = 0;
  std::optional<When> on;
  Text by;
};
/// Likewise.
struct LearnedEvent : Event {
  CustomerIndex customer = 0;
  std::optional<When> on;
  Text by;
};

/// What is true of a customer, or of a contact of theirs, from a day on; what is absent stays as it
/// was.
struct Fact {
  Position at;
  CustomerIndex customer = 0;
  std::optional<When> on;                ///< nothing: from the beginning
  std::optional<std::uint32_t> contact;  ///< index into Customer::contacts
  Text by, name, call_me, sounds_like, role, company, address, because, notes;
  Texts phone, email, likes;
  std::optional<Texts> tags;  ///< all of them; may be none
  std::optional<StaffIndex> owner;
  std::optional<std::uint32_t> tier;
  std::optional<Cadence> every;
  std::optional<Duration> at_most;
  std::optional<Date> since, left, died;
  std::optional<YearlyDate> birthday;
  std::optional<LeapDay> leap_day;
  std::optional<Mood> mood;
  std::optional<Status> status;
  Customer::Lines lines;

  /// The day from which on it holds.
  [[nodiscard]] Date from() const { return on ? on->day : Date::min(); }
};
template <>
inline constexpr std::array called_by<Fact>{&Fact::name, &Fact::company, &Fact::call_me};

/// Records of one kind in file order, and those of each customer by day, then file order.
template <class Record>
struct Records {
  std::vector<Record> all;
  std::vector<std::uint32_t> order;  ///< indices into `all`, grouped by customer
  /// Where each customer's group starts; one more at the end. Empty where there are no records.
  std::vector<std::uint32_t> first;

  [[nodiscard]] std::span<const std::uint32_t> of(CustomerIndex customer) const {
    if (first.empty()) return {};
    return std::span{order}.subspan(first[customer], first[customer + 1] - first[customer]);
  }
  /// Prefetches the first record of a customer: those of a large book lie at random.
  void prefetch([[maybe_unused]] std::size_t customer) const {
#ifdef __GNUC__
    constexpr std::size_t line = 64;
    if (customer + 1 >= first.size() || first[customer] >= order.size()) return;
    const char* const record = reinterpret_cast<const char*>(&all[order[first[customer]]]);
    __builtin_prefetch(record);
    __builtin_prefetch(record + line);
#endif
  }
};

/// The records of a book. A further kind is its struct, its list here and its keys in
/// `book_fields.hpp`.
struct RecordLists {
  Records<Purchase> purchases;
  Records<Touch> touches;
  Records<Request> requests;
  Records<Promise> promises;
  Records<Snooze> snoozes;
  Records<Ready> readies;
  Records<LearnedContact> contacts;
  Records<LearnedEvent> events;
  Records<Fact> facts;
};

/// The list of each kind, for what is done to all of them.
template <class Lists>
[[nodiscard]] auto record_lists(Lists& book) {
  return std::tie(book.purchases, book.touches, book.requests, book.promises, book.snoozes,
                  book.readies, book.contacts, book.events, book.facts);
}

template <class... Record>
struct Kinds {
  static constexpr std::size_t count = sizeof...(Record);
};

template <class... Record>
Kinds<Record...> kinds_in(std::tuple<Records<Record>&...> lists);
using RecordKinds = decltype(kinds_in(record_lists(std::declval<RecordLists&>())));

template <class... One>
std::variant<const One*...> one_of(Kinds<One...> kinds);
/// A record where it stands in a book.
using RecordRef = decltype(one_of(RecordKinds{}));

template <class... One>
std::variant<Customer, Plan, One...> any_of(Kinds<One...> kinds);
/// One table of a book that can be added to it. References and texts are those of that book; `at`
/// says nothing before it is.
using Record = decltype(any_of(RecordKinds{}));

}  // namespace care
