#include <care/render.hpp>
#include <care/text.hpp>
#include "render/layout.hpp"
#include "render/words/page.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

namespace care {
namespace {

std::string in_brackets(std::string_view text) {
  return text.empty() ? std::string{} : fmt::format("({})", text);
}

void write_due(const EntryWords& entry, Layout& layout) {
  layout.head(entry.marked, entry.id, entry.who, entry.reach.best());
  std::string owner = in_brackets(entry.owner);
  for (const ItemWords& reason : entry.reasons) {
    layout.item(reason.label, reason.ink, reason.line, owner);
    if (!reason.detail.empty()) layout.text(reason.detail);
    owner.clear();
  }
}

void write_coming(const EntryWords& entry, Layout& layout) {
  layout.head(entry.marked, entry.id, entry.who, in_brackets(entry.owner));
  for (const ItemWords& reason : entry.reasons) layout.text(with_day(reason.day, reason.line));
}

void write_brief(const EntryWords& entry, Layout& layout) {
  const ItemWords& reason = entry.reasons.front();
  const std::string left = fmt::format("{}  {}", entry.call_me,
                                       entry.due ? fmt::format("{} {}", reason.label, reason.line)
                                                 : with_day(reason.day, reason.line));
  const std::size_t room = layout.width() - layout.indent();
  const std::size_t beside = display_width(entry.reach.best()) + 2;
  layout.head(entry.marked, entry.id, shortened(left, room > beside + 20 ? room - beside : room),
              entry.reach.best());
}

void write_entry(const EntryWords& entry, bool brief, Layout& layout) {
  if (entry.reasons.empty()) {
    layout.head(entry.marked, entry.id, entry.who, {});  // it could not be read
  } else if (brief) {
    write_brief(entry, layout);
  } else if (entry.due) {
    write_due(entry, layout);
  } else {
    write_coming(entry, layout);
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
  Layout layout{style};
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
  return layout.take();
}

std::string render(const Derivation& derivation, const Style& style) {
  Layout layout{style};
  const Book& book = *derivation.book;
  const Customer& customer = book.customers[derivation.customer];
  layout.spread(
      fmt::format("{}  {}", neutralised(customer.id), who_words(customer, day_of(derivation.now))),
      Ink::bold,
      fmt::format("{}, {}", short_day(day_of(derivation.now), day_of(derivation.now)),
                  clock(derivation.now)));
  layout.spread("", Ink::plain, to_string(book, customer.at));
  for (const Step& step : derivation.steps) {
    layout.reason(step.rule, neutralised(step.text),
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
