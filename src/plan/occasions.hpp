#pragma once

#include <care/plan_occasions.hpp>

#include "plan/customer_day.hpp"

namespace care {

/// Where the day itself is this much later than the working day before it, it stands itself.
inline constexpr std::chrono::days furthest_before{7};

/// One occurrence with the span in which it is visible and can be greeted.
struct Occurrence {
  Date day, act, from, to;
};
[[nodiscard]] Occurrence occurrence_on(const CustomerDay& today, const Occasion& occasion,
                                       Date day);

/// The age or years since, on that day; nothing where the year is not known, or has not passed.
[[nodiscard]] std::optional<int> years_at(const Occasion& occasion, Date day);

/// What the customer's touches greeted and what was prepared, to be looked up by name: with many
/// events and many records, no occasion looks through all of them.
class Marks {
 public:
  /// For occurrences that could be seen on `from` or later.
  Marks(const CustomerDay& today, Date from);
  /// The touch that greeted the occurrence, where there is one.
  [[nodiscard]] const Touch* greeting(const Occasion& occasion, const Occurrence& occurrence) const;
  /// The record that the card or gift is prepared, from the year before `occurrence`.
  [[nodiscard]] const Ready* readiness(const Occasion& occasion, Date occurrence) const;

 private:
  /// Whose birthday a touch greeted, or that `name` is that of an event or the anniversary.
  enum class Whose { by_name, contact, own, everyone };
  struct Mark {
    Whose whose;
    std::string name;   ///< of a contact, else as `name_key` has it
    std::size_t touch;  ///< index into `CustomerDay::touches`
  };
  [[nodiscard]] static bool comes_before(const Mark& a, const Mark& b);
  void add(Text greeted, std::size_t touch);
  [[nodiscard]] const Mark* first(Whose whose, std::string name,
                                  const Occurrence& occurrence) const;

  const CustomerDay& today_;
  Date earliest_for_birthdays_;
  std::vector<Mark> marks_;
  struct Readiness {
    std::string name;
    const Ready* ready;
  };
  std::vector<Readiness> readies_;  ///< those that have happened, by event, then day
};

}  // namespace care
