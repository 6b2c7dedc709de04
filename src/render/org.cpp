#include <care/render.hpp>
#include <care/text.hpp>
#include <care/text_ascii.hpp>
#include "render/words/page.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace care {
namespace {

/// Whether the colon at `i` could make a link of the word before it that does more than open a
/// page, such as `elisp:`.
bool begins_link(std::string_view text, std::size_t i) {
  constexpr std::array<std::string_view, 4> harmless{"http", "https", "mailto", "tel"};
  if (i == 0 || i + 1 == text.size() || text[i + 1] == ' ' || !is_letter(text[i - 1])) return false;
  const std::string_view before = text.substr(0, i);
  return std::ranges::none_of(harmless,
                              [&](std::string_view word) { return before.ends_with(word); });
}

/// Whether it ends with the word, in whatever letters.
bool ends_like(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         equal_ignoring_case(text.substr(text.size() - word.size()), word);
}

/// Text in which Org finds no date, link, tag, macro, code or footnote. As its manual advises, a
/// zero-width space parts the characters that would make one ("Escape Character").
std::string org_text(std::string_view text) {
  constexpr std::string_view zero_width_space = "\u200b";
  const std::string plain = in_line(text);
  std::string out;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const char c = plain[i];
    const std::string_view before = std::string_view{plain}.substr(0, i);
    // `call_x()` and `src_x{}` run code, `-*-` and "Local Variables:" set what Emacs does.
    const bool is_code = c == '_' && (ends_like(before, "call") || ends_like(before, "src"));
    const bool is_setting =
        (c == '*' && before.ends_with('-')) || (c == ' ' && ends_like(before, "local"));
    const bool is_part = c == '{' || is_code || is_setting || (c == ':' && begins_link(plain, i));
    if (is_part) out += zero_width_space;
    out += c;
    const bool is_snippet = c == '@' && i + 1 < plain.size() && plain[i + 1] == '@';
    const bool is_tag = c == ':' && i + 1 == plain.size();
    if (c == '<' || c == '[' || is_snippet || is_tag) out += zero_width_space;
  }
  return out;
}

/// `<2026-11-23 Mon>`; with its time where one is known.
std::string timestamp(const When& when) {
  const std::string time = when.time ? " " + clock(when.moment()) : "";
  return fmt::format("<{} {}{}>", iso(when.day), weekday_words(when.day), time);
}

char priority(Urgency urgency) {
  switch (urgency) {
    case Urgency::unreadable:
    case Urgency::emergency:
    case Urgency::overdue: return 'A';
    case Urgency::routine:
    case Urgency::coming: return 'C';
    default: return 'B';
  }
}

/// A follow-up or a plan has a day to do it on, but no day after which it is too late.
bool has_deadline(const Item& item) {
  return item.kind != Kind::follow_up && item.kind != Kind::no_plan && item.kind != Kind::plan;
}

void write_item(const Book& book, const Entry& entry, const Item& item, std::string& out) {
  const ItemWords words = words_on_page(book, item, entry.now, Read::another_day);
  out += fmt::format("*** TODO [#{}] {}{}{}: {}\nSCHEDULED: {}", priority(item.urgency),
                     words.label, words.label.empty() ? "" : " ",
                     org_text(as_of(book, item.customer, entry.day).name),
                     org_text(words.detail.empty() ? words.line : words.detail) +
                         caution_words(book, item, entry.day),
                     timestamp({item.act, std::nullopt}));
  if (has_deadline(item)) out += fmt::format(" DEADLINE: {}", timestamp(item.due));
  out += '\n';
  if (!words.detail.empty()) out += fmt::format("- {}\n", org_text(words.line));
}

void write_entry(const Agenda& agenda, const Entry& entry, std::string& out) {
  if (entry.unreadable != nullptr) {
    out += fmt::format("** TODO [#A] {}\n", org_text(entry.unreadable->what));
    return;
  }
  const EntryWords words = words_of(agenda, entry, false);
  out += fmt::format("** {}\n", org_text(words.who));
  if (!words.caution.empty()) out += fmt::format("*{}*\n", org_text(words.caution));
  const auto fact = [&](std::string_view name, std::string_view text) {
    if (!text.empty()) out += fmt::format("- {} :: {}\n", name, org_text(text));
  };
  fact("reach", words.reach.best());
  fact("whose", words.owner);
  for (const Remark& remark : words.remarks) {
    if (remark.label != "soon") fact(remark.label, with_day(remark.day, remark.text));
  }
  for (const Item& item : entry.items) write_item(*agenda.book, entry, item, out);
}

}  // namespace

std::string render_org(const AgendaPage& page, const Style& /*style*/) {
  const Agenda& agenda = page.agenda;
  const Text name = agenda.book->name;
  std::string out = fmt::format("#+TITLE: {}\n", org_text(name.empty() ? "Follow-ups" : name));
  const auto paragraph = [&](std::string_view text) {
    if (!text.empty()) out += fmt::format("\n{}\n", org_text(text));
  };
  paragraph(summary_words(page));
  paragraph(hidden_words(agenda));
  if (!agenda.entries.empty()) out += '\n';
  std::string heading;
  for (const Entry& entry : agenda.entries) {
    const std::string day = long_day(entry.day);
    if (day != heading) out += fmt::format("* {}\n", day);
    heading = day;
    write_entry(agenda, entry, out);
  }
  return out;
}

}  // namespace care
