#include "reading/diagnosis.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "reading/headers.hpp"
#include "reading/line_signs.hpp"
#include "reading/lost_headers.hpp"
#include "reading/problems.hpp"
#include "reading/stray_signs.hpp"

namespace care::reading {
namespace {

std::size_t offset_of(std::string_view text, Place place) {
  std::size_t offset = 0;
  for (std::uint32_t line = 1; line < place.line; ++line) {
    const std::size_t end = text.find('\n', offset);
    if (end == npos) return text.size();
    offset = end + 1;
  }
  for (std::uint32_t column = 1; column < place.column && offset < text.size(); ++column) {
    if (text[offset] == '\n') break;
    ++offset;
    while (offset < text.size() && (text[offset] & '\xc0') == '\x80') ++offset;
  }
  return offset;
}

/// Where a bracket or a text of several lines was opened that is still open at `end`.
class Open {
 public:
  Open(std::string_view text, std::size_t end) : text_{text.substr(0, end)} {
    while (at_ < text_.size()) step();
  }

  std::vector<std::size_t> brackets;
  std::size_t string = npos;

 private:
  void step() {
    const char c = text_[at_];
    if (c == '#') {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (c == '"' || c == '\'') {
      skip_string(c);
    } else {
      if (c == '\n' && brackets.empty()) in_value_ = false;
      if (c == '=') in_value_ = true;
      if ((c == '[' || c == '{') && in_value_) brackets.push_back(at_);
      if ((c == ']' || c == '}') && !brackets.empty()) brackets.pop_back();
      ++at_;
    }
  }

  void skip_string(char quote) {
    const std::string three(3, quote);
    const bool is_long = text_.substr(at_).starts_with(three);
    string = is_long ? at_ : npos;
    at_ += is_long ? 3 : 1;
    while (at_ < text_.size()) {
      if (is_long ? text_.substr(at_).starts_with(three) : text_[at_] == quote) {
        at_ += is_long ? 3 : 1;
        while (is_long && at_ < text_.size() && text_[at_] == quote) ++at_;
        string = npos;
        return;
      }
      if (!is_long && text_[at_] == '\n') return;
      at_ += text_[at_] == '\\' && quote == '"' ? 2 : 1;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool in_value_ = false;
};

/// Characters that no text file has, and line ends that hardly any has.
std::optional<Slip> slip_in_bytes(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if ((c >= ' ' && c != '\x7f') || c == '\n' || c == '\t' || c < '\0') continue;
    if (c == '\r') {
      if (i + 1 < text.size() && text[i + 1] == '\n') continue;
      return Slip{i, "a carriage return stands here without a line feed",
                  "line ends of Unix or Windows"};
    }
    if (c == '\0') return Slip{i, "the file looks damaged: zeros stand here", "restore a backup"};
    return Slip{i, fmt::format("the control character {} stands here", shown(text.substr(i, 1))),
                "plain text without it"};
  }
  return std::nullopt;
}

/// What was opened on an earlier line and is not closed where it should be.
std::optional<Slip> slip_across_lines(std::string_view text, std::size_t stopped) {
  const Open open{text, stopped};
  const std::size_t line_start = text.substr(0, stopped).rfind('\n') + 1;
  if (open.string != npos) {
    return Slip{open.string, "the text that begins here does not end",
                fmt::format("{} at its end", text.substr(open.string, 3))};
  }
  // However many empty lines end the text.
  const bool at_end = text.find_first_not_of(" \t\r\n", stopped) == npos;
  std::optional<std::size_t> innermost;
  for (const std::size_t bracket : open.brackets)
    if (bracket < line_start || at_end) innermost = bracket;
  if (!innermost) return std::nullopt;
  const std::size_t bracket = *innermost;
  if (text[bracket] == '{') {
    return Slip{bracket, "the table that begins here is not closed on its line",
                "{ from = 2026-12-28, to = 2026-12-31 } on one line"};
  }
  return Slip{bracket, "the list that begins here is not closed, or lacks a comma",
              "[\"…\", \"…\"]"};
}

std::string_view line_around(std::string_view text, std::size_t offset) {
  const std::size_t start = text.substr(0, offset).rfind('\n') + 1;
  return text.substr(start, text.find('\n', offset) - start);
}

}  // namespace

Diagnosis diagnose_header(std::string_view line, Place at) {
  line = line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (const std::size_t unseen = find_invisible(line); unseen != npos) {
    at.column += column_behind(line.substr(0, unseen)) - 1;
    return {at, sign_in_words(line.substr(unseen)) + " stands here", "a blank, or nothing"};
  }
  const Header header = meant_header(line);
  const Table table = table_named(header.root);
  std::string instead{table == Table::other ? "[[customer]]" : head_of(table).header};
  if (header.parts > 1) instead = "[customer.extra] or [[customer.contact]]";
  return {at, fmt::format("{} is not the header of a table", in_quotes(line)), std::move(instead)};
}

Diagnosis diagnose(std::string_view text, const Refusal& refusal) {
  const auto at = [&](const Slip& slip, std::size_t start) {
    return Diagnosis{place_at(text, start + slip.offset), slip.what, slip.instead};
  };
  const std::size_t stopped = offset_of(text, refusal.at);
  const std::string_view line = line_around(text, stopped);
  const auto start = static_cast<std::size_t>(line.data() - text.data());

  if (const auto slip = slip_in_bytes(text.substr(0, start + line.size() + 1))) return at(*slip, 0);
  if (const std::size_t unseen = find_invisible(line); unseen != npos)
    return at({unseen, sign_in_words(line.substr(unseen)) + " stands here", "a blank, or nothing"},
              start);
  if (const auto slip = slip_across_lines(text, stopped)) return at(*slip, 0);
  const std::size_t first = std::min(line.find_first_not_of(" \t"), line.size());
  if (refusal.said.starts_with("cannot redefine") || refusal.said.starts_with("cannot insert")) {
    const std::string_view key = line.substr(first, line.find('=') - first);
    const std::size_t last = key.find_last_not_of(" \t\r");
    return {place_at(text, start + first),
            fmt::format("{} stands here a second time", in_quotes(key.substr(0, last + 1))),
            "one of the two"};
  }
  if (const auto slip = slip_in_line(line)) return at(*slip, start);
  return {refusal.at, fmt::format("this cannot be read ({})", shown(refusal.said)),
          "`key = value`, one to a line, texts in quotes"};
}

}  // namespace care::reading
