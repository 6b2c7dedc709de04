#include <care/render.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "render/formats.hpp"
#include "render/layout.hpp"
#include "render/wording.hpp"

namespace care {
namespace {

constexpr std::size_t problems_on_page = 3;
constexpr std::size_t coming_section = 5;

Ink ink_of(const Item& item) {
  if (item.urgency <= 1) return Ink::alarm;
  return item.when == State::overdue ? Ink::late : Ink::plain;
}

/// What was last heard, and when: `heard   Sun 21:52  patient moved`.
void write_last(const Agenda& agenda, const Entry& entry, Layout& layout) {
  const Date today = day_of(agenda.now);
  if (entry.last == nullptr) {
    layout.remark("last", "never contacted");
    return;
  }
  const When on = entry.last->on;
  const bool this_week = on.time && today - on.day < std::chrono::days{7};
  std::string when = past_day(on.day, today);
  if (this_week) {
    when = fmt::format("{} {}", on.day == today ? "today" : short_day(on.day, today).substr(0, 3),
                       clock(on.moment()));
  }
  if (!entry.last->heard.empty()) {
    layout.remark("heard", fmt::format("{}  {}", when, neutralised(entry.last->heard)));
  } else {
    const std::string_view how = entry.last->how ? word(*entry.last->how) : "touch";
    const std::string said =
        entry.last->said.empty() ? "" : fmt::format(": {}", neutralised(entry.last->said));
    layout.remark("last", fmt::format("{}  {}{}", when, how, said));
  }
}

/// A WOW needs an idea: what they like, or what the person to call likes.
void write_wow(const Entry& entry, const Customer& customer, Layout& layout) {
  if (!entry.wow || entry.emergency || entry.strained) return;
  const Text who = address_of(customer, entry.day);
  const auto* likes = &customer.likes;
  for (const Contact& contact : customer.contacts) {
    const bool meant = contact.call_me == who || contact.name == who;
    if (likes->empty() && meant) likes = &contact.likes;
  }
  layout.remark("wow", likes->empty()
                           ? std::string{"nothing yet; what would delight them?"}
                           : fmt::format("nothing yet; {} likes {}", neutralised(who),
                                         neutralised(fmt::format("{}", fmt::join(*likes, ", ")))));
}

/// Whether the item THANK already says what to thank for.
bool is_said(const Entry& entry) {
  const auto reason = entry.thank_for->reason;
  const bool cause = reason == Gratitude::Reason::purchase || reason == Gratitude::Reason::referral;
  return cause && std::ranges::any_of(entry.items,
                                      [](const Item& item) { return item.kind == Kind::thanks; });
}

/// The lines under an entry that is due; only those that have something to say.
void write_remarks(const Agenda& agenda, const Entry& entry, Layout& layout) {
  const Customer& customer = agenda.book->customers[*entry.customer];
  write_last(agenda, entry, layout);
  if (entry.strained && !customer.notes.empty()) {
    layout.remark("note", neutralised(customer.notes));
  }
  if (entry.silent_since) {
    layout.remark("silent", fmt::format("heard nothing since {}: call",
                                        past_day(*entry.silent_since, day_of(agenda.now))));
  }
  if (const std::string other = another_way_words(entry); !other.empty()) {
    layout.remark("try", other);
  }
  if (entry.thank_for && !is_said(entry)) {
    layout.remark("thank", "for " + neutralised(to_string(*entry.thank_for)));
  }
  if (!entry.value.empty()) layout.remark("value", neutralised(entry.value));
  write_wow(entry, customer, layout);
}

void write_due(const Agenda& agenda, const Entry& entry, Layout& layout) {
  const Book& book = *agenda.book;
  const Date day = entry.day;
  const Customer& customer = book.customers[*entry.customer];
  layout.head(is_marked(entry), neutralised(customer.id), who_words(customer, day),
              reach_words(customer, day));
  const std::string owner = owner_words(agenda, entry);
  const Moment now = day == day_of(agenda.now) ? agenda.now : Moment{day};
  bool first = true;
  for (const Item& item : entry.items) {
    if (!is_due(item)) continue;
    const ItemWords words = words_of(book, item, now);
    layout.item(words.label, ink_of(item), words.line,
                first && !owner.empty() ? fmt::format("({})", owner) : "");
    if (!words.detail.empty()) layout.text(words.detail);
    first = false;
  }
  for (const Item& item : entry.items) {
    if (is_due(item)) continue;
    layout.remark(
        "soon", fmt::format("{}  {}", short_day(item.due.day, day), coming_words(book, item, day)));
  }
  write_remarks(agenda, entry, layout);
}

void write_coming(const Agenda& agenda, const Entry& entry, Layout& layout) {
  const Book& book = *agenda.book;
  const Customer& customer = book.customers[*entry.customer];
  const std::string owner = owner_words(agenda, entry);
  layout.head(is_marked(entry), neutralised(customer.id), who_words(customer, entry.day),
              owner.empty() ? "" : fmt::format("({})", owner));
  for (const Item& item : entry.items) {
    layout.text(fmt::format("{}  {}", short_day(item.due.day, entry.day),
                            coming_words(book, item, entry.day)));
  }
}

void write_brief(const Agenda& agenda, const Entry& entry, Layout& layout) {
  const Book& book = *agenda.book;
  const Customer& customer = book.customers[*entry.customer];
  const Item& item = entry.items.front();
  const Moment now = entry.day == day_of(agenda.now) ? agenda.now : Moment{entry.day};
  const std::string reach = reach_words(customer, entry.day);
  const std::string what =
      is_due(item) ? [&] {
        const ItemWords words = words_of(book, item, now);
        return fmt::format("{} {}", words.label, words.brief.empty() ? words.line : words.brief);
      }()
                   : fmt::format("{}  {}", short_day(item.due.day, entry.day),
                                 coming_words(book, item, entry.day));
  const std::string more =
      entry.items.size() > 1 ? fmt::format(" (+{})", entry.items.size() - 1) : "";
  const std::string left =
      fmt::format("{}  {}{}", neutralised(address_of(customer, entry.day)), what, more);
  const std::size_t room = layout.width() - layout.indent();
  const std::size_t beside = display_width(reach) + 2;
  layout.head(is_marked(entry), neutralised(customer.id),
              shortened(left, room > beside + 20 ? room - beside : room), reach);
}

void write_unreadable(const Entry& entry, Layout& layout) {
  layout.head(true, entry.unreadable->id.empty() ? "?" : neutralised(entry.unreadable->id),
              neutralised(entry.unreadable->what), {});
}

void write_entry(const Agenda& agenda, const Entry& entry, const Style& style, Layout& layout) {
  if (entry.unreadable != nullptr) {
    write_unreadable(entry, layout);
  } else if (style.brief) {
    write_brief(agenda, entry, layout);
  } else if (is_due(entry.items.front())) {
    write_due(agenda, entry, layout);
  } else {
    write_coming(agenda, entry, layout);
  }
}

void write_problems(const AgendaPage& page, Layout& layout) {
  const auto& problems = page.problems;
  if (problems.empty()) return;
  layout.blank_line();
  layout.line(
      fmt::format("{} in the book; `care check` tells {}:",
                  problems.size() == 1 ? "1 problem" : fmt::format("{} problems", problems.size()),
                  problems.size() == 1 ? "what to write instead" : "all of them"),
      Ink::late);
  for (std::size_t i = 0; i < std::min(problems.size(), problems_on_page); ++i) {
    layout.line(
        fmt::format("  {}: {}", to_string(*page.agenda.book, problems[i].at), problems[i].what));
  }
  if (problems.size() > problems_on_page) {
    layout.line(fmt::format("  and {} more", problems.size() - problems_on_page));
  }
}

void write_title(const Agenda& agenda, Layout& layout) {
  const Book& book = *agenda.book;
  std::string title = fmt::format("{}, {}", long_day(day_of(agenda.now)), clock(agenda.now));
  if (agenda.range) title = span_words(agenda);
  std::string whose = neutralised(book.name);
  if (agenda.owner) {
    whose += fmt::format("{}for {}", whose.empty() ? "" : ", ", staff_words(book, *agenda.owner));
  }
  layout.spread(title, Ink::bold, whose);
}

/// Headings of a page: the sections of one day, or the days of a range.
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

void write_entries(const AgendaPage& page, const Style& style, Layout& layout) {
  const Agenda& agenda = page.agenda;
  std::string heading;
  bool first = true;
  for (const Entry& entry : agenda.entries) {
    const std::string own = heading_of(agenda, entry);
    const bool compact = style.brief || entry.unreadable != nullptr ||
                         (!agenda.range && section_of(entry) == coming_section);
    if (own != heading) {
      layout.blank_line();
      layout.line(own, heading_ink(agenda, entry));
      first = true;
    }
    if (!first && !compact) layout.blank_line();
    heading = own;
    first = false;
    write_entry(agenda, entry, style, layout);
  }
}

}  // namespace

std::string another_way_words(const Entry& entry) {
  const bool wanted = std::ranges::any_of(entry.items, [](const Item& item) {
    return item.follow_up && item.follow_up->try_another_way;
  });
  if (!wanted) return {};
  if (entry.other_ways.empty()) {
    return "another way: nothing else on file, so ask around or drop by";
  }
  return fmt::format("another way: {}", fmt::join(entry.other_ways, ", "));
}

std::string render_text(const AgendaPage& page, const Style& style) {
  Layout layout{style};
  const Agenda& agenda = page.agenda;
  write_title(agenda, layout);
  if (anything_due(agenda)) layout.line(summary(agenda));
  write_problems(page, layout);
  if (!anything_due(agenda)) {
    layout.blank_line();
    layout.line(nothing_due_words(agenda, page.next), Ink::good);
  }
  write_entries(page, style, layout);
  if (const std::string hidden = hidden_words(agenda); !hidden.empty()) {
    layout.blank_line();
    layout.line(hidden, Ink::dim);
  }
  return layout.take();
}

}  // namespace care
