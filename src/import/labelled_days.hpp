#pragma once

#include <string_view>

#include "import/person.hpp"

namespace care {

/// A day by the label that a program gave it: a birthday, the day on which they died, else an
/// event.
void add_labelled_day(Person& person, std::string_view label, const YearlyDate& date);

}  // namespace care
