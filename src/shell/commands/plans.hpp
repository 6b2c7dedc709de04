#pragma once

#include "shell/commands/record.hpp"

namespace care {

/// What of plans the agenda shows on the day of the record, in the order of the page (R17).
[[nodiscard]] std::vector<Item> plans_shown(const RecordContext& context);

/// The name by which a touch does what the item asks for.
[[nodiscard]] Text plan_name(const Item& item);

/// Marks in the touch what was typed behind `--plan`: names of plans, or nothing, which is all that
/// the agenda shows. Throws UsageError.
void do_plans(const RecordContext& context, const ImpliedList& typed, Touch& touch);

}  // namespace care
