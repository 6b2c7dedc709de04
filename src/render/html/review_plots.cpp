#include "render/html/review_plots.hpp"
#include "render/html/markup.hpp"
#include "render/html/palette.hpp"
#include "render/words/people.hpp"
#include "render/words/periods.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace care {
namespace {

/// A picture of bars that takes the width it is given; its text stands beside it.
std::string bars(std::string_view id, std::string_view title, int width, int height,
                 std::string_view shapes) {
  return fmt::format(
      R"(<svg class="bars" viewBox="0 0 {0} {1}" width="100%" height="{1}" )"
      R"(preserveAspectRatio="none" role="img" aria-labelledby="{2}"><title id="{2}">{3}</title>)"
      R"({4}</svg>)",
      width, height, id, html_text(title), shapes);
}

std::string rect(std::string_view name, double x, double y, double width, double height) {
  return fmt::format(R"(<rect {} x="{:.2f}" y="{:.2f}" width="{:.2f}" height="{:.2f}"/>)",
                     paint(name), x, y, width, height);
}

/// What is not full; it says nothing that the bar does not.
std::string track(int width, double y, double height) {
  return fmt::format(R"(<rect class="track" fill="#e3e0d8" x="0" y="{}" width="{}" height="{}"/>)",
                     y, width, height);
}

constexpr int full = 100;

double part_of(Tally tally) { return static_cast<double>(full) * tally.good / tally.total; }

// Contacts a week, in units of the picture.
constexpr int week_pitch = 12;
constexpr int column = 9;
constexpr int weeks_base = 102;
constexpr int tallest_week = 78;
constexpr int picture_height = 122;
constexpr std::size_t most_colours = 8;

int total_of(const WeekOfContacts& week) {
  return std::accumulate(week.owners.begin(), week.owners.end(), 0);
}

/// Those who had a contact, in the book's order; the last colour is for all for whom none is left.
struct Shares {
  std::vector<std::string> names;
  std::vector<std::size_t> colour;  ///< by place in a week's owners
};

Shares shares_of(const Review& review) {
  const Book& book = *review.book;
  Shares shares;
  if (review.weeks.empty()) return shares;
  const std::size_t places = review.weeks.front().owners.size();
  const auto is_shown = [&](std::size_t place) {
    return std::ranges::any_of(review.weeks, [&](const WeekOfContacts& week) {
      return place < week.owners.size() && week.owners[place] > 0;
    });
  };
  std::size_t shown = 0;
  for (std::size_t place = 0; place < places; ++place) shown += is_shown(place) ? 1 : 0;
  for (std::size_t place = 0; place < places; ++place) {
    const bool has_colour = shown <= most_colours || shares.names.size() + 1 < most_colours;
    if (is_shown(place) && has_colour) {
      shares.names.push_back(place < book.staff.size()
                                 ? staff_words(book, static_cast<StaffIndex>(place))
                                 : "nobody's");
    } else if (is_shown(place) && shares.names.size() < most_colours) {
      shares.names.emplace_back("others");
    }
    shares.colour.push_back(shares.names.empty() ? 0 : shares.names.size() - 1);
  }
  return shares;
}

std::string column_svg(const WeekOfContacts& week, const Shares& shares, int x, int most) {
  std::string out;
  double top = weeks_base;
  for (std::size_t place = 0; place < week.owners.size(); ++place) {
    if (week.owners[place] <= 0) continue;
    const double tall = static_cast<double>(tallest_week) * week.owners[place] / most;
    top -= tall;
    out += rect(fmt::format("o{}", shares.colour[place]), x, top, column, tall);
  }
  return out;
}

/// `Dec`, where a month begins in that week; every third stands out, for there is less room on a
/// phone.
std::string month_svg(Date monday, int x) {
  const Date sunday = monday + std::chrono::days{6};
  const auto last = civil(sunday);
  if (static_cast<unsigned>(last.day()) > 7) return {};
  const bool is_third = static_cast<unsigned>(last.month()) % 3 == 0;
  return fmt::format(R"(<path class="t" stroke="#e3e0d8" d="M{0} {1}v5"/>)"
                     R"(<text {4} font-size="15" fill="#646a73" x="{0}" y="{2}">{3}</text>)",
                     x, weeks_base, picture_height - 5, short_name(month_name(last.month())),
                     is_third ? R"(class="third")" : R"(class="other")");
}

/// What the picture shows, in words: the whole of each, the fullest week.
std::string weeks_words(const Review& review, const Shares& shares) {
  std::vector<int> sums(shares.names.size());
  const WeekOfContacts* fullest = &review.weeks.front();
  for (const WeekOfContacts& week : review.weeks) {
    if (total_of(week) > total_of(*fullest)) fullest = &week;
    for (std::size_t place = 0; place < week.owners.size(); ++place) {
      sums[shares.colour[place]] += week.owners[place];
    }
  }
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    parts.push_back(fmt::format("{} {}", shares.names[i], sums[i]));
  }
  return fmt::format("In the year: {}. Most in the week of {}: {}.", fmt::join(parts, ", "),
                     past_day(fullest->monday, review.period.to), total_of(*fullest));
}

}  // namespace

std::string measure_svg(const MeasureWords& measure) {
  constexpr int height = 13;
  std::string title = fmt::format("{}: {}", measure.name, tally_words(measure.now));
  std::string shapes = track(full, 0, 8) + rect("now", 0, 0, part_of(measure.now), 8);
  if (measure.before.total > 0) {
    title += ", before " + tally_words(measure.before);
    shapes += rect("before", 0, 9.5, part_of(measure.before), 3.5);
  }
  return bars(fmt::format("m{}", static_cast<int>(measure.measure)), title, full, height, shapes);
}

int total_of(const std::vector<StateWords>& states, bool before) {
  int total = 0;
  for (const StateWords& state : states) total += before ? state.before : state.now;
  return total;
}

std::string states_svg(const std::vector<StateWords>& states, bool before, std::string_view when) {
  constexpr int width = 600;
  constexpr int height = 18;
  const auto count = [&](const StateWords& state) { return before ? state.before : state.now; };
  // Both bars on one scale, so that a house that grew looks like one.
  const int most = std::max(total_of(states, false), total_of(states, true));
  std::string shapes;
  std::vector<std::string> words;
  double x = 0;
  for (const StateWords& state : states) {
    if (count(state) == 0) continue;
    const double wide = static_cast<double>(width) * count(state) / most;
    // A gap parts what colour alone would.
    shapes += rect(word(state.state), x, 0, std::max(wide - 2, 1.0), height);
    x += wide;
    words.push_back(fmt::format("{} {}", state.name, count(state)));
  }
  return bars(before ? "states-before" : "states-now",
              fmt::format("{}: {}", when,
                          words.empty() ? "nobody" : fmt::to_string(fmt::join(words, "; "))),
              width, height, shapes);
}

std::string load_svg(const LoadWords& load, double most) {
  constexpr int height = 13;
  const auto wide = [&](double value) { return most > 0 ? full * value / most : 0; };
  const std::string shapes = track(full, 0, 13) +
                             rect("before", 0, 9.5, wide(load.load.asked), 3.5) +
                             rect("now", 0, 0, wide(load.load.done), 8);
  return bars(load.id,
              fmt::format("{}: {} in 30 days, asked for {}", load.name,
                          contacts_words(load.load.done), amount_words(load.load.asked)),
              full, height, shapes);
}

std::string weeks_figure(const Review& review) {
  int most = 0;
  for (const WeekOfContacts& week : review.weeks) most = std::max(most, total_of(week));
  if (most == 0) return {};
  const Shares shares = shares_of(review);
  const int width = week_pitch * static_cast<int>(review.weeks.size());
  std::string out = fmt::format(
      R"(<figure style="margin:0"><svg viewBox="0 0 {0} {1}" width="100%" role="img" )"
      R"(aria-labelledby="weeks-title weeks-words"><title id="weeks-title">Contacts a week over the )"
      R"(last year{5}</title><desc id="weeks-words">{2}</desc>)"
      R"(<path class="t" stroke="#e3e0d8" d="M0 {3}h{0}"/>)"
      R"(<text class="third" font-size="15" fill="#646a73" x="0" y="17">{4} in a week</text>)",
      width, picture_height, html_text(weeks_words(review, shares)), weeks_base - tallest_week,
      most, shares.names.size() > 1 ? ", by owner" : "");
  int x = (week_pitch - column) / 2;
  for (const WeekOfContacts& week : review.weeks) {
    out += month_svg(week.monday, x) + column_svg(week, shares, x, most);
    x += week_pitch;
  }
  out += fmt::format(R"(<path class="t" stroke="#e3e0d8" d="M0 {}h{}"/></svg>)", weeks_base, width);
  if (shares.names.size() < 2) return out + "</figure>\n";
  out += "\n<figcaption>";
  for (std::size_t i = 0; i < shares.names.size(); ++i) {
    out += fmt::format("<span>{}{}</span> ", swatch(fmt::format("o{}", i)),
                       html_text(shares.names[i]));
  }
  return out + "</figcaption></figure>\n";
}

}  // namespace care
