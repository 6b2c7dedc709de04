#pragma once

#include <cstdint>
#include <optional>
#include <tuple>

#include <care/book.hpp>
#include <care/calendar.hpp>
#include <care/plan_kinds.hpp>

namespace care {

/// Why an item does not stand on the page: a reason that R15 counts; `later`, where it is not time
/// yet; or `former`, for what is open of a former customer.
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
  When due;  ///< the day or moment, by its rule
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

/// Whether it asks for something today: it is not coming (class 8).
[[nodiscard]] bool is_due(const Item& item);

/// The order of R10; ties are broken down to the place in the book, so it is total.
[[nodiscard]] bool comes_before(const Item& a, const Item& b);

/// What makes an item the same on another day (R16): customer, kind and its record.
using Identity = std::tuple<CustomerIndex, Kind, std::uint32_t, Date, bool>;
[[nodiscard]] Identity identity(const Item& item);

}  // namespace care
