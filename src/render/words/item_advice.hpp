#pragma once

#include <string>
#include <string_view>

#include <care/plan.hpp>

namespace care {

/// How it stands with an item, and what to do about it: `offer refused`, `find another`. Both are
/// empty where there is nothing to mind. It is made here and nowhere else, so that all formats say
/// the same (R4, R5, R7).
struct ItemAdvice {
  std::string state;
  std::string advice;
};
[[nodiscard]] ItemAdvice advice_on(const Item& item);
[[nodiscard]] ItemAdvice strained_advice();
[[nodiscard]] ItemAdvice late_advice(const FollowUp& follow_up);
/// What is to be minded of a customer before all else: that they are not to be contacted; nothing
/// of most.
[[nodiscard]] std::string_view caution_of(const Customer& customer);
/// `offer refused: find another`.
[[nodiscard]] std::string phrase(const ItemAdvice& advice);

}  // namespace care
