#include "render/page_words.hpp"

#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "render/wording.hpp"

namespace care {
namespace {

constexpr std::size_t problems_on_page = 3;
constexpr std::size_t coming_section = 5;

std::string soon_words(const Book& book, const Entry& entry, const Item& item) {
  return fmt::format("{}  {}", short_day(item.due.day, entry.day),
                     coming_words(book, item, entry.day));
}

ReasonWords reason_of(const Agenda& agenda, const Entry& entry, const Item& item, bool brief) {
  const Book& book = *agenda.book;
  if (!is_due(item)) return {{}, soon_words(book, entry, item), {}, Ink::plain};
  ItemWords words = words_of(book, item, moment_of(agenda, entry));
  if (brief) return {words.label, words.brief.empty() ? words.line : words.brief, {}, ink_of(item)};
  return {words.label, words.line, words.detail, ink_of(item)};
}

EntryWords brief_words(const Agenda& agenda, const Entry& entry, EntryWords words) {
  ReasonWords first = reason_of(agenda, entry, entry.items.front(), true);
  if (entry.items.size() > 1) first.text += fmt::format(" (+{})", entry.items.size() - 1);
  words.reasons.push_back(std::move(first));
  return words;
}

/// The customer's own before a contact's, as in `reach_words`.
void add_reach(const Customer& customer, Date day, EntryWords& words) {
  const auto here = std::ranges::find_if(
      customer.contacts, [&](const Contact& c) { return !c.left || *c.left > day; });
  const bool none = here == customer.contacts.end();
  const Text phone = !customer.phone.empty() || none ? customer.phone : here->phone;
  const Text email = !customer.email.empty() || none ? customer.email : here->email;
  words.phone = neutralised(phone);
  words.email = neutralised(email);
}

EntryWords entry_words(const Agenda& agenda, const Entry& entry, bool brief) {
  EntryWords words;
  words.marked = is_marked(entry);
  if (entry.unreadable != nullptr) {
    words.marked = true;
    words.id = entry.unreadable->id.empty() ? "?" : neutralised(entry.unreadable->id);
    words.who = neutralised(entry.unreadable->what);
    return words;
  }
  const Customer& customer = agenda.book->customers[*entry.customer];
  words.id = neutralised(customer.id);
  words.who = who_words(customer, entry.day);
  words.owner = owner_words(agenda, entry);
  const bool due = is_due(entry.items.front());
  if (due) add_reach(customer, entry.day, words);
  if (brief) return brief_words(agenda, entry, std::move(words));
  for (const Item& item : entry.items) {
    if (is_due(item) || !due) words.reasons.push_back(reason_of(agenda, entry, item, false));
  }
  if (!due) return words;
  for (const Item& item : entry.items) {
    if (!is_due(item)) words.remarks.push_back({"soon", soon_words(*agenda.book, entry, item)});
  }
  std::ranges::move(remarks_of(agenda, entry), std::back_inserter(words.remarks));
  return words;
}

}  // namespace

Ink ink_of(const Item& item) {
  if (number_of(item.urgency) <= 1) return Ink::alarm;
  return item.when == State::overdue ? Ink::late : Ink::plain;
}

Moment moment_of(const Agenda& agenda, const Entry& entry) {
  return entry.day == day_of(agenda.now) ? agenda.now : Moment{entry.day};
}

std::string heading_of(const Agenda& agenda, const Entry& entry) {
  if (entry.unreadable != nullptr || !agenda.range) {
    return std::string{sections()[section_of(entry)].title};
  }
  return long_day(entry.day);
}

Ink heading_ink(const Agenda& agenda, const Entry& entry) {
  if (agenda.range) return Ink::bold;
  return section_of(entry) <= 1 ? Ink::alarm : Ink::bold;
}

bool is_compact(const Agenda& agenda, const Entry& entry) {
  return entry.unreadable != nullptr || (!agenda.range && section_of(entry) == coming_section);
}

std::string title_words(const Agenda& agenda) {
  if (agenda.range) return span_words(agenda);
  return fmt::format("{}, {}", long_day(day_of(agenda.now)), clock(agenda.now));
}

std::string whose_words(const Agenda& agenda) {
  std::string whose = neutralised(agenda.book->name);
  if (!agenda.owner) return whose;
  return fmt::format("{}{}for {}", whose, whose.empty() ? "" : ", ",
                     staff_words(*agenda.book, *agenda.owner));
}

std::vector<std::string> problem_words(const AgendaPage& page) {
  const auto& problems = page.problems;
  std::vector<std::string> lines;
  if (problems.empty()) return lines;
  const bool one = problems.size() == 1;
  lines.push_back(fmt::format("{} in the book; `care check` tells {}:",
                              one ? "1 problem" : fmt::format("{} problems", problems.size()),
                              one ? "what to write instead" : "all of them"));
  for (std::size_t i = 0; i < std::min(problems.size(), problems_on_page); ++i) {
    lines.push_back(
        fmt::format("{}: {}", to_string(*page.agenda.book, problems[i].at), problems[i].what));
  }
  if (problems.size() > problems_on_page) {
    lines.push_back(fmt::format("and {} more", problems.size() - problems_on_page));
  }
  return lines;
}

PageWords words_of(const AgendaPage& page, bool brief) {
  const Agenda& agenda = page.agenda;
  PageWords words;
  words.title = title_words(agenda);
  words.whose = whose_words(agenda);
  words.quiet = !anything_due(agenda);
  words.summary = words.quiet ? nothing_due_words(agenda, page.next) : summary(agenda);
  words.first_problems = problem_words(page);
  if (!words.first_problems.empty()) {
    words.problems = words.first_problems.front();
    words.first_problems.erase(words.first_problems.begin());
  }
  for (const Entry& entry : agenda.entries) {
    std::string title = heading_of(agenda, entry);
    if (words.sections.empty() || words.sections.back().title != title) {
      const bool compact = brief || is_compact(agenda, entry);
      words.sections.push_back({std::move(title), heading_ink(agenda, entry), compact, {}});
    }
    words.sections.back().entries.push_back(entry_words(agenda, entry, brief));
  }
  words.hidden = hidden_words(agenda);
  return words;
}

}  // namespace care
