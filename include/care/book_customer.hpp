#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <care/book_choices.hpp>
#include <care/book_policy.hpp>
#include <care/book_problem.hpp>
#include <care/book_texts.hpp>
#include <care/calendar.hpp>

namespace care {

using CustomerIndex = std::uint32_t;

struct Contact {
  Position at;
  Text name, call_me, sounds_like, role, phone, email, notes;
  std::vector<Text> likes;
  std::optional<YearlyDate> birthday;
  std::optional<Date> left;
  std::uint32_t birthday_line = 0;
};

struct Event {
  Position at;
  Text what, gift;
  YearlyDate date;  ///< has its year where the event is not yearly
  bool yearly = true;
  std::optional<Date> until;
  std::optional<Duration> heads_up, belated, prepare;
};

/// A fact of `[customer.extra]`: a dotted key and the value as a person reads it.
struct Extra {
  Text key, value;
  friend bool operator==(const Extra&, const Extra&) = default;
};

struct Customer {
  Position at;
  Text id, name, call_me, sounds_like, company, phone, email, address, because, notes;
  std::vector<Text> tags, value, likes;
  std::optional<StaffIndex> owner;    ///< as written; see `owner_of`
  std::optional<std::uint32_t> tier;  ///< index into Policy::tiers
  std::optional<Cadence> every;       ///< as written; see `cadence_of`
  std::optional<Date> since;
  std::optional<YearlyDate> birthday;
  std::optional<LeapDay> leap_day;
  std::optional<Mood> mood;
  std::optional<CustomerIndex> referred_by;
  Status status = Status::active;
  std::vector<Contact> contacts;
  std::vector<Event> events;
  std::vector<Extra> extra;
  /// Lines of keys that dates rest on; 0 = not written.
  struct Lines {
    std::uint32_t every = 0, tier = 0, owner = 0, since = 0, birthday = 0, mood = 0, status = 0;
  } lines;
};

}  // namespace care
