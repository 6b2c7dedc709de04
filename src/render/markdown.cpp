#include <care/render.hpp>
#include "render/escape.hpp"
#include "render/words/page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

/// `  - *soon* Sat 28 Nov Joe Tran's birthday`.
void bullet(std::string_view label, std::string_view day, std::string_view text, std::string& out) {
  out += fmt::format("  - {} {}{}{}\n", label, day, day.empty() ? "" : " ", markdown_text(text));
}

/// What stands between backticks stays as it is.
std::string with_code(std::string_view text) {
  std::string out;
  bool is_code = false;
  for (std::size_t begin = 0; begin <= text.size(); is_code = !is_code) {
    const std::size_t end = std::min(text.find('`', begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    out += is_code ? fmt::format("`{}`", part) : markdown_text(part);
    begin = end + 1;
  }
  return out;
}

void write_reason(const ItemWords& reason, std::string& out) {
  if (reason.label.empty()) {
    bullet("*soon*", reason.day, reason.line, out);
  } else {
    bullet(fmt::format("**{}**", reason.label), {},
           reason.detail.empty() ? reason.line : fmt::format("{}: {}", reason.line, reason.detail),
           out);
  }
}

void write_entry(const EntryWords& entry, std::string& out) {
  if (entry.reasons.empty()) {
    out += fmt::format("- **!** {}\n", markdown_text(entry.who));  // it could not be read
    return;
  }
  out += fmt::format("- {}**{}** {}", entry.marked ? "**!** " : "", markdown_text(entry.id),
                     markdown_text(entry.who));
  if (const std::string& reach = entry.reach.best(); !reach.empty()) {
    out += fmt::format(" · {}", markdown_text(reach));
  }
  if (!entry.owner.empty()) out += fmt::format(" ({})", markdown_text(entry.owner));
  out += '\n';
  if (!entry.caution.empty()) out += fmt::format("  - **{}**\n", markdown_text(entry.caution));
  for (const ItemWords& reason : entry.reasons) write_reason(reason, out);
  for (const Remark& remark : entry.remarks) {
    bullet(fmt::format("*{}*", remark.label), remark.day, remark.text, out);
  }
}

}  // namespace

std::string render_markdown(const AgendaPage& page, const Style& /*style*/) {
  const PageWords words = words_of(page, false);
  std::string out = fmt::format("# {}\n", words.title);
  const auto paragraph = [&](std::string_view text) {
    if (!text.empty()) out += fmt::format("\n{}\n", markdown_text(text));
  };
  paragraph(words.whose);
  paragraph(words.summary);
  paragraph(words.problems);
  if (!words.problems.empty()) out += '\n';
  for (const std::string& line : words.first_problems) {
    out += fmt::format("- {}\n", markdown_text(line));
  }
  for (const SectionWords& section : words.sections) {
    out += fmt::format("\n## {}\n\n", section.title);
    for (const EntryWords& entry : section.entries) write_entry(entry, out);
  }
  paragraph(words.hidden);
  if (!words.new_month.empty()) out += fmt::format("\n{}\n", with_code(words.new_month));
  return out;
}

}  // namespace care
