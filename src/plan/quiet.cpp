#include <care/plan_quiet.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include <care/plan_past.hpp>

#include "plan/occasions.hpp"

namespace care {
namespace {

using std::chrono::days;

/// Dates return a day sooner or later where a 29 February lies between, or is one of them.
constexpr int leap_days = 2;

/// Whether the end of a February lies between.
bool is_leap_day_near(Date from, Date to) {
  const auto year = civil(from).year();
  const auto has = [&](std::chrono::year in) {
    const Date first{in / std::chrono::February / 28};
    return first <= to && first + days{2} >= from;
  };
  return has(year) || has(year + std::chrono::years{1});
}

std::uint16_t near(int most, int spare) {
  return static_cast<std::uint16_t>(std::clamp(most + spare, 0, int{QuietFacts::far} - 1));
}

/// See quiet_until.
class QuietDays {
 public:
  QuietDays(const Book& book, Date today, Date last);
  [[nodiscard]] bool is_quiet(const QuietFacts& facts) const;

 private:
  /// Whether the follow-up after that last touch stands on a page (R4).
  [[nodiscard]] bool is_due(const Cadence& cadence, Date last) const;
  [[nodiscard]] bool is_anniversary_near(const QuietFacts& facts) const;
  /// The latest day of a last touch after which the follow-up stands on a page (R4); nothing
  /// where there is none.
  [[nodiscard]] std::optional<Date> due_since(const Cadence& cadence) const;

  const Book& book_;
  Customer nobody_{};  ///< whose 29 February falls where the policy says
  Date today_, last_;
  std::uint16_t ahead_ = 0, behind_ = 0;        ///< how near a date is that may be on a page
  std::optional<Date> plans_from_;              ///< who is a customer since then has a plan (R17)
  std::vector<std::optional<Date>> due_since_;  ///< of the policy's cadence, then of each tier's
};

QuietDays::QuietDays(const Book& book, Date today, Date last)
    : book_{book}, today_{today}, last_{last} {
  const days ahead = last - today + std::max(longest(book.policy.heads_up), furthest_before);
  const days behind = longest(book.policy.belated);
  const int spare =
      is_leap_day_near(today - behind - days{leap_days}, today + ahead + days{leap_days})
          ? leap_days
          : 0;
  ahead_ = near(static_cast<int>(ahead.count()), spare);
  behind_ = near(static_cast<int>(behind.count()), spare);
  for (const Plan& plan : book.plans) {
    if (plan.starts != PlanStart::new_customer) continue;
    const Date from = std::max(plan.from, book.started.value_or(plan.from));
    plans_from_ = std::min(from, plans_from_.value_or(from));
  }
  due_since_.push_back(due_since(book.policy.every));
  for (const Tier& tier : book.policy.tiers) due_since_.push_back(due_since(tier.every));
}

bool QuietDays::is_due(const Cadence& cadence, Date last) const {
  const auto found = follow_up_days(book_.policy, cadence, LastContact{last});
  return found && found->act <= last_;
}

std::optional<Date> QuietDays::due_since(const Cadence& cadence) const {
  if (!cadence.period) return std::nullopt;
  // The later the last touch, the later the follow-up.
  Date due = today_ - longest(*cadence.period) - days{800};
  Date not_due = today_ + days{1};
  if (!is_due(cadence, due)) return today_;  // nobody is quiet of whom that is not known
  while (not_due - due > days{1}) {
    const Date middle = due + (not_due - due) / 2;
    (is_due(cadence, middle) ? due : not_due) = middle;
  }
  return due;
}

/// Whether an anniversary of theirs may be on a page (R3).
bool QuietDays::is_anniversary_near(const QuietFacts& facts) const {
  if (book_.policy.anniversaries == Anniversaries::none) return false;
  if (facts.since_ahead > ahead_ && days_behind(facts.since_ahead) > behind_) return false;
  const auto date = civil(facts.since);
  const Occasion anniversary{.kind = Kind::anniversary,
                             .date = {date.year(), date.month() / date.day()}};
  const Date first = today_ - days{behind_};
  const Date last = today_ + days{ahead_};
  for (auto year = civil(first).year(); year <= civil(last).year(); ++year) {
    const auto day = occurrence_in(book_, nobody_, anniversary, year);
    if (day && *day >= first && *day <= last) return true;
  }
  return false;
}

bool QuietDays::is_quiet(const QuietFacts& facts) const {
  if (facts.is_busy || facts.last == QuietFacts::no_day) return false;
  if (facts.ahead <= ahead_ || facts.behind <= behind_) return false;
  if (facts.since != QuietFacts::no_day) {
    if (plans_from_ && facts.since >= *plans_from_) return false;
    if (is_anniversary_near(facts)) return false;
  }
  if (facts.every) return !is_due({facts.every}, facts.last);
  const auto due = due_since_[facts.tier == QuietFacts::no_tier ? 0 : facts.tier + 1];
  return !due || facts.last > *due;
}

}  // namespace

IsQuiet quiet_until(const Book& book, Date today, Date last) {
  return [days = QuietDays{book, today, last}](const QuietFacts& facts) {
    return days.is_quiet(facts);
  };
}

}  // namespace care
