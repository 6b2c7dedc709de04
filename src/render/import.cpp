#include <care/render_import.hpp>

#include <array>

#include <care/text.hpp>

#include <fmt/format.h>

namespace care {
namespace {

struct Section {
  RemarkKind kind;
  std::string_view heading;
};
constexpr std::array<Section, 4> sections{{
    {RemarkKind::not_read, "Not read"},
    {RemarkKind::not_taken, "Could not be taken over"},
    {RemarkKind::news, "Known, with something new"},
    {RemarkKind::worth_a_look, "Worth a look"},
}};

std::string counted(std::size_t count, std::string_view what) {
  return count == 0 ? std::string{} : fmt::format(", {} {}", count, what);
}

std::string place_of(const Import& import, const ImportRemark& remark) {
  const std::string& file = import.files[remark.file];
  return neutralised(remark.line == 0 ? file : fmt::format("{}:{}", file, remark.line));
}

std::string lines_of(const Import& import, const ImportRemark& remark) {
  constexpr std::size_t longest = 400;
  std::string text = fmt::format("  {}: ", place_of(import, remark));
  if (!remark.who.empty())
    text += neutralised(remark.who) + (remark.kind == RemarkKind::news ? " " : ": ");
  text += shortened(neutralised(remark.what), longest) + "\n";
  for (std::string_view rest = remark.command; !rest.empty();) {
    const auto end = rest.find("\ncare ");
    text += fmt::format("    {}\n", neutralised(rest.substr(0, end)));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return text;
}

std::string left_out(const Import& import) {
  std::string text;
  for (const LeftOut& one : import.left_out) {
    text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", neutralised(one.what), one.count);
  }
  if (!text.empty()) text = "\nLeft out: " + text + "\n";
  if (import.columns_left.empty()) return text;
  text += "\nColumns left out (--map extra.NAME=COLUMN keeps one):\n";
  for (const LeftOut& one : import.columns_left) {
    text += fmt::format("  {} ({})\n", neutralised(one.what), one.count);
  }
  return text;
}

}  // namespace

std::string render(const Import& import) {
  const ImportCounts& counts = import.counts;
  std::string text = fmt::format(
      "{} read: {} new{}{}{}\n", counts.read, counts.added, counted(counts.known, "known"),
      counted(counts.with_news, "known with news"), counted(counts.not_read, "not read"));
  for (const Section& section : sections) {
    bool is_first = true;
    for (const ImportRemark& remark : import.remarks) {
      if (remark.kind != section.kind) continue;
      const bool is_taken_over = remark.kind == RemarkKind::news && import.updates_known;
      if (is_first) {
        text += fmt::format("\n{}:\n",
                            is_taken_over ? "Known, and brought up to date" : section.heading);
      }
      is_first = false;
      text += lines_of(import, remark);
    }
  }
  return text + left_out(import);
}

}  // namespace care
