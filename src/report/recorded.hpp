#pragma once

#include <algorithm>
#include <optional>

#include <care/book.hpp>

namespace care {

/// The day of a record: `on`, or when it was asked or promised; nothing where it carries none.
template <class Record>
[[nodiscard]] std::optional<When> day_of_record(const Record& record) {
  const auto as_when = [](const auto& day) -> std::optional<When> {
    if constexpr (
        requires { day->time; } || requires { day.time; }) {
      return day;
    } else {
      return day ? std::optional{When{*day, std::nullopt}} : std::nullopt;
    }
  };
  if constexpr (requires { record.asked; }) {
    return as_when(record.asked);
  } else if constexpr (requires { record.made; }) {
    return as_when(record.made);
  } else {
    return as_when(record.on);
  }
}

/// Hands each plan of one customer alone that was written later to `use`, and whose it is.
template <class Use>
void each_later_plan(const Book& book, const Use& use) {
  if (book.later_plans.empty()) return;
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    for (const OwnPlan& own : book.customers[i].plans) {
      if (!own.is_learned) continue;
      const auto plan = std::ranges::lower_bound(book.later_plans, own.at, {}, &Plan::at);
      if (plan != book.later_plans.end() && plan->at == own.at) use(*plan, i);
    }
  }
}

}  // namespace care
