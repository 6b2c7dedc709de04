#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <care/book_choices.hpp>
#include <care/book_problem.hpp>
#include <care/book_texts.hpp>
#include <care/calendar.hpp>
#include <care/calendar_work.hpp>

namespace care {

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
  friend bool operator==(const Tier&, const Tier&) = default;
};

struct Policy {
  Cadence every{Duration{30, Unit::day}};
  std::vector<Tier> tiers;
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
  int per_day = 10;  ///< 0 = no limit
  Duration wow_every{1, Unit::year};
  WorkCalendar calendar;
  /// Where each key that the book has stands; a key that is not here has its default.
  std::unordered_map<std::string_view, Position> at;
};

struct Staff {
  Position at;
  Text id, name, email;
  std::optional<int> per_day;
  std::vector<DaySpan> away;
  std::optional<StaffIndex> backup;
};

}  // namespace care
