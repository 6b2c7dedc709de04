#include <care/render.hpp>
#include <care/text.hpp>
#include "render/html/markup.hpp"
#include "render/words/phrases.hpp"
#include "render/words/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

/// A row of a list of labels, or of days, and what belongs to them.
std::string list_row(const SheetLine& line) {
  std::string text = line.label == "email"   ? mail_link(line.text)
                     : line.label == "phone" ? phone_link(line.text)
                                             : html_remark(line.text, line.quoted);
  if (!line.day.empty()) text = fmt::format("{}  {}", html_words(line.day), text);
  for (const std::string& more : line.more) text += "<br>" + html_span(more);
  return fmt::format("<dt>{}</dt><dd>{}</dd>\n", html_words(line.label), text);
}

std::string alone(const SheetLine& line) {
  if (line.look == SheetLook::reason) {
    std::string out = fmt::format("<p class=\"reason{}\"><b>{}</b> <span>{}</span></p>\n",
                                  class_of(line.ink), html_text(line.label), html_words(line.text));
    for (const std::string& more : line.more) {
      out += fmt::format("<p class=\"detail\">{}</p>\n", html_span(more));
    }
    if (!line.id.empty()) {
      out += fmt::format("<p class=\"detail owner\">{}</p>\n", html_text(line.id));
    }
    return out;
  }
  const std::string right =
      line.right.empty() ? ""
                         : fmt::format(" <span class=\"owner\">{}</span>", phone_link(line.right));
  return fmt::format("<p class=\"alone\">{}{}</p>\n", html_span(line.text), right);
}

/// What list a line stands in; empty: none.
std::string_view list_of(const SheetLine& line) {
  switch (line.look) {
    case SheetLook::remark: return "<dl>\n";
    case SheetLook::happening:
    case SheetLook::dated: return "<dl class=\"days\">\n";
    case SheetLook::reason:
    case SheetLook::text: break;
  }
  return {};
}

/// Lines that belong to labels or days stand in one list as long as nothing comes between them.
std::string lines_html(const std::vector<SheetLine>& lines) {
  std::string out;
  std::string_view list;
  for (const SheetLine& line : lines) {
    if (const std::string_view next = list_of(line); next != list) {
      if (!list.empty()) out += "</dl>\n";
      out += next;
      list = next;
    }
    out += list.empty() ? alone(line) : list_row(line);
  }
  return list.empty() ? out : out + "</dl>\n";
}

std::string reach_html(const Reach& reach) {
  if (reach.best().empty()) return {};
  return fmt::format("<p class=\"summary\">{}</p>\n",
                     reach.phone.empty() ? mail_link(reach.email) : phone_link(reach.phone));
}

}  // namespace

std::string sheet_html(const CallSheet& sheet, const Style& style) {
  const SheetWords words = words_of(sheet, style.whole_history);
  std::string out = page_start(fmt::format("{}: {}", html_text(words.id), html_text(words.who)));
  out += fmt::format(
      "<body>\n<header>\n<h1>{}{}</h1>\n<p class=\"whose\">{}{}{}</p>\n{}</header>\n"
      "<main>\n",
      words.marked ? "<span class=\"mark\">! </span>" : "", html_span(words.who),
      html_text(sheet.book->name), sheet.book->name.empty() ? "" : ", ",
      html_words(long_day(day_of(sheet.now))), reach_html(words.reach));
  for (const SheetPart& part : words.parts) {
    if (part.lines.empty()) continue;
    out += part.title.empty() ? "<section class=\"first\">\n"
                              : fmt::format("<section>\n<h2>{}</h2>\n", part.title);
    out += lines_html(part.lines);
    if (part.left_out > 0) {
      // Who reads this in a browser has no command to type.
      out += fmt::format("<p class=\"alone owner\">{} older {} in the book</p>\n", part.left_out,
                         part.left_out == 1 ? "entry" : "entries");
    }
    out += "</section>\n";
  }
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace care
