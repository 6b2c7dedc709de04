#include <fmt/format.h>

#include <algorithm>

#include "plan/customer_day.hpp"

namespace care {
namespace {

constexpr std::size_t most_snoozes = 3;
constexpr std::size_t most_snoozes_strained = 1;
constexpr Duration longest_strained{2, Unit::working_day};

/// The latest day on which they were reached, or were in touch themselves.
std::optional<Date> latest_sign(const CustomerDay& today) {
  const auto latest =
      std::find_if(today.touches.rbegin(), today.touches.rend(),
                   [](const Touch* touch) { return touch->reached || touch->from_them; });
  return latest == today.touches.rend() ? std::nullopt : std::optional{(*latest)->on.day};
}

bool is_too_long(const CustomerDay& today, const CustomerPlan& plan, const Snooze& snooze) {
  return plan.strained && snooze.until > today.calendar().plus(snooze.on.day, longest_strained);
}

}  // namespace

std::vector<const Snooze*> snoozes_in_force(const CustomerDay& today, CustomerPlan& plan) {
  const std::size_t most = plan.strained ? most_snoozes_strained : most_snoozes;
  const auto sign = latest_sign(today);
  std::size_t used = 0;
  std::vector<const Snooze*> active;
  for (const std::uint32_t i : today.book.snoozes.of(today.index)) {
    const Snooze& snooze = today.book.snoozes.all[i];
    if (!today.has_come(snooze.on.day)) break;
    if (today.last != nullptr && snooze.on.day < today.last->on.day) continue;
    if (used == most || is_too_long(today, plan, snooze)) {
      plan.refused_snoozes.push_back(&snooze);
      note(today, "R13", snooze.at, [&] {
        return fmt::format("snooze until {} is not allowed: ignored", spoken(snooze.until));
      });
      continue;
    }
    ++used;
    const bool over = today.has_come(snooze.until) || (sign && *sign > snooze.on.day);
    if (!over) active.push_back(&snooze);
  }
  return active;
}

}  // namespace care
