#include "render/html/load.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>

namespace care {
namespace {

constexpr int days_in_week = 7;
// In units of the picture.
constexpr int pitch = 12;
constexpr int bar_width = 8;
constexpr int base_line = 84;
constexpr int tallest = 66;
constexpr int load_height = 102;

std::size_t place_of(Kind kind) {
  switch (row_of(kind).group) {
    case Group::asked: return kind == Kind::promise ? 1 : 0;
    case Group::occasion:
    case Group::preparation: return 2;
    default: return kind == Kind::thanks ? 3 : 4;
  }
}

int total(const LoadCounts& items) { return std::accumulate(items.begin(), items.end(), 0); }

/// `3 requests`, `1 follow-up`, for each kind that there is.
std::vector<std::string> count_words(const LoadCounts& items) {
  std::vector<std::string> words;
  for (std::size_t kind = 0; kind < items.size(); ++kind) {
    std::string_view one = load_kinds[kind];
    if (one != "thanks") one.remove_suffix(1);
    if (items[kind] > 0) words.push_back(counted(items[kind], one, load_kinds[kind]));
  }
  return words;
}

/// `23 Nov to 29 Nov: 1 request, 2 follow-ups. 30 Nov …`.
std::string weeks_words(const DueAhead& ahead, const std::vector<LoadCounts>& days) {
  std::string words;
  Date first = ahead.from;
  for (const LoadCounts& week : weeks_of(days)) {
    const Date last = first + std::chrono::days{days_in_week - 1};
    const auto counts = count_words(week);
    words += fmt::format("{} to {}: {}. ", past_day(first, first), past_day(last, last),
                         counts.empty() ? "nothing" : fmt::to_string(fmt::join(counts, ", ")));
    first = last + std::chrono::days{1};
  }
  return words;
}

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
  if (out.empty()) return out;
  return out + fmt::format(R"(<text class="n" x="{}" y="{:.2f}">{}</text>)", x + bar_width / 2,
                           top - 2.5, total(items));
}

std::string load_svg(const DueAhead& ahead, const std::vector<LoadCounts>& days) {
  int most = 6;  // so that a quiet month looks like one
  for (const LoadCounts& day : days) most = std::max(most, total(day));
  const int width = pitch * static_cast<int>(days.size());
  std::string out =
      fmt::format(R"(<svg viewBox="0 0 {} {}" role="img" aria-labelledby="load-title load-words">)"
                  R"(<title id="load-title">What the coming four weeks ask for, day by day</title>)"
                  R"(<desc id="load-words">{}</desc>)",
                  width, load_height, weeks_words(ahead, days));
  for (int i = 0; i < static_cast<int>(days.size()); ++i) {
    const int x = pitch * i + (pitch - bar_width) / 2;
    if (i % days_in_week == 0) {
      const Date day = ahead.from + std::chrono::days{i};
      out += fmt::format(R"(<path class="t" d="M{0} {1}v5"/><text class="w" x="{0}" y="{2}">)"
                         R"({3}</text>)",
                         x, base_line, load_height - 4, short_day(day, day));
    }
    out += column_svg(days[static_cast<std::size_t>(i)], x, most);
  }
  return out + fmt::format(R"(<path class="t" d="M0 {}h{}"/></svg>)", base_line, width);
}

void add(const LoadCounts& items, LoadCounts& sum) {
  std::ranges::transform(sum, items, sum.begin(), std::plus{});
}

}  // namespace

std::vector<LoadCounts> load_of(const DueAhead& ahead) {
  std::vector<LoadCounts> days(ahead.days.size());
  for (std::size_t i = 0; i < days.size(); ++i) {
    for (const auto& [kind, count] : ahead.days[i]) days[i][place_of(kind)] += count;
  }
  return days;
}

std::vector<LoadCounts> weeks_of(const std::vector<LoadCounts>& days) {
  std::vector<LoadCounts> weeks((days.size() + days_in_week - 1) / days_in_week);
  for (std::size_t i = 0; i < days.size(); ++i) add(days[i], weeks[i / days_in_week]);
  return weeks;
}

std::string load_figure(const DueAhead& ahead) {
  const std::vector<LoadCounts> days = load_of(ahead);
  LoadCounts all{};
  for (const LoadCounts& day : days) add(day, all);
  if (total(all) == 0) return {};
  std::string out =
      "<figure>\n<h2>THE COMING FOUR WEEKS</h2>\n" + load_svg(ahead, days) + "\n<figcaption>";
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
