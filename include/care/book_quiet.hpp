#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string_view>
#include <type_traits>

#include <care/book.hpp>
#include <care/book_fields.hpp>

// On most days most customers need nothing, and of most of them a book says little: who they are,
// some dates, and when somebody talked to them. Of those a few facts are enough to say that a day's
// page has nothing of them. Whoever has anything else in a table of theirs is not quiet: then the
// rules have the word.

namespace care {

/// The keys that may stand in the tables of quiet customers although a rule asks for them: their
/// facts say enough of them, or the rule only adds to an entry that is there anyway.
template <class Record>
inline constexpr std::array<std::string_view, 0> keys_of_quiet{};
template <>
inline constexpr std::array keys_of_quiet<Customer>{
    std::string_view{"owner"}, std::string_view{"tier"},  std::string_view{"every"},
    std::string_view{"since"}, std::string_view{"added"}, std::string_view{"birthday"},
    std::string_view{"value"}, std::string_view{"likes"}};
template <>
inline constexpr std::array keys_of_quiet<Contact>{std::string_view{"birthday"}};
template <>
inline constexpr std::array keys_of_quiet<Event>{std::string_view{"what"},
                                                 std::string_view{"date"}};
template <>
inline constexpr std::array keys_of_quiet<Touch>{
    std::string_view{"from"}, std::string_view{"heard"}, std::string_view{"thanked"},
    std::string_view{"mood"}};

/// Whether a key with this row may stand in a table of a quiet customer: no rule asks for it, or it
/// is one of those above. What belongs to the customer (a contact, a request) always asks.
template <class Record, class Row>
[[nodiscard]] constexpr bool is_key_of_quiet(const Row& row) {
  using Takes = std::remove_cvref_t<decltype(row.takes)>;
  if (std::same_as<Takes, takes::Contact> || std::same_as<Takes, takes::Request> ||
      std::same_as<Takes, takes::Promise> || std::same_as<Takes, takes::Event>) {
    return false;
  }
  return row.rule.empty() ||
         std::ranges::find(keys_of_quiet<Record>, row.name) != keys_of_quiet<Record>.end();
}

/// What the rules need to know of a customer whose tables have such keys alone.
struct QuietFacts {
  static constexpr Date no_day = Date::min();
  static constexpr std::uint32_t no_tier = std::numeric_limits<std::uint32_t>::max();
  static constexpr std::uint16_t far = std::numeric_limits<std::uint16_t>::max();

  Date last = no_day;               ///< the latest touch
  Date since = no_day;              ///< as their table says
  std::optional<Duration> every;    ///< likewise
  std::uint32_t tier = no_tier;     ///< likewise
  std::uint16_t ahead = far;        ///< days to the next birthday or event of theirs
  std::uint16_t behind = far;       ///< days from the latest
  std::uint16_t since_ahead = far;  ///< days to the next anniversary of `since`
  bool is_busy = false;             ///< not quiet, whatever else is known
};
/// Days from the latest of a date that returns each year, by those to the next.
[[nodiscard]] constexpr int days_behind(int ahead) {
  constexpr int year = 365;
  return ahead == 0 ? 0 : year - ahead;
}
/// Says of somebody's facts whether that is so.
using IsQuiet = std::function<bool(const QuietFacts& facts)>;

/// Puts what a customer's tables say into facts, as of a day.
class QuietDates {
 public:
  explicit QuietDates(Date today);
  [[nodiscard]] Date today() const { return today_; }

  /// All of them; without the tier, which may not be known yet.
  [[nodiscard]] QuietFacts facts(const Customer& customer) const;

  void add_since(QuietFacts& facts, std::chrono::year_month_day since) const;
  static void add_every(QuietFacts& facts, const Cadence& every);
  /// A date that returns each year.
  void add_yearly(QuietFacts& facts, std::chrono::month_day day) const;
  /// One that `care check` would wonder about makes them busy.
  void add_birthday(QuietFacts& facts, const YearlyDate& birthday) const;

  /// Whether a touch in which they were reached says no more than that it was before today.
  [[nodiscard]] bool is_quiet(Date on, std::optional<Mood> mood) const {
    return on < today_ && mood != Mood::strained;
  }

 private:
  /// Days to the next of a date that returns each year.
  [[nodiscard]] int days_ahead(std::chrono::month_day day) const;

  Date today_;
  int this_year_;
  int place_;  ///< of today in a common year
};

}  // namespace care
