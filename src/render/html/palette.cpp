#include "render/html/palette.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

std::string variables(std::string_view Paint::*colour) {
  std::string out = ":root {";
  for (const Paint& each : review_paints) out += fmt::format(" --{}: {};", each.name, each.*colour);
  return out + " }\n";
}

}  // namespace

std::string paint(std::string_view name) {
  const auto* const found = std::ranges::find(review_paints, name, &Paint::name);
  return fmt::format(R"(class="{}" fill="{}")", name, found->day);
}

std::string swatch(std::string_view name) {
  return fmt::format(
      R"(<svg class="key" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">)"
      R"(<rect {} width="10" height="10" rx="2"/></svg> )",
      paint(name));
}

std::string paint_style() {
  std::string out = variables(&Paint::day) + "@media (prefers-color-scheme: dark) { " +
                    variables(&Paint::night) + "}\n@media print { " + variables(&Paint::day) +
                    "}\n";
  for (const Paint& each : review_paints) {
    out += fmt::format(".{0} {{ fill: var(--{0}); }}\n", each.name);
  }
  return out;
}

}  // namespace care
