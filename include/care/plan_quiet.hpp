#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <care/book_quiet.hpp>

namespace care {

/// Who is quiet on a day, by what the book as a whole says: today's page, and what it counts as
/// left out, would be the same without them (R3, R4, R8, R15, R17).
class QuietDay {
 public:
  QuietDay(const Book& book, Date today);
  [[nodiscard]] bool is_quiet(const QuietFacts& facts) const;

 private:
  /// Whether the follow-up after that last touch stands on the page (R4).
  [[nodiscard]] bool is_due(const Cadence& cadence, Date last) const;
  [[nodiscard]] bool is_anniversary_near(Date since) const;
  /// The latest day of a last touch after which the follow-up stands on the page (R4); nothing
  /// where there is none.
  [[nodiscard]] std::optional<Date> due_since(const Cadence& cadence) const;

  const Book& book_;
  Customer nobody_{};  ///< whose 29 February falls where the policy says
  Date today_;
  std::uint16_t ahead_, behind_;                ///< how near a date is that may be on the page
  std::optional<Date> plans_from_;              ///< who is a customer since then has a plan (R17)
  std::vector<std::optional<Date>> due_since_;  ///< of the policy's cadence, then of each tier's
};

/// Says who is quiet on that day; the book must outlive it.
[[nodiscard]] IsQuiet quiet_on(const Book& book, Date today);

}  // namespace care
