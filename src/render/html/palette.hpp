#pragma once

#include <array>
#include <string>
#include <string_view>

#include <care/review.hpp>

namespace care {

/// A colour of a shape by its class: by day, on paper and in mails, and by night. Each stands out
/// from the page by 3:1 at least (WCAG 2.2, 1.4.11).
struct Paint {
  std::string_view name, day, night;
};

/// The period and the one before it, the states of customers, then the owners in their order.
inline constexpr std::array<Paint, 17> review_paints{{{"now", "#2f6f9f", "#6fb0e0"},
                                                      {"before", "#7f8d99", "#76838f"},
                                                      {"strained", "#b3261e", "#ef6f62"},
                                                      {"loyal", "#1f6b45", "#58b886"},
                                                      {"new", "#3f6fb5", "#8fb2ea"},
                                                      {"silent", "#b26a12", "#e0a54c"},
                                                      {"returning", "#3f8f63", "#8fd0a8"},
                                                      {"recommending", "#2a8a94", "#62c3cc"},
                                                      {"satisfied", "#87826f", "#8d897c"},
                                                      {"o0", "#2f6f9f", "#6fb0e0"},
                                                      {"o1", "#b26a12", "#e0a54c"},
                                                      {"o2", "#3f8f63", "#8fd0a8"},
                                                      {"o3", "#8a5ca8", "#bd96dc"},
                                                      {"o4", "#a8475d", "#e88a9e"},
                                                      {"o5", "#2a8a94", "#62c3cc"},
                                                      {"o6", "#7a7a2e", "#c3c268"},
                                                      {"o7", "#87826f", "#8d897c"}}};

/// `class="now" fill="#2f6f9f"`: the colour also where style sheets are dropped.
[[nodiscard]] std::string paint(std::string_view name);
/// A spot of that colour for a legend.
[[nodiscard]] std::string swatch(std::string_view name);
/// The style of all of them.
[[nodiscard]] std::string paint_style();

}  // namespace care
