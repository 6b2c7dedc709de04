#include "shell/command_line/roff.hpp"

#include <care/text.hpp>
#include <care/text_ascii.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

constexpr std::string_view page_date = "November 22, 2026";

/// A character in roff that is shown as it stands: ' and - and ~ would become others.
std::string roff_character(std::string_view character, std::int32_t value) {
  switch (value) {
    case '\\': return "\\e";
    case '\'': return "\\(aq";
    case '`': return "\\(ga";
    case '^': return "\\(ha";
    case '~': return "\\(ti";
    case '"': return "\\(dq";
    default: break;
  }
  constexpr std::int32_t ascii_end = 0x80;
  return value < ascii_end ? std::string{character} : fmt::format("\\[u{:04X}]", value);
}

bool ends_sentence(std::string_view word) {
  return word.ends_with('.') && word != "..." && word != "v.";
}

}  // namespace

std::string roff_head(std::string_view name, int section, std::string_view about) {
  return fmt::format(".Dd {}\n.Dt {} {}\n.Os\n.Sh NAME\n.Nm {}\n.Nd {}\n", page_date,
                     in_capitals(std::string{name}), section, name, about);
}

std::string roff(std::string_view text, bool is_example) {
  std::string out;
  char before = ' ';
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    const std::string_view character = text.substr(0, point.size);
    const bool begins = before == ' ' || before == '-' || before == '(' || before == '/';
    const bool is_minus = character == "-" && (is_example || begins);
    out += is_minus ? "\\-" : roff_character(character, point.value);
    before = character.back();
    text.remove_prefix(point.size);
  }
  return out;
}

std::string roff_paragraph(std::string_view text) {
  constexpr std::size_t widest = 78;
  std::string out;
  std::string line;
  const auto flush = [&] {
    if (line.empty()) return;
    if (line.front() == '.' || line.front() == '\'') out += "\\&";
    out += line + '\n';
    line.clear();
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string word = roff(text.substr(0, end), false);
    if (!line.empty() && line.size() + 1 + word.size() > widest) flush();
    if (!word.empty()) line += line.empty() ? word : " " + word;
    if (ends_sentence(word)) flush();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  flush();
  return out;
}

std::string roff_line(std::string_view line) {
  const bool is_request = line.starts_with('.') || line.starts_with('\'');
  return (is_request ? "\\&" : "") + roff(line, true) + '\n';
}

std::string roff_item(std::string_view head, std::string_view text) {
  return fmt::format(".It {}\n{}", head, roff_paragraph(text));
}

std::string roff_list(std::string_view macro, std::span<const Meaning> words) {
  std::string out = ".Bl -tag -width Ds\n";
  for (const auto& [name, text] : words) {
    out += roff_item(fmt::format("{}{}", macro, roff(name, true)), text);
  }
  return out + ".El\n";
}

}  // namespace care
