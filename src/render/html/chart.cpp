#include "render/html/chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "render/words/days.hpp"
#include "render/words/load.hpp"

namespace care {
namespace {

// In units of the picture.
constexpr int pitch = 12;
constexpr int bar_width = 8;
constexpr int base_line = 84;
constexpr int tallest = 66;
constexpr int height = 102;

std::string column_svg(const LoadCounts& items, int x, int most) {
  std::string out;
  double top = base_line;
  for (std::size_t kind = 0; kind < items.size(); ++kind) {
    if (items[kind] == 0) continue;
    const double tall = static_cast<double>(tallest) * items[kind] / most;
    top -= tall;
    out += fmt::format(R"(<rect class="k{}" x="{}" y="{:.2f}" width="{}" height="{:.2f}"/>)", kind,
                       x, top, bar_width, tall);
  }
  if (!out.empty()) {
    out += fmt::format(R"(<text class="n" x="{}" y="{:.2f}">{}</text>)", x + bar_width / 2,
                       top - 2.5, total(items));
  }
  return out;
}

std::string load_svg(const Load& load) {
  int most = 6;  // so that a quiet month looks like one
  for (const auto& day : load.days) most = std::max(most, total(day));
  const int width = pitch * static_cast<int>(load.days.size());
  std::string description;
  for (const WeekLoad& week : weeks_of(load)) {
    const auto counts = count_words(week.items);
    description +=
        fmt::format("{}: {}. ", week.days,
                    counts.empty() ? "nothing" : fmt::to_string(fmt::join(counts, ", ")));
  }
  std::string out =
      fmt::format(R"(<svg viewBox="0 0 {} {}" role="img" aria-labelledby="load-title load-words">)"
                  R"(<title id="load-title">What the coming four weeks ask for, day by day</title>)"
                  R"(<desc id="load-words">{}</desc>)",
                  width, height, description);
  for (std::size_t i = 0; i < load.days.size(); ++i) {
    const int x = pitch * static_cast<int>(i) + (pitch - bar_width) / 2;
    if (i % 7 == 0) {
      const Date day = load.from + std::chrono::days{static_cast<int>(i)};
      out += fmt::format(R"(<path class="t" d="M{0} {1}v5"/><text class="w" x="{0}" y="{2}">)"
                         R"({3}</text>)",
                         x, base_line, height - 4, short_day(day, day));
    }
    out += column_svg(load.days[i], x, most);
  }
  return out + fmt::format(R"(<path class="t" d="M0 {}h{}"/></svg>)", base_line, width);
}

}  // namespace

std::string load_figure(const Agenda& ahead) {
  const Load load = load_of(ahead);
  LoadCounts all{};
  for (const LoadCounts& day : load.days) {
    std::ranges::transform(all, day, all.begin(), std::plus{});
  }
  if (total(all) == 0) return {};
  std::string out =
      "<figure>\n<h2>THE COMING FOUR WEEKS</h2>\n" + load_svg(load) + "\n<figcaption>";
  for (std::size_t kind = 0; kind < all.size(); ++kind) {
    LoadCounts alone{};
    alone[kind] = all[kind];
    for (const std::string& count : count_words(alone)) {
      out += fmt::format("<span><i class=\"k{}\"></i>{}</span> ", kind, count);
    }
  }
  return out + "</figcaption>\n</figure>\n";
}

}  // namespace care
