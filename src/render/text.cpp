#include <care/render.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "render/formats.hpp"
#include "render/layout.hpp"
#include "render/page_words.hpp"
#include "render/wording.hpp"

namespace care {
namespace {

void write_due(const Agenda& agenda, const Entry& entry, Layout& layout) {
  const Book& book = *agenda.book;
  const Date day = entry.day;
  const Customer& customer = book.customers[*entry.customer];
  layout.head(is_marked(entry), neutralised(customer.id), who_words(customer, day),
              reach_words(customer, day));
  const std::string owner = owner_words(agenda, entry);
  const Moment now = moment_of(agenda, entry);
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
  for (const Remark& remark : remarks_of(agenda, entry)) layout.remark(remark.label, remark.text);
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
  const Moment now = moment_of(agenda, entry);
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
  bool first = true;
  for (const std::string& line : problem_words(page)) {
    if (first) layout.blank_line();
    layout.line(first ? line : "  " + line, first ? Ink::late : Ink::plain);
    first = false;
  }
}

void write_entries(const AgendaPage& page, const Style& style, Layout& layout) {
  const Agenda& agenda = page.agenda;
  std::string heading;
  bool first = true;
  for (const Entry& entry : agenda.entries) {
    const std::string own = heading_of(agenda, entry);
    const bool compact = style.brief || is_compact(agenda, entry);
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
  layout.spread(title_words(agenda), Ink::bold, whose_words(agenda));
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
