#include "import/labelled_days.hpp"

#include <fmt/format.h>

#include <optional>

#include "import/columns.hpp"

namespace care {

void add_labelled_day(Person& person, std::string_view label, const YearlyDate& date) {
  // Labels are what headings are.
  if (row_of(label).kind != ColumnKind::died) return person.add_event(label, date);
  const auto month = static_cast<unsigned>(date.day.month());
  const auto day = static_cast<unsigned>(date.day.day());
  if (date.year) return person.add_death(make_date(static_cast<int>(*date.year), month, day), {});
  person.add_death(std::nullopt, fmt::format("{:02}-{:02}", month, day));
}

}  // namespace care
