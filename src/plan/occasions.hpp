#pragma once

#include <string>

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

/// No longer than `duration` ever gets; working days may skip long holidays.
[[nodiscard]] std::chrono::days longest(Duration duration);

/// `birthday of Joe Tran`, `"Opening day"`.
[[nodiscard]] std::string name_of(const Occasion& occasion);

/// An item of the occasion's.
[[nodiscard]] Item item_of(const CustomerDay& today, Kind kind, const Occasion& occasion,
                           Date occurrence, State when, Date due, Date act);

/// The touch that greeted the occurrence, where there is one.
[[nodiscard]] const Touch* greeting(const CustomerDay& today, const Occasion& occasion,
                                    const Occurrence& occurrence);

/// The card or gift for the occurrence, while it is time to prepare it.
void plan_preparation(const CustomerDay& today, const Occasion& occasion, Date occurrence,
                      CustomerPlan& plan);

}  // namespace care
