#include "shell/commands/record_context.hpp"

#include <fmt/format.h>

#include "shell/command_line/usage.hpp"
#include "shell/commands/lookup.hpp"

namespace care {

std::string RecordContext::id() const { return shown(customer().id); }

Text RecordContext::keep(std::string_view typed) const {
  return typed.empty() ? Text{} : book.texts->keep(typed);
}

CustomerPlan RecordContext::plan() const {
  const Moment as_of = on.time                 ? on.moment()
                       : on.day == day_of(now) ? now
                                               : book.policy.calendar.opening(on.day);
  return plan_customer(book, who, as_of);
}

void refuse_former(const RecordContext& context, std::string_view what) {
  if (context.customer().status != Status::former) return;
  throw UsageError{
      fmt::format("{0} is a former customer, so nobody would see the {1}; set the status to "
                  "\"active\" first: care edit {0}",
                  context.id(), what)};
}

std::optional<Date> due_typed(const RecordContext& context, std::string_view due) {
  if (due.empty()) return std::nullopt;
  const Date day = day_typed(context.book, context.now, "--due", due, Lean::future);
  if (day >= context.on.day) return day;
  throw UsageError{
      fmt::format("--due {} is before {}, when it began", iso(day), iso(context.on.day))};
}

}  // namespace care
