#include <care/render.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include "render/escape.hpp"
#include "render/wording.hpp"

namespace care {
namespace {

void bullet(std::string& out, std::string_view label, std::string_view text) {
  out += fmt::format("  - {} {}\n", label, markdown_text(text));
}

void write_items(const Agenda& agenda, const Entry& entry, std::string& out) {
  const Book& book = *agenda.book;
  const Moment now = entry.day == day_of(agenda.now) ? agenda.now : Moment{entry.day};
  for (const Item& item : entry.items) {
    if (is_due(item)) {
      const ItemWords words = words_of(book, item, now);
      bullet(out, fmt::format("**{}**", words.label),
             words.detail.empty() ? words.line : fmt::format("{}: {}", words.line, words.detail));
    } else {
      bullet(out, fmt::format("*soon* {}", short_day(item.due.day, entry.day)),
             coming_words(book, item, entry.day));
    }
  }
}

void write_remarks(const Agenda& agenda, const Entry& entry, std::string& out) {
  if (!is_due(entry.items.front())) return;
  if (entry.last != nullptr && !entry.last->heard.empty()) {
    bullet(out, fmt::format("*heard* {}", past_day(entry.last->on.day, entry.day)),
           entry.last->heard);
  }
  for (const std::string& hint : hints(*agenda.book, entry)) bullet(out, "*hint*", hint);
  if (entry.thank_for) bullet(out, "*thank* for", to_string(*entry.thank_for));
  if (!entry.value.empty()) bullet(out, "*value*", entry.value);
}

void write_entry(const Agenda& agenda, const Entry& entry, std::string& out) {
  if (entry.unreadable != nullptr) {
    out += fmt::format("- **!** {}\n", markdown_text(entry.unreadable->what));
    return;
  }
  const Customer& customer = agenda.book->customers[*entry.customer];
  out += fmt::format("- {}**{}** {}", is_marked(entry) ? "**!** " : "", markdown_text(customer.id),
                     markdown_text(who_words(customer, entry.day)));
  if (const std::string reach = reach_words(customer, entry.day); !reach.empty()) {
    out += fmt::format(" · {}", markdown_text(reach));
  }
  if (const std::string owner = owner_words(agenda, entry); !owner.empty()) {
    out += fmt::format(" ({})", markdown_text(owner));
  }
  out += '\n';
  write_items(agenda, entry, out);
  write_remarks(agenda, entry, out);
}

}  // namespace

std::string render_markdown(const AgendaPage& page, const Style& /*style*/) {
  const Agenda& agenda = page.agenda;
  std::string out =
      agenda.range ? fmt::format("# {} to {}\n", long_day(agenda.from), long_day(agenda.to))
                   : fmt::format("# {}, {}\n", long_day(day_of(agenda.now)), clock(agenda.now));
  const auto paragraph = [&](std::string_view text) {
    out += fmt::format("\n{}\n", markdown_text(text));
  };
  if (!agenda.book->name.empty()) paragraph(agenda.book->name);
  if (agenda.owner) paragraph("For " + staff_words(*agenda.book, *agenda.owner));
  paragraph(anything_due(agenda) ? summary(agenda) : nothing_due_words(agenda, page.next));
  if (!page.problems.empty()) {
    out += "\n## Problems in the book\n\n";
    for (const Problem& problem : page.problems) {
      out += fmt::format("- {}: {}\n", markdown_text(to_string(*agenda.book, problem.at)),
                         markdown_text(problem.what));
    }
  }
  std::string heading;
  for (const Entry& entry : agenda.entries) {
    const bool by_day = agenda.range && entry.unreadable == nullptr;
    const std::string own =
        by_day ? long_day(entry.day) : std::string{sections()[section_of(entry)].title};
    if (own != heading) out += fmt::format("\n## {}\n\n", own);
    heading = own;
    write_entry(agenda, entry, out);
  }
  if (const std::string hidden = hidden_words(agenda); !hidden.empty()) paragraph(hidden);
  return out;
}

}  // namespace care
