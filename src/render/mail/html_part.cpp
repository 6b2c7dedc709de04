#include <care/render_formats.hpp>
#include <care/text.hpp>
#include "render/html/load.hpp"
#include "render/html/markup.hpp"
#include "render/mail/message.hpp"
#include "render/words/page.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

// Mail programs drop style sheets, pictures and most of what is newer than tables. So everything
// here is a table with its style in each cell; where that is dropped too, the words still stand in
// their order. The one style sheet is for those who read at night, and nothing depends on it.

namespace care {
namespace {

constexpr std::string_view font =
    "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
constexpr std::string_view link_style =
    R"(class="link" style="color:#1d5a96;text-decoration:none")";
std::string soft(std::string_view html) {
  return fmt::format(R"(<span class="soft" style="color:#646a73">{}</span>)", html);
}

constexpr std::string_view table_start =
    "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"";

/// With a little room in each cell where styles are dropped.
constexpr std::string_view inner_table_start =
    "<table role=\"presentation\" width=\"100%\" cellpadding=\"3\" cellspacing=\"0\" border=\"0\"";

constexpr std::string_view night_style =
    "@media (prefers-color-scheme: dark) {\n"
    ".page { background:#17191d !important; color:#e5e3dd !important }\n"
    ".soft { color:#a0a6ae !important } .link { color:#8fbcf0 !important }\n"
    ".alarm { color:#ff8f80 !important } .late { color:#e6b455 !important }\n"
    ".line { border-color:#30343b !important }\n}\n";

/// Their words, or others', with a tag for each line end.
std::string lines(std::string_view text, bool quoted = false) {
  std::string out;
  for (const char c : html_remark(text, quoted)) out += c == '\n' ? "<br>\n" : std::string{c};
  return out;
}

std::string_view style_of(Ink ink) {
  switch (ink) {
    case Ink::alarm: return R"( class="alarm" style="color:#b3261e")";
    case Ink::late: return R"( class="late" style="color:#8a5200")";
    default: return "";
  }
}

/// A label in its column, and what it says; without a label, the text takes the place of both.
std::string row(std::string_view label, std::string_view text) {
  if (label.empty()) {
    return fmt::format(
        "<tr><td colspan=\"2\" style=\"padding:2px 0;font-size:15px;line-height:20px\">{}"
        "</td></tr>\n",
        text);
  }
  return fmt::format(
      "<tr><td width=\"90\" valign=\"top\" style=\"width:90px;padding:2px 10px 2px 0;"
      "font-size:12px;line-height:20px\">{}</td>\n"
      "<td valign=\"top\" style=\"padding:2px 0;font-size:15px;line-height:20px\">{}</td></tr>\n",
      label, text);
}

std::string reason_row(const ItemWords& reason) {
  std::string text = html_words(with_day(reason.day, reason.line));
  if (!reason.detail.empty()) text += fmt::format("<br><b>{}</b>", lines(reason.detail));
  if (reason.label.empty()) return row({}, text);
  return row(fmt::format("<b{}>{}</b>", style_of(reason.ink), html_text(reason.label)), text);
}

/// Who it is and how to reach them. Only what is as long as a phone number stays on one line.
std::string entry_head(const EntryWords& entry, std::string_view room_above) {
  constexpr std::size_t longest_number = 24;
  const std::string reach = entry.due ? entry.reach.best() : "";
  const std::string owner =
      entry.owner.empty() ? "" : soft(fmt::format("({})", html_text(entry.owner))) + " ";
  const bool short_enough = display_width(reach) <= longest_number;
  const std::string mark =
      entry.marked ? fmt::format("<b{}>!</b> ", style_of(Ink::alarm)) : std::string{};
  return fmt::format(
      "<tr><td valign=\"top\" style=\"padding:{0} 0 2px;font-size:16px;line-height:22px\">"
      "{1}<b>{2}</b> {3}</td>\n"
      "<td align=\"right\" valign=\"top\"{4} "
      "style=\"padding:{0} 0 2px 12px;font-size:14px;line-height:22px\">{5}{6}</td></tr>\n",
      room_above, mark, html_span(entry.who), soft(html_text(entry.id)),
      short_enough ? " nowrap" : "", owner,
      entry.reach.phone.empty() ? mail_link(reach, link_style) : phone_link(reach, link_style));
}

void write_entry(const EntryWords& entry, bool compact, std::string& out) {
  out += fmt::format(
      "{} class=\"line\" style=\"border-bottom:{}\">\n{}"
      "<tr><td colspan=\"2\" style=\"padding:0 0 {}\">\n",
      table_start, compact ? "0" : "1px solid #e3e0d8", entry_head(entry, compact ? "6px" : "14px"),
      compact ? "2px" : "12px");
  std::string rows;
  if (!entry.caution.empty()) {
    rows += row({}, fmt::format("<b{}>{}</b>", style_of(Ink::late), html_text(entry.caution)));
  }
  for (const ItemWords& reason : entry.reasons) rows += reason_row(reason);
  for (const Remark& remark : entry.remarks) {
    rows += row(soft(remark.label),
                with_day(html_words(remark.day), lines(remark.text, remark.quoted)));
  }
  if (entry.due && !entry.reach.phone.empty() && !entry.reach.email.empty()) {
    rows += row(soft("mail"), mail_link(entry.reach.email, link_style));
  }
  if (!entry.mailto.empty()) {
    rows += row(soft("write"), html_link(entry.mailto, entry.write, link_style));
  }
  if (!rows.empty()) out += fmt::format("{}>\n{}</table>\n", inner_table_start, rows);
  out += "</td></tr>\n</table>\n";
}

/// A row of a plain table of numbers; what stands first is what the others are of.
std::string numbers_row(std::string_view tag, const std::vector<std::string>& cells) {
  std::string out = "<tr>";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out += fmt::format(R"(<{0} align="{1}" style="padding:3px 0 3px {2};font-weight:normal">)"
                       "{3}</{0}>",
                       tag, i == 0 ? "left" : "right", i == 0 ? "0" : "8px", cells[i]);
  }
  return out + "</tr>\n";
}

std::string heading(std::string_view text, Ink ink) {
  const bool alarm = ink == Ink::alarm;
  return fmt::format(
      "<h2 class=\"{} line\" style=\"margin:28px 0 0;padding:0 0 5px;font-size:13px;"
      "letter-spacing:1px;color:{};border-bottom:1px solid #e3e0d8\">{}</h2>\n",
      alarm ? "alarm" : "soft", alarm ? "#b3261e" : "#646a73", html_text(text));
}

/// The chart of the page as numbers, a column a week: few mail programs show an SVG.
void write_load(const DueAhead& ahead, std::string& out) {
  const std::vector<LoadCounts> weeks = weeks_of(load_of(ahead));
  std::string rows;
  for (std::size_t kind = 0; kind < load_kinds.size(); ++kind) {
    bool any = false;
    std::vector<std::string> cells{std::string{load_kinds[kind]}};
    for (const LoadCounts& week : weeks) {
      any = any || week[kind] > 0;
      cells.push_back(week[kind] == 0 ? "·" : fmt::to_string(week[kind]));
    }
    if (any) rows += numbers_row("td", cells);
  }
  if (rows.empty()) return;
  std::vector<std::string> head{soft("from")};
  Date first = ahead.from;
  for (std::size_t i = 0; i < weeks.size(); ++i, first += std::chrono::days{7}) {
    head.push_back(soft(past_day(first, first)));
  }
  out += heading("THE COMING FOUR WEEKS", Ink::bold);
  out += fmt::format(
      "<table width=\"100%\" cellpadding=\"2\" cellspacing=\"0\" border=\"0\" "
      "style=\"margin-top:6px;font-size:13px;line-height:18px\">\n{}{}</table>\n",
      numbers_row("th", head), rows);
}

void write_problems(const PageWords& page, std::string& out) {
  if (page.problems.empty()) return;
  out += fmt::format("<p style=\"margin:16px 0 0;font-size:14px;line-height:20px\"><b{}>{}</b>",
                     style_of(Ink::late), html_text(page.problems));
  for (const std::string& line : page.first_problems) out += "<br>\n" + html_text(line);
  out += "</p>\n";
}

void write_head(const PageWords& page, std::string& out) {
  out += mail_start(html_text(page.title));
  out += fmt::format("<h1 style=\"margin:0;font-size:21px;line-height:28px\">{}</h1>\n",
                     html_text(page.title));
  if (!page.whose.empty()) {
    out += fmt::format("<p class=\"soft\" style=\"margin:2px 0 0;color:#646a73\">{}</p>\n",
                       html_text(page.whose));
  }
  out += fmt::format("<p style=\"margin:2px 0 0;font-size:16px;line-height:24px\">{}</p>\n",
                     html_words(page.summary));
}

}  // namespace

std::string mail_start(std::string_view title, std::string_view style) {
  return fmt::format(
      "{}"
      "<meta name=\"supported-color-schemes\" content=\"light dark\">\n"
      "<title>{}</title>\n<style>\n{}{}</style>\n</head>\n"
      "<body class=\"page\" style=\"margin:0;padding:0;background:#ffffff;color:#23262b\">\n"
      "{} class=\"page\" style=\"background:#ffffff;color:#23262b\"><tr>"
      "<td align=\"center\" style=\"padding:20px 14px 32px\">\n"
      "<table role=\"presentation\" width=\"640\" cellpadding=\"0\" cellspacing=\"0\" "
      "border=\"0\" style=\"width:100%;max-width:640px\"><tr><td align=\"left\" "
      "style=\"{};font-size:15px;line-height:21px;word-break:break-word\">\n",
      document_start, title, style, night_style, table_start, font);
}

std::string mail_end() { return "</td></tr></table>\n</td></tr></table>\n</body>\n</html>\n"; }

std::string html_part(const AgendaPage& page, const Style& style) {
  const PageWords words = words_of(page, style.brief);
  std::string out;
  write_head(words, out);
  write_problems(words, out);
  for (const SectionWords& section : words.sections) {
    out += heading(section.title, section.ink);
    for (const EntryWords& entry : section.entries) write_entry(entry, section.compact, out);
  }
  if (!words.hidden.empty()) {
    out += fmt::format("<p class=\"soft\" style=\"margin:20px 0 0;color:#646a73\">{}</p>\n",
                       html_text(words.hidden));
  }
  if (page.ahead != nullptr) write_load(*page.ahead, out);
  if (!words.new_month.empty()) {
    out += fmt::format("<p style=\"margin:20px 0 0\">{}</p>\n", html_code(words.new_month));
  }
  return out + mail_end();
}

}  // namespace care
