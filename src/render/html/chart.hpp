#pragma once

#include <string>

#include <care/agenda.hpp>

namespace care {

/// The load of the coming weeks as a figure: an inline SVG with a column a day, stacked by kind in
/// the classes `k0` to `k4`, its numbers as a description for those who cannot see it, and a
/// legend. Nothing where nothing is due.
[[nodiscard]] std::string load_figure(const Agenda& ahead);

}  // namespace care
