#include <care/render.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "render/html_text.hpp"
#include "render/load.hpp"
#include "render/page_style.hpp"
#include "render/page_words.hpp"

namespace care {
namespace {

std::string_view class_of(Ink ink) {
  switch (ink) {
    case Ink::alarm: return " alarm";
    case Ink::late: return " late";
    default: return "";
  }
}

/// What the terminal page shows of them: the phone, or the mail address where there is none.
std::string reach_html(const EntryWords& entry) {
  const std::string link = entry.phone.empty() ? mail_link(entry.email) : phone_link(entry.phone);
  return link.empty() ? link : fmt::format("<p class=\"reach\">{}</p>\n", link);
}

void write_reasons(const EntryWords& entry, std::string& out) {
  bool first = true;
  for (const ReasonWords& reason : entry.reasons) {
    const std::string owner =
        first && !entry.owner.empty()
            ? fmt::format(" <span class=\"owner\">({})</span>", html_text(entry.owner))
            : "";
    const std::string label =
        reason.label.empty() ? "" : fmt::format("<b>{}</b> ", html_text(reason.label));
    out += fmt::format("<p class=\"reason{}{}\">{}<span>{}{}</span></p>\n", class_of(reason.ink),
                       label.empty() ? " bare" : "", label, html_text(reason.text), owner);
    if (!reason.detail.empty()) {
      out += fmt::format("<p class=\"detail\">{}</p>\n", html_text(reason.detail));
    }
    first = false;
  }
}

void write_entry(const EntryWords& entry, std::string& out) {
  out += fmt::format("<article{}>\n", entry.marked ? " class=\"marked\"" : "");
  out += fmt::format("<p class=\"id\">{}</p>\n<div>\n<h3>{}{}</h3>\n{}", html_text(entry.id),
                     entry.marked ? "<span class=\"mark\">! </span>" : "", html_text(entry.who),
                     reach_html(entry));
  write_reasons(entry, out);
  std::string rows;
  for (const Remark& remark : entry.remarks) {
    rows += fmt::format("<dt>{}</dt><dd>{}</dd>\n", remark.label, html_text(remark.text));
  }
  if (!entry.phone.empty() && !entry.email.empty()) {
    rows += fmt::format("<dt>mail</dt><dd>{}</dd>\n", mail_link(entry.email));
  }
  if (!rows.empty()) out += fmt::format("<dl>\n{}</dl>\n", rows);
  out += "</div>\n</article>\n";
}

void write_problems(const PageWords& page, std::string& out) {
  if (page.problems.empty()) return;
  out += fmt::format("<aside>\n<p>{}</p>\n<ul>\n", html_text(page.problems));
  for (const std::string& line : page.first_problems) {
    out += fmt::format("<li>{}</li>\n", html_text(line));
  }
  out += "</ul>\n</aside>\n";
}

void write_load(const Agenda& ahead, std::string& out) {
  const Load load = load_of(ahead);
  std::array<int, load_kinds.size()> all{};
  for (const auto& day : load.days) {
    for (std::size_t kind = 0; kind < all.size(); ++kind) all[kind] += day[kind];
  }
  if (std::ranges::all_of(all, [](int count) { return count == 0; })) return;
  out += "<figure>\n<h2>THE COMING FOUR WEEKS</h2>\n" + load_svg(load) + "\n<figcaption>";
  for (std::size_t kind = 0; kind < all.size(); ++kind) {
    if (all[kind] == 0) continue;
    out += fmt::format("<span><i class=\"k{}\"></i>{} {}</span> ", kind, all[kind],
                       all[kind] == 1 && load_kinds[kind] != "thanks"
                           ? load_kinds[kind].substr(0, load_kinds[kind].size() - 1)
                           : load_kinds[kind]);
  }
  out += "</figcaption>\n</figure>\n";
}

}  // namespace

std::string render_html(const AgendaPage& page, const Style& style) {
  const PageWords words = words_of(page, style.brief);
  const std::string title = html_text(words.title);
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'; img-src data:\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"icon\" href=\"data:,\">\n"
      "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<header>\n<h1>{}</h1>\n",
      title, page_style, title);
  if (!words.whose.empty())
    out += fmt::format("<p class=\"whose\">{}</p>\n", html_text(words.whose));
  out += fmt::format("<p class=\"summary{}\">{}</p>\n</header>\n", words.quiet ? " quiet" : "",
                     html_text(words.summary));
  write_problems(words, out);
  out += "<main>\n";
  for (const SectionWords& section : words.sections) {
    out += fmt::format("<section{}>\n<h2 class=\"{}\">{}</h2>\n",
                       section.compact ? " class=\"compact\"" : "", class_of(section.ink),
                       html_text(section.title));
    for (const EntryWords& entry : section.entries) write_entry(entry, out);
    out += "</section>\n";
  }
  out += "</main>\n<footer>\n";
  if (!words.hidden.empty()) out += fmt::format("<p>{}</p>\n", html_text(words.hidden));
  if (page.ahead != nullptr) write_load(*page.ahead, out);
  return out + "</footer>\n</body>\n</html>\n";
}

}  // namespace care
