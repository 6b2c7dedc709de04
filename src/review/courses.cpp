#include <fmt/format.h>

#include "review/cases.hpp"

namespace care {

void add_plans(const Past& past, Cases& cases) {
  const Period period = past.view.period;
  for (const PlannedStep& step :
       planned_steps(past.book, past.who, past.view.then, period.from, period.to)) {
    if (past.view.is_later(step.at)) continue;
    const bool is_done = step.done != nullptr && step.done->on.day <= step.act;
    const bool is_gone = step.gone && *step.gone <= step.act &&
                         !(is_done && (step.step > 0 || step.done->on.day < *step.gone));
    if (is_gone) continue;
    cases.add(Measure::plans, step.act, is_done, is_done ? step.done->at : step.at, [&] {
      const std::string which = step.step > 0 ? fmt::format(" step {}", step.step) : "";
      return fmt::format("plan \"{}\"{}, due {}, to do by {}", step.plan, which,
                         spelled_day(step.due), spelled_day(step.act));
    });
  }
}

}  // namespace care
