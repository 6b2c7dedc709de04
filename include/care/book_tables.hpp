#pragma once

#include <care/book_choices.hpp>
#include <care/book_lists.hpp>
#include <care/book_plans.hpp>
#include <care/book_problems.hpp>
#include <care/book_texts.hpp>
#include <care/calendar.hpp>
#include <care/calendar_work.hpp>

#include <array>
#include <unordered_map>

namespace care {

/// Where the keys of a table stand; one that is not here has its default.
using KeyPositions = std::unordered_map<std::string_view, Position>;
/// Line 0 for a key that is not written.
[[nodiscard]] Position position_of(const KeyPositions& keys, std::string_view key);

using StaffIndex = std::uint32_t;

/// How often to be in touch; nothing = "never".
struct Cadence {
  std::optional<Duration> period;
  friend bool operator==(const Cadence&, const Cadence&) = default;
};

struct Tier {
  Text name;
  Cadence every;
  Position at;
  std::optional<Duration> at_most;
  friend bool operator==(const Tier&, const Tier&) = default;
};

struct Policy {
  Cadence every{Duration{30, Unit::day}};
  std::vector<Tier> tiers{{"A", {Duration{2, Unit::week}}, {}, {}},
                          {"B", {Duration{1, Unit::month}}, {}, {}},
                          {"C", {Duration{3, Unit::month}}, {}, {}}};
  std::optional<Duration> at_most;
  Duration first_contact{2, Unit::working_day};
  Duration heads_up{7, Unit::day};
  Duration belated{7, Unit::day};
  LeapDay leap_day = LeapDay::february_28;
  Anniversaries anniversaries = Anniversaries::round;
  Duration thank_within{2, Unit::working_day};
  Duration thank_window{90, Unit::day};
  Duration respond{4, Unit::hour};
  Duration solve{1, Unit::working_day};
  Duration emergency_respond{30, Unit::minute};
  Duration emergency_solve{4, Unit::hour};
  Duration retry{2, Unit::working_day};
  std::optional<Duration> escalate;  ///< to the book's owner; nothing = never
  int per_day = 10;                  ///< 0 = no limit
  Duration wow_every{1, Unit::year};
  WorkCalendar calendar;
  KeyPositions at;
};

struct Staff {
  Position at;
  Text id, name, email;
  std::optional<int> per_day;
  std::vector<DaySpan> away;
  std::optional<StaffIndex> backup;
};

using CustomerIndex = std::uint32_t;

struct Contact {
  Position at;
  Text name, call_me, sounds_like, role, notes;
  Texts phone, email;  ///< the first is the one to use
  Texts likes;
  std::optional<YearlyDate> birthday;
  std::optional<Date> left;
  std::uint32_t birthday_line = 0;
  bool is_learned = false;  ///< stands in a table of its own, not in the customer's
};

struct Event {
  Position at;
  Text what, gift;
  YearlyDate date;  ///< has its year where the event is not yearly
  bool yearly = true;
  std::optional<Date> until;
  std::optional<Duration> heads_up, belated, prepare;
  bool is_learned = false;  ///< as of a contact
};

/// A fact of `[customer.extra]`: a dotted key and the value as a person reads it.
struct Extra {
  Text key, value;
  friend bool operator==(const Extra&, const Extra&) = default;
};

struct Customer {
  Position at;
  Text id, name, call_me, sounds_like, company, address, because, notes;
  Texts phone, email;  ///< the first is the one to use
  Texts tags, value, likes;
  std::optional<StaffIndex> owner;    ///< as written; see `owner_of`
  std::optional<std::uint32_t> tier;  ///< index into Policy::tiers
  std::optional<Cadence> every;       ///< as written; see `cadence_of`
  std::optional<Duration> at_most;    ///< as written; see `at_most_of`
  std::optional<Date> since;
  std::optional<Date> added;  ///< when they came into the book
  std::optional<YearlyDate> birthday;
  std::optional<LeapDay> leap_day;
  std::optional<Mood> mood;
  std::optional<CustomerIndex> referred_by;
  Status status = Status::active;
  std::optional<Date> died;  ///< never written in their own table: see Fact
  Few<Contact> contacts;
  Few<Event> events;
  Few<OwnPlan> plans;
  Few<Extra> extra;
  /// Lines of keys that dates rest on; 0 = not written. See `position_of` for what was learned.
  struct Lines {
    std::uint32_t every = 0, at_most = 0, tier = 0, owner = 0, since = 0, added = 0, birthday = 0,
                  mood = 0, status = 0;
  } lines;
};

/// What people are called in a table of theirs: by any of it their customer is found.
template <class Record>
inline constexpr std::array<Text Record::*, 0> called_by{};
template <>
inline constexpr std::array called_by<Customer>{&Customer::name, &Customer::company,
                                                &Customer::call_me};
template <>
inline constexpr std::array called_by<Contact>{&Contact::name, &Contact::call_me};

}  // namespace care
