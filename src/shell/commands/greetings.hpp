#pragma once

#include "shell/commands/record.hpp"

namespace care {

/// Occasions that can be greeted on the day of the record, in the order of the page.
[[nodiscard]] std::vector<Item> greetable(const RecordContext& context);

/// How somebody names them: `birthday of Joe Tran, today`, `opening day, Fri 27 Nov`.
[[nodiscard]] std::string listed_with_days(const std::vector<Item>& occasions, Date today);

/// Marks in the touch what was typed behind `--greeted`: names and words of occasions, lists of
/// them, `all`, or nothing, which is all that is visible. Throws UsageError.
void greet(const RecordContext& context, const ImpliedList& greeted, Touch& touch);

}  // namespace care
