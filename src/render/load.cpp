#include "render/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "render/wording.hpp"

namespace care {
namespace {

constexpr std::size_t days_in_week = 7;

std::size_t place_of(Kind kind) {
  switch (kind) {
    case Kind::emergency:
    case Kind::request: return 0;
    case Kind::promise: return 1;
    case Kind::birthday:
    case Kind::anniversary:
    case Kind::event:
    case Kind::prepare: return 2;
    case Kind::thanks: return 3;
    default: return 4;
  }
}

int total(const std::array<int, load_kinds.size()>& items) {
  return std::accumulate(items.begin(), items.end(), 0);
}

/// `23 Nov to 29 Nov: 3 requests, 12 follow-ups`.
std::string week_words(const WeekLoad& week) {
  std::string words;
  for (std::size_t kind = 0; kind < load_kinds.size(); ++kind) {
    if (week.items[kind] == 0) continue;
    std::string_view name = load_kinds[kind];
    if (week.items[kind] == 1 && name != "thanks") name.remove_suffix(1);
    words += fmt::format("{}{} {}", words.empty() ? "" : ", ", week.items[kind], name);
  }
  return fmt::format("{}: {}", week.days, words.empty() ? "nothing" : words);
}

// In units of the picture.
constexpr int pitch = 12;
constexpr int bar_width = 8;
constexpr int base_line = 84;
constexpr int tallest = 66;
constexpr int height = 102;

std::string column_svg(const std::array<int, load_kinds.size()>& items, int x, int most) {
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

}  // namespace

Load load_of(const Agenda& ahead) {
  const auto days = static_cast<std::size_t>((ahead.to - ahead.from).count() + 1);
  Load load{ahead.from, {}};
  load.days.resize(days);
  for (const Entry& entry : ahead.entries) {
    if (!entry.customer) continue;
    auto& day = load.days[static_cast<std::size_t>((entry.day - ahead.from).count())];
    for (const Item& item : entry.items) {
      if (is_due(item)) ++day[place_of(item.kind)];
    }
  }
  return load;
}

std::vector<WeekLoad> weeks_of(const Load& load) {
  std::vector<WeekLoad> weeks;
  for (std::size_t i = 0; i < load.days.size(); ++i) {
    if (i % days_in_week == 0) {
      const Date first = load.from + std::chrono::days{static_cast<int>(i)};
      const Date last = first + std::chrono::days{days_in_week - 1};
      weeks.push_back({past_day(first, first),
                       fmt::format("{} to {}", past_day(first, first), past_day(last, last)),
                       {}});
    }
    for (std::size_t kind = 0; kind < load_kinds.size(); ++kind) {
      weeks.back().items[kind] += load.days[i][kind];
    }
  }
  return weeks;
}

std::string load_svg(const Load& load) {
  int most = 6;  // so that a quiet month looks like one
  for (const auto& day : load.days) most = std::max(most, total(day));
  const int width = pitch * static_cast<int>(load.days.size());
  std::string description;
  for (const WeekLoad& week : weeks_of(load)) description += week_words(week) + ". ";
  std::string out =
      fmt::format(R"(<svg viewBox="0 0 {} {}" role="img" aria-labelledby="load-title load-words">)"
                  R"(<title id="load-title">What the coming four weeks ask for, day by day</title>)"
                  R"(<desc id="load-words">{}</desc>)",
                  width, height, description);
  for (std::size_t i = 0; i < load.days.size(); ++i) {
    const int x = pitch * static_cast<int>(i) + (pitch - bar_width) / 2;
    if (i % days_in_week == 0) {
      const Date day = load.from + std::chrono::days{static_cast<int>(i)};
      out += fmt::format(R"(<path class="t" d="M{0} {1}v5"/><text class="w" x="{0}" y="{2}">)"
                         R"({3}</text>)",
                         x, base_line, height - 4, short_day(day, day));
    }
    out += column_svg(load.days[i], x, most);
  }
  return out + fmt::format(R"(<path class="t" d="M0 {}h{}"/></svg>)", base_line, width);
}

}  // namespace care
