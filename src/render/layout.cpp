#include "render/layout.hpp"
#include <care/text.hpp>
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

constexpr std::size_t widest_page = 100;
constexpr std::size_t narrowest = 24;
constexpr std::size_t narrow_page = 60;
constexpr std::size_t mark_column = 2;
constexpr std::size_t narrowest_id = 11;
constexpr std::size_t widest_id_column = 18;
constexpr std::size_t label_column = 11;
constexpr std::size_t remark_column = 8;

/// Amber and green of the 256 colours can be read on white and on black alike; the plain yellow and
/// green of many terminals cannot be on white.
std::string_view escape_of(Ink ink) {
  switch (ink) {
    case Ink::bold: return "\x1b[1m";
    case Ink::dim: return "\x1b[2m";
    case Ink::alarm: return "\x1b[1;31m";
    case Ink::late: return "\x1b[38;5;130m";
    case Ink::good: return "\x1b[38;5;28m";
    case Ink::plain: break;
  }
  return "";
}

}  // namespace

Layout::Layout(const Style& style, std::size_t widest_id)
    : color_(style.color),
      width_(std::clamp(style.width, narrowest, widest_page)),
      indent_(mark_column + column_gap +
              (width_ < narrow_page ? 0 : std::clamp(widest_id, narrowest_id, widest_id_column))) {}

void Layout::append(std::string_view text, Ink ink) {
  if (!color_ || ink == Ink::plain || text.empty()) {
    out_ += text;
    return;
  }
  out_ += escape_of(ink);
  out_ += text;
  out_ += "\x1b[0m";
}

void Layout::end_line() {
  while (out_.ends_with(' ')) out_.pop_back();
  out_ += '\n';
}

void Layout::blank_line() { out_ += '\n'; }

void Layout::line(std::string_view text, Ink ink) {
  for (const std::string& part : wrapped(text, width_)) {
    append(part, ink);
    end_line();
  }
}

void Layout::paragraph(std::size_t indent, std::string_view text, Ink ink) {
  out_.append(indent, ' ');
  lines_at(indent, wrapped(text, width_ - indent), ink, {}, Ink::plain);
}

void Layout::flow(std::size_t indent, const std::vector<Inked>& texts) {
  if (texts.empty()) return;
  std::string all;
  for (const Inked& one : texts) all += (all.empty() ? "" : " ") + one.text;
  std::size_t text = 0;  // in which a line begins, and what is left of it
  std::size_t left = texts[0].text.size();
  for (std::string_view line : wrapped(all, width_ - indent)) {
    out_.append(indent, ' ');
    for (; left < line.size() && text + 1 < texts.size(); left = texts[++text].text.size()) {
      append(line.substr(0, left), texts[text].ink);
      line.remove_prefix(left);
      if (line.starts_with(' ')) {
        out_ += ' ';
        line.remove_prefix(1);
      }
    }
    append(line, texts[text].ink);
    // The line was broken at a blank.
    left -= std::min(left, line.size() + 1);
    if (left == 0 && text + 1 < texts.size()) left = texts[++text].text.size();
    end_line();
  }
}

void Layout::side_by_side(const std::vector<Inked>& texts) {
  for (const auto& [text, ink] : texts) append(text, ink);
  end_line();
}

void Layout::spread(std::string_view left, Ink left_ink, std::string_view right) {
  const std::size_t used = display_width(left);
  const std::size_t beside = display_width(right);
  if (right.empty() || used + column_gap + beside > width_) {
    line(left, left_ink);
    if (!right.empty()) line(right);
    return;
  }
  append(left, left_ink);
  out_.append(width_ - used - beside, ' ');
  out_ += right;
  end_line();
}

void Layout::lines_at(std::size_t start, const std::vector<std::string>& parts, Ink ink,
                      std::string_view right, Ink right_ink) {
  const std::size_t beside = display_width(right);
  bool placed = beside == 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out_.append(start, ' ');
    append(parts[i], ink);
    const std::size_t used = start + display_width(parts[i]);
    if (!placed && used + column_gap + beside <= width_) {
      out_.append(width_ - used - beside, ' ');
      append(right, right_ink);
      placed = true;
    }
    end_line();
  }
  if (placed) return;
  for (const std::string& part : wrapped(right, width_)) {
    out_.append(width_ - std::min(width_, display_width(part)), ' ');
    append(part, right_ink);
    end_line();
  }
}

void Layout::head(bool marked, std::string_view id, std::string_view who, std::string_view right) {
  append(marked ? "!" : " ", marked ? Ink::alarm : Ink::plain);
  out_ += ' ';
  append(id, Ink::bold);
  std::size_t at = mark_column + display_width(id);
  if (at + column_gap > indent_) {
    // An id wider than its column takes a line of its own.
    end_line();
    at = 0;
  }
  out_.append(indent_ - at, ' ');
  // The name makes room, so that the phone keeps its place; but not where little would be left.
  constexpr std::size_t least = 16;
  const std::size_t room = width_ - indent_;
  const std::size_t beside = right.empty() ? 0 : display_width(right) + column_gap;
  lines_at(indent_, wrapped(who, room >= beside + least ? room - beside : room), Ink::bold, right,
           Ink::plain);
}

void Layout::labelled(std::string_view label, std::size_t column, Ink ink, std::string_view text) {
  out_.append(indent_, ' ');
  append(label, ink);
  const std::size_t used = display_width(label);
  if (width_ < narrow_page) {
    // No room for a column of labels: the text begins on the label's line.
    std::vector<std::string> parts =
        wrapped(fmt::format("{} {}", std::string(used, '_'), text), width_ - indent_);
    parts.front().erase(0, used);
    lines_at(indent_, parts, Ink::plain, {}, Ink::plain);
    return;
  }
  column = std::max(column, used + 1);
  out_.append(column - used, ' ');
  lines_at(indent_ + column, wrapped(text, width_ - indent_ - column), Ink::plain, {}, Ink::plain);
}

void Layout::item(std::string_view label, Ink ink, std::string_view text) {
  labelled(label, label_column, ink, text);
}

void Layout::remark(std::string_view label, std::string_view text) {
  if (!text.empty()) labelled(label, remark_column, Ink::dim, text);
}

void Layout::reason(std::string_view rule, std::string_view text, std::string_view position) {
  constexpr std::size_t rule_column = 5;
  append(rule, Ink::bold);
  out_.append(rule_column - std::min(rule_column - 1, rule.size()), ' ');
  std::vector<std::string> parts = wrapped(text, width_ - rule_column);
  const std::string last = std::move(parts.back());
  parts.pop_back();
  for (const std::string& part : parts) {
    out_ += part;
    end_line();
    out_.append(rule_column, ' ');
  }
  lines_at(rule_column, {last}, Ink::plain, position, Ink::dim);
}

void Layout::text(std::string_view text, Ink ink) {
  out_.append(indent_, ' ');
  lines_at(indent_, wrapped(text, width_ - indent_), ink, {}, Ink::plain);
}

void Layout::text(std::string_view text, std::string_view right) {
  out_.append(indent_, ' ');
  lines_at(indent_, wrapped(text, width_ - indent_), Ink::plain, right, Ink::plain);
}

std::string missing_text(std::span<const Problem> problems, const Style& style) {
  if (problems.empty()) return {};
  Layout layout{style};
  layout.blank_line();
  layout.line(missing_words(problems.size()), Ink::late);
  return layout.take();
}

}  // namespace care
