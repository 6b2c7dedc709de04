#include <care/render.hpp>
#include <care/text.hpp>
#include "render/layout.hpp"
#include "render/words/page.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

/// At the right edge, by the name: whose customer it is and how to reach them.
std::string beside(const EntryWords& entry) {
  const std::string owner = entry.owner.empty() ? "" : fmt::format("({})", entry.owner);
  const std::string reach = entry.due ? entry.reach.best() : "";
  return fmt::format("{}{}{}", owner, owner.empty() || reach.empty() ? "" : "  ", reach);
}

void write_whole(const EntryWords& entry, Layout& layout) {
  layout.head(entry.marked, entry.id, entry.who, beside(entry));
  if (!entry.caution.empty()) layout.text(entry.caution, Ink::late);
  for (const ItemWords& reason : entry.reasons) {
    if (entry.due) layout.item(reason.label, reason.ink, reason.line);
    if (!entry.due) layout.text(with_day(reason.day, reason.line));
    if (!reason.detail.empty()) layout.text(reason.detail);
  }
}

/// One line: who, what for, and what is asked as far as there is room.
void write_brief(const EntryWords& entry, Layout& layout) {
  const ItemWords& reason = entry.reasons.front();
  const std::string left =
      fmt::format("{}  {}{}{}{}", entry.call_me, entry.caution.empty() ? "" : "(do not contact) ",
                  entry.due ? fmt::format("{} {}", reason.label, reason.line)
                            : with_day(reason.day, reason.line),
                  reason.detail.empty() ? "" : ": ", on_one_line(reason.detail));
  const std::string& right = entry.reach.best();
  const std::size_t room = layout.width() - layout.indent();
  const std::size_t used = display_width(right) + 2;
  layout.head(entry.marked, entry.id, shortened(left, room > used + 20 ? room - used : room),
              right);
}

void write_entry(const EntryWords& entry, bool brief, Layout& layout) {
  if (entry.reasons.empty()) {
    layout.head(entry.marked, entry.id, entry.who, {});  // it could not be read
  } else if (brief) {
    write_brief(entry, layout);
  } else {
    write_whole(entry, layout);
  }
  for (const Remark& remark : entry.remarks) {
    layout.remark(remark.label, with_day(remark.day, remark.text));
  }
}

void write_problems(const PageWords& page, Layout& layout) {
  if (page.problems.empty()) return;
  layout.blank_line();
  layout.line(page.problems, Ink::late);
  for (const std::string& line : page.first_problems) layout.line("  " + line);
}

void write_section(const SectionWords& section, bool brief, Layout& layout) {
  layout.blank_line();
  layout.line(section.title, section.ink);
  bool first = true;
  for (const EntryWords& entry : section.entries) {
    if (!first && !section.compact) layout.blank_line();
    first = false;
    write_entry(entry, brief, layout);
  }
}

}  // namespace

std::string render_text(const AgendaPage& page, const Style& style) {
  const PageWords words = words_of(page, style.brief);
  std::size_t widest_id = 0;
  for (const EntryWords& entry : words.entries)
    widest_id = std::max(widest_id, display_width(entry.id));
  Layout layout{style, widest_id};
  layout.expect(words.entries.size());
  layout.spread(words.title, Ink::bold, words.whose);
  if (!words.quiet) layout.line(words.summary);
  write_problems(words, layout);
  if (words.quiet) {
    layout.blank_line();
    layout.line(words.summary, Ink::good);
  }
  for (const SectionWords& section : words.sections) write_section(section, style.brief, layout);
  if (!words.hidden.empty()) {
    layout.blank_line();
    layout.line(words.hidden, Ink::dim);
  }
  if (!words.new_month.empty()) {
    layout.blank_line();
    layout.line(words.new_month);
  }
  return layout.take();
}

std::string render(const Derivation& derivation, const Style& style) {
  Layout layout{style};
  const Book& book = *derivation.book;
  const Customer& customer = as_of(book, derivation.customer, day_of(derivation.now));
  layout.spread(
      fmt::format("{}  {}", neutralised(customer.id), who_words(customer, day_of(derivation.now))),
      Ink::bold,
      fmt::format("{}, {}", short_day(day_of(derivation.now), day_of(derivation.now)),
                  clock(derivation.now)));
  layout.spread("", Ink::plain, to_string(book, customer.at));
  for (const Step& step : derivation.steps) {
    layout.reason(step.rule, in_line(step.text),
                  step.at.line == 0 ? "" : to_string(book, {step.at.file, step.at.line, 0}));
  }
  return layout.take();
}

std::string problem_line(const Book& book, const Problem& problem) {
  return fmt::format("{}: {}: {} [{}]\n  write instead: {}\n", to_string(book, problem.at),
                     word(problem.severity), problem.what, problem.code, problem.instead);
}

std::string problems_text(const Book& book, const std::vector<Problem>& problems) {
  std::string out;
  for (const Problem& problem : problems) out += problem_line(book, problem);
  return out;
}

}  // namespace care
