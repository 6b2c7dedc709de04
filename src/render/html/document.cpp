#include <care/render.hpp>
#include <care/text.hpp>
#include "render/html/load.hpp"
#include "render/html/markup.hpp"
#include "render/words/page.hpp"

#include <fmt/format.h>

namespace care {
namespace {

/// What the terminal page shows at its edge: whose they are, and the phone, or the mail address
/// where there is none.
std::string reach_html(const EntryWords& entry) {
  const auto& [phone, email] = entry.reach;
  std::string out;
  if (!entry.owner.empty()) {
    out = fmt::format("<span class=\"owner\">({})</span> ", html_text(entry.owner));
  }
  if (entry.due) out += phone.empty() ? mail_link(email) : phone_link(phone);
  return out.empty() ? out : fmt::format("<p class=\"reach\">{}</p>\n", out);
}

void write_reason(const ItemWords& reason, std::string& out) {
  const std::string label =
      reason.label.empty() ? "" : fmt::format("<b>{}</b> ", html_text(reason.label));
  out += fmt::format("<p class=\"reason{}{}\">{}<span>{}</span></p>\n", class_of(reason.ink),
                     label.empty() ? " bare" : "", label,
                     html_words(with_day(reason.day, reason.line)));
  if (!reason.detail.empty()) {
    out += fmt::format("<p class=\"detail\">{}</p>\n", html_span(reason.detail));
  }
}

void write_entry(const EntryWords& entry, std::string& out) {
  out += fmt::format("<article{}>\n", entry.marked ? " class=\"marked\"" : "");
  out += fmt::format("<p class=\"id\">{}</p>\n<div>\n<h3>{}{}</h3>\n{}", html_text(entry.id),
                     entry.marked ? "<span class=\"mark\">! </span>" : "", html_span(entry.who),
                     reach_html(entry));
  if (!entry.caution.empty()) {
    out += fmt::format("<p class=\"reason late\"><b class=\"bare\">{}</b></p>\n",
                       html_text(entry.caution));
  }
  for (const ItemWords& reason : entry.reasons) write_reason(reason, out);
  std::string rows;
  for (const Remark& remark : entry.remarks) {
    rows += fmt::format("<dt>{}</dt><dd>{}</dd>\n", remark.label,
                        with_day(html_words(remark.day), html_remark(remark.text, remark.quoted)));
  }
  if (entry.due && !entry.reach.phone.empty() && !entry.reach.email.empty()) {
    rows += fmt::format("<dt>mail</dt><dd>{}</dd>\n", mail_link(entry.reach.email));
  }
  if (!entry.mailto.empty()) {
    rows += fmt::format("<dt>write</dt><dd>{}</dd>\n", html_link(entry.mailto, entry.write));
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

}  // namespace

std::string render_html(const AgendaPage& page, const Style& style) {
  const PageWords words = words_of(page, style.brief);
  constexpr std::size_t usual_entry = 500;  // bytes
  std::string out = page_start(html_text(words.title));
  out.reserve(out.size() + words.entries.size() * usual_entry);
  out += fmt::format("<body>\n<header>\n<h1>{}</h1>\n", html_text(words.title));
  if (!words.whose.empty())
    out += fmt::format("<p class=\"whose\">{}</p>\n", html_text(words.whose));
  out += fmt::format("<p class=\"summary{}\">{}</p>\n</header>\n", words.quiet ? " quiet" : "",
                     html_words(words.summary));
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
  if (!words.hidden.empty()) out += fmt::format("<p>{}</p>\n", html_words(words.hidden));
  if (page.ahead != nullptr) out += load_figure(*page.ahead);
  if (!words.new_month.empty()) out += fmt::format("<p>{}</p>\n", html_code(words.new_month));
  out += "</footer>\n</body>\n</html>\n";
  return out;
}

}  // namespace care
