#include <care/text.hpp>
#include <care/text_lines.hpp>
#include "render/layout.hpp"
#include "render/review_lists.hpp"
#include "render/words/review.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

constexpr int bar_cells = 10;

std::string repeated(std::string_view sign, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += sign;
  return text;
}

/// `■■■■■■■···`
std::string bar(Tally tally) {
  const int full = cells_of(tally, bar_cells);
  return repeated("■", full) + repeated("·", bar_cells - full);
}

std::string at_right(std::string_view text, std::size_t width) {
  return std::string(width - std::min(width, display_width(text)), ' ') + std::string{text};
}

// The four factors.

/// How wide the columns of the measures are, and which of them there is room for.
struct MeasureColumns {
  std::size_t factor = 0, name = 0, good = 0, total = 0;
  bool has_bar = true;
};

std::size_t width_of(const MeasureColumns& columns) {
  constexpr std::size_t of = 4;
  constexpr std::size_t rest = column_gap + 5 + column_gap + 4;  // `100 %`, `-100`
  return columns.factor + columns.name + column_gap +
         (columns.has_bar ? bar_cells + column_gap : 0) + columns.good + of + columns.total + rest;
}

MeasureColumns columns_of(const std::vector<FactorWords>& factors, std::size_t width) {
  MeasureColumns columns;
  for (const FactorWords& factor : factors) {
    columns.factor = std::max(columns.factor, display_width(factor.title) + column_gap);
    for (const MeasureWords& measure : factor.measures) {
      columns.name = std::max(columns.name, display_width(measure.name));
      columns.good = std::max(columns.good, fmt::to_string(measure.now.good).size());
      columns.total = std::max(columns.total, fmt::to_string(measure.now.total).size());
    }
  }
  if (width_of(columns) > width) columns.factor = review_margin;  // titles on lines of their own
  if (width_of(columns) > width) columns.has_bar = false;
  if (width_of(columns) > width) columns.name = 0;  // names too
  return columns;
}

void write_measure(const MeasureWords& measure, std::string_view title,
                   const MeasureColumns& columns, Layout& layout) {
  std::vector<Inked> texts{{padded(title, columns.factor), Ink::bold}};
  if (columns.name == 0) {
    layout.paragraph(review_margin, measure.name);
    texts.push_back({std::string(review_margin, ' ')});
  } else {
    texts.push_back({padded(measure.name, columns.name + column_gap)});
  }
  if (columns.has_bar) {
    texts.push_back({bar(measure.now), measure.is_weakest ? Ink::late : Ink::good});
    texts.push_back({std::string(column_gap, ' ')});
  }
  texts.push_back(
      {fmt::format("{} of {}  {} %  ", at_right(fmt::to_string(measure.now.good), columns.good),
                   at_right(fmt::to_string(measure.now.total), columns.total),
                   at_right(fmt::to_string(percent(measure.now)), 3))});
  texts.push_back({at_right(measure.change, 4), measure.ink});
  layout.side_by_side(texts);
}

void write_factors(const std::vector<FactorWords>& factors, Layout& layout) {
  if (factors.empty()) return;
  const MeasureColumns columns = columns_of(factors, layout.width());
  for (const FactorWords& factor : factors) {
    const bool beside = columns.factor > review_margin;
    if (!beside) layout.line(factor.title, Ink::bold);
    std::string_view title = beside ? std::string_view{factor.title} : std::string_view{};
    for (const MeasureWords& measure : factor.measures) {
      write_measure(measure, title, columns, layout);
      title = {};
    }
  }
}

// Loyal or merely satisfied.

std::string_view sign_of(Loyalty state) {
  switch (state) {
    case Loyalty::loyal: return "█";
    case Loyalty::returning: return "▓";
    case Loyalty::recommending: return "▒";
    case Loyalty::newcomer: return "+";
    case Loyalty::satisfied: return "░";
    case Loyalty::silent: return "·";
    default: return "!";
  }
}

/// How many of the columns each state takes: as many as customers, or in proportion.
std::vector<int> shares(const std::vector<StateWords>& states, int columns) {
  int total = 0;
  for (const StateWords& state : states) total += state.now;
  std::vector<int> shares;
  for (const StateWords& state : states) {
    const auto part = static_cast<int>(std::int64_t{state.now} * columns / std::max(total, 1));
    shares.push_back(total <= columns ? state.now : std::max(part, state.now > 0 ? 1 : 0));
  }
  return shares;
}

/// The heading, and one bar of counts beside it, or below it where there is no room.
void write_bar(std::string_view title, const std::vector<StateWords>& states, Layout& layout) {
  constexpr std::size_t widest = 50;
  const std::size_t beside = display_width(title) + column_gap;
  const bool fits = beside + widest <= layout.width();
  const std::size_t room = fits ? widest : layout.width() - review_margin;
  const auto widths = shares(states, static_cast<int>(room - states.size()));
  std::vector<Inked> line{{std::string{title} + std::string(column_gap, ' '), Ink::bold}};
  if (!fits) {
    layout.line(title, Ink::bold);
    line = {{std::string(review_margin, ' ')}};
  }
  for (std::size_t i = 0; i < states.size(); ++i) {
    line.push_back({repeated(sign_of(states[i].state), widths[i]), states[i].ink});
  }
  layout.side_by_side(line);
}

/// Texts side by side, as many as a line has room for.
void write_several(const std::vector<std::string>& texts, Layout& layout) {
  const std::size_t room = layout.width() - review_margin;
  std::string line;
  for (const std::string& text : texts) {
    if (!line.empty() && display_width(line) + column_gap + 1 + display_width(text) > room) {
      layout.paragraph(review_margin, line);
      line.clear();
    }
    line += (line.empty() ? "" : "   ") + text;
  }
  layout.paragraph(review_margin, line);
}

std::vector<std::string> states_words(const std::vector<StateWords>& states) {
  std::vector<std::string> texts;
  for (const StateWords& state : states) {
    if (state.now == 0 && state.before == 0) continue;
    texts.push_back(fmt::format("{} {} {}", sign_of(state.state), state.name, state.now));
    if (state.now != state.before) texts.back() += fmt::format(" (was {})", state.before);
  }
  return texts;
}

/// `is_close`: the moves go on behind the states.
void write_loyalty(const ReviewWords& words, bool is_close, Layout& layout) {
  if (words.states.empty()) return;
  write_bar("LOYAL OR MERELY SATISFIED", words.states, layout);
  std::vector<std::string> texts = states_words(words.states);
  std::string moves;
  for (const Sentence& move : words.moves) moves += (moves.empty() ? "" : "; ") + move.text;
  if (is_close && !moves.empty()) texts.push_back("since then: " + moves);
  write_several(texts, layout);
  if (!is_close && !moves.empty()) layout.paragraph(review_margin, moves);
}

// The owners.

void write_owners(const OwnersWords& owners, Layout& layout) {
  if (owners.rows.empty()) return;
  std::size_t name = display_width("BY OWNER");
  std::vector<std::size_t> widths;
  for (const auto& row : owners.rows)
    name = std::max(name, review_margin + display_width(row.name));
  for (std::size_t i = 0; i < owners.columns.size(); ++i) {
    widths.push_back(display_width(owners.columns[i]));
    for (const auto& row : owners.rows) {
      widths[i] = std::max(widths[i], display_width(row.cells[i]));
    }
  }
  name = std::min(name, layout.width() / 3);
  std::string_view title = "BY OWNER";
  for (std::size_t from = 0, to = 0; from < widths.size(); from = to, title = {}) {
    std::string head = padded(title, name);
    std::size_t used = name;
    while (to < widths.size() && (to == from || used + column_gap + widths[to] <= layout.width())) {
      used += column_gap + widths[to];
      head += std::string(column_gap, ' ') + at_right(owners.columns[to], widths[to]);
      ++to;
    }
    layout.blank_line();
    layout.side_by_side({{head, Ink::bold}});
    for (const auto& row : owners.rows) {
      std::string line = padded(shortened("  " + row.name, name), name);
      bool says = from == 0;  // what runs over names only those whom it is about
      for (std::size_t i = from; i < to; ++i) {
        line += std::string(column_gap, ' ') + at_right(row.cells[i], widths[i]);
        says = says || !row.cells[i].empty();
      }
      if (says) layout.side_by_side({{line}});
    }
  }
}

std::string airy_page(const ReviewWords& words, const Style& style) {
  Layout layout{style};
  layout.spread(words.title, Ink::bold, words.whose);
  layout.line(words.summary);
  if (!words.states.empty()) layout.blank_line();
  write_loyalty(words, false, layout);
  if (!words.factors.empty()) layout.blank_line();
  write_factors(words.factors, layout);
  layout.blank_line();
  for (const Sentence& sentence : words.sentences) {
    layout.paragraph(review_margin, sentence.text, sentence.ink);
  }
  write_owners(words.owners, layout);
  write_lists(words, layout);
  return layout.take();
}

/// The same of one person in fewer lines: none is blank, and one sentence follows the other.
std::string close_page(const ReviewWords& words, const Style& style) {
  Layout layout{style};
  layout.spread(words.title, Ink::bold, words.whose);
  layout.line(words.summary);
  write_loyalty(words, true, layout);
  write_factors(words.factors, layout);
  std::vector<Inked> sentences;
  for (const Sentence& sentence : words.sentences)
    sentences.push_back({sentence.text, sentence.ink});
  layout.flow(0, sentences);
  write_close_lists(words, layout);
  return layout.take();
}

}  // namespace

std::string review_text(const ReviewPage& page, const Style& style) {
  constexpr std::size_t screen = 24;
  const ReviewWords words = words_of(page);
  std::string airy = airy_page(words, style);
  const auto fits = [](std::string_view text) { return line_feeds_in(text) <= screen; };
  if (!words.of_one || fits(airy)) return airy;
  std::string close = close_page(words, style);
  return fits(close) ? close : airy;
}

}  // namespace care
