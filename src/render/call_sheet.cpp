#include <care/render.hpp>
#include "render/escape.hpp"
#include "render/layout.hpp"
#include "render/words/entries.hpp"
#include "render/words/sheet.hpp"

#include <fmt/format.h>

namespace care {
namespace {

void write_line(const SheetLine& line, Layout& layout) {
  switch (line.look) {
    case SheetLook::remark: layout.remark(line.label, with_day(line.day, line.text)); break;
    case SheetLook::dated: layout.text(with_day(line.label, line.text)); break;
    case SheetLook::text: layout.text(line.text, std::string_view{line.right}); break;
    case SheetLook::reason:
      layout.item(line.label, line.ink, line.text);
      for (const std::string& more : line.more) layout.text(more);
      if (!line.id.empty()) layout.text(line.id);
      break;
    case SheetLook::happening:
      layout.item(line.label, line.ink, line.text);
      for (const std::string& more : line.more) layout.item({}, Ink::plain, more);
      break;
  }
}

/// `- *heard* 6 Nov Ingrid: silent.`; what is below it is below it, and so are the remarks about
/// somebody of theirs.
void write_bullet(const SheetLine& line, bool below, std::string& out) {
  const auto bullet = [&](bool in, std::string_view text) {
    out += fmt::format("{}- {}\n", in ? "  " : "", text);
  };
  std::string label = markdown_text(line.label);
  if (line.look == SheetLook::reason) label = fmt::format("**{}**", label);
  if (line.look == SheetLook::remark) label = fmt::format("*{}*", label);
  std::string text = markdown_text(line.text);
  if (!line.day.empty()) text = fmt::format("{} {}", markdown_text(line.day), text);
  if (!line.label.empty()) text = fmt::format("{} {}", label, text);
  if (!line.right.empty()) text += fmt::format(" · {}", markdown_text(line.right));
  bullet(below, text);
  for (const std::string& more : line.more) bullet(true, markdown_text(more));
  if (!line.id.empty()) bullet(true, markdown_text(line.id));
}

/// Where the program is at hand, so is the rest.
std::string left_out_words(const SheetPart& part) {
  return part.left_out == 0 ? "" : fmt::format("and {} more: --all", part.left_out);
}

}  // namespace

std::string sheet_text(const CallSheet& sheet, const Style& style) {
  const SheetWords words = words_of(sheet, style.whole_history);
  Layout layout{style};
  layout.head(words.marked, words.id, words.who, words.reach.best());
  for (const SheetPart& part : words.parts) {
    if (!part.title.empty()) {
      layout.blank_line();
      layout.line(part.title, Ink::bold);
    }
    for (const SheetLine& line : part.lines) write_line(line, layout);
    if (const std::string rest = left_out_words(part); !rest.empty()) layout.text(rest);
  }
  return layout.take();
}

std::string sheet_markdown(const CallSheet& sheet, const Style& style) {
  const SheetWords words = words_of(sheet, style.whole_history);
  std::string out = fmt::format("# {}{}\n\n**{}**", words.marked ? "**!** " : "",
                                markdown_text(words.who), markdown_text(words.id));
  if (!words.reach.best().empty()) {
    out += fmt::format(" · {}", markdown_text(words.reach.best()));
  }
  out += '\n';
  for (const SheetPart& part : words.parts) {
    out += part.title.empty() ? "\n" : fmt::format("\n## {}\n\n", part.title);
    for (const SheetLine& line : part.lines) {
      write_bullet(line, !part.title.empty() && line.look == SheetLook::remark, out);
    }
    if (const std::string rest = left_out_words(part); !rest.empty())
      out += fmt::format("- {}\n", markdown_text(rest));
  }
  return out;
}

}  // namespace care
