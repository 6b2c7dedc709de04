#include "fuzz/markup.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "fuzz/fuzz.hpp"

namespace care::test {
namespace {

constexpr std::string_view small_letters = "abcdefghijklmnopqrstuvwxyz0123456789";

// --- HTML ---------------------------------------------------------------------------------------

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_known_tag(std::string_view name) {
  static constexpr std::array<std::string_view, 38> names{
      "a",     "article", "aside",      "b",      "body", "br", "dd",   "desc", "div",     "dl",
      "dt",    "em",      "figcaption", "figure", "g",    "h1", "h2",   "h3",   "head",    "header",
      "html",  "i",       "li",         "link",   "main", "p",  "path", "rect", "section", "span",
      "style", "svg",     "table",      "td",     "text", "th", "tr",   "ul"};
  static constexpr std::array<std::string_view, 7> more{"footer", "meta",   "title", "tbody",
                                                        "thead",  "strong", "center"};
  return is_one_of(name, names) || is_one_of(name, more);
}

/// Has no end tag.
bool is_void(std::string_view name) {
  static constexpr std::array<std::string_view, 3> names{"br", "link", "meta"};
  return is_one_of(name, names);
}

bool is_harmless_link(std::string_view target) {
  static constexpr std::array<std::string_view, 6> beginnings{
      "http://", "https://", "mailto:", "tel:", "data:,", "#"};
  return std::ranges::any_of(beginnings,
                             [&](std::string_view begin) { return target.starts_with(begin); });
}

/// ` name="value"`, or ` nowrap`, taken off `text`.
void take_attribute(std::string_view& text) {
  const std::string_view all = text.substr(0, text.find('>'));
  text.remove_prefix(1);
  constexpr std::string_view alone = "nowrap";
  if (text.starts_with(alone)) {
    text.remove_prefix(alone.size());
    return;
  }
  const std::size_t end = text.find('=');
  demand(end != std::string_view::npos, "an attribute has a value", all);
  const std::string_view name = text.substr(0, end);
  demand(!name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABRV0123456789-:") ==
                              std::string_view::npos,
         "an attribute's name is of letters", all);
  demand(!name.starts_with("on"), "nothing is done", all);
  text.remove_prefix(end + 1);
  const std::size_t close = text.find('"', 1);
  demand(text.starts_with('"') && close != std::string_view::npos, "a value is quoted", all);
  const std::string_view value = text.substr(1, close - 1);
  demand(value.find_first_of("<>") == std::string_view::npos, "a value holds no tag", all);
  if (name == "href" || name == "src") demand(is_harmless_link(value), "a link opens a page", all);
  text.remove_prefix(close + 1);
}

void take_entity(std::string_view text) {
  const std::size_t end = text.find(';');
  demand(end != std::string_view::npos, "& begins an entity", text);
  static constexpr std::array<std::string_view, 10> names{
      "amp", "lt", "gt", "quot", "#39", "nbsp", "zwnj", "middot", "#8203", "#847"};
  demand(is_one_of(text.substr(1, end - 1), names), "an entity is known", text.substr(0, end));
}

/// A tag, taken off `text`; `open` are those around it.
void take_tag(std::string_view& text, std::vector<std::string>& open) {
  const std::string_view all = text.substr(0, text.find('>'));
  const bool is_end = text.starts_with("</");
  text.remove_prefix(is_end ? 2 : 1);
  const std::string name{text.substr(0, text.find_first_not_of(small_letters))};
  demand(is_known_tag(name), "a tag is one that care writes", all);
  text.remove_prefix(name.size());
  if (is_end) {
    demand(!open.empty() && open.back() == name, "tags are nested", all);
    open.pop_back();
  } else {
    while (text.starts_with(' ') && !text.starts_with(" />")) take_attribute(text);
    const bool is_closed = text.starts_with("/>") || text.starts_with(" />");
    if (is_closed) text.remove_prefix(text.find('>'));
    if (!is_closed && !is_void(name)) open.push_back(name);
  }
  demand(text.starts_with('>'), "a tag ends", all);
  text.remove_prefix(1);
  if (name == "style" && !is_end) {
    const std::size_t end = text.find("</style>");
    demand(end != std::string_view::npos, "a style ends", all);
    text.remove_prefix(end);
  }
}

// --- Mail ---------------------------------------------------------------------------------------

/// The next line, taken off `text` with its LF.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  demand(end != std::string_view::npos, "every line has an end", text);
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

/// Header lines up to the empty one, taken off `text`.
void take_headers(std::string_view& text, const std::vector<std::string_view>& needed) {
  constexpr std::size_t longest = 998;
  std::vector<std::string_view> names;
  for (std::string_view line = take_line(text); !line.empty(); line = take_line(text)) {
    demand(line.size() <= longest, "a line has 998 octets at most", line);
    demand(line.find_first_not_of(' ') != std::string_view::npos, "no line is blank", text);
    if (line[0] == ' ') {
      demand(!names.empty(), "a header line is continued", line);
      continue;
    }
    const std::size_t end = line.find(": ");
    demand(end != std::string_view::npos, "a header has a name and a value", line);
    names.push_back(line.substr(0, end));
  }
  demand(names == needed, "the headers are those that care writes", text);
}

int hex_digit(char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const std::size_t found = digits.find(c);
  return found == std::string_view::npos ? -1 : static_cast<int>(found);
}

std::string unquoted(std::string_view text) {
  constexpr int base = 16;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      out += text[i];
    } else if (text.substr(i + 1).starts_with('\n')) {
      ++i;
    } else {
      demand(i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0,
             "= stands before two digits", text);
      out += static_cast<char>(hex_digit(text[i + 1]) * base + hex_digit(text[i + 2]));
      i += 2;
    }
  }
  return out;
}

/// One part up to its boundary, which is taken off, too.
std::string take_part(std::string_view& text, std::string_view boundary) {
  constexpr std::size_t longest = 76;
  take_headers(text, {"Content-Type", "Content-Transfer-Encoding"});
  std::string body;
  for (std::string_view line = take_line(text); !line.starts_with(boundary);
       line = take_line(text)) {
    demand(line.size() <= longest, "a line has 76 octets at most", line);
    demand(!line.ends_with(' '), "no blank is lost at the end of a line", line);
    body += std::string{line} + "\n";
  }
  return unquoted(body);
}

}  // namespace

void demand_letter(std::string_view text) {
  demand_visible(text, "a letter");
  take_headers(text, {"From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
                      "Content-Transfer-Encoding"});
  demand_visible(unquoted(text), "the text of a letter");
}

void demand_html(std::string_view text) {
  std::vector<std::string> open;
  constexpr std::string_view doctype = "<!DOCTYPE html>";
  if (text.starts_with(doctype)) text.remove_prefix(doctype.size());
  while (true) {
    text.remove_prefix(std::min(text.find_first_of("<&"), text.size()));
    if (text.empty()) break;
    if (text[0] == '<') {
      take_tag(text, open);
    } else {
      take_entity(text);
      text.remove_prefix(1);
    }
  }
  demand(open.empty(), "every tag is closed", open.empty() ? "" : open.back());
}

void demand_mail(std::string_view text) {
  demand_visible(text, "a message");
  demand(std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }),
         "a message is ASCII", text);
  take_headers(text, {"From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted",
                      "MIME-Version", "Content-Type"});
  const std::string boundary{take_line(text)};
  demand(boundary.starts_with("--"), "a part begins", boundary);
  const std::string plain = take_part(text, boundary);
  demand_visible(plain, "the text of a message");
  const std::string page = take_part(text, boundary);
  demand_visible(page, "the page of a message");
  demand_html(page);
  demand(text.empty(), "nothing stands behind the last part", text);
}

}  // namespace care::test
