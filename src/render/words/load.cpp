#include "render/words/load.hpp"

#include <fmt/format.h>

#include <numeric>

#include "render/words/days.hpp"

namespace care {
namespace {

constexpr std::size_t days_in_week = 7;

std::size_t place_of(Kind kind) {
  switch (row_of(kind).group) {
    case Group::asked: return kind == Kind::promise ? 1 : 0;
    case Group::occasion:
    case Group::preparation: return 2;
    default: return kind == Kind::thanks ? 3 : 4;
  }
}

}  // namespace

int total(const LoadCounts& items) { return std::accumulate(items.begin(), items.end(), 0); }

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

std::vector<std::string> count_words(const LoadCounts& items) {
  std::vector<std::string> words;
  for (std::size_t kind = 0; kind < items.size(); ++kind) {
    std::string_view name = load_kinds[kind];
    if (items[kind] == 1 && name != "thanks") name.remove_suffix(1);
    if (items[kind] > 0) words.push_back(fmt::format("{} {}", items[kind], name));
  }
  return words;
}

}  // namespace care
