#include <algorithm>
#include <cstddef>
#include <utility>

#include <care/text.hpp>

#include "import/letters.hpp"
#include "import/vcard.hpp"

namespace care {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// The lines of a text, whatever ends them.
class Lines {
 public:
  explicit Lines(std::string_view text)
      : rest_{text}, is_old_mac_{text.find('\n') == std::string_view::npos} {
    advance();
  }
  [[nodiscard]] bool is_at_end() const { return is_at_end_; }
  [[nodiscard]] std::string_view line() const { return line_; }
  [[nodiscard]] std::uint32_t number() const { return number_; }
  /// Whether the next line goes on with this one, as all but the oldest cards
  /// are folded.
  [[nodiscard]] bool is_folded() const { return rest_.starts_with(' ') || rest_.starts_with('\t'); }

  void advance() {
    is_at_end_ = rest_.empty();
    if (is_at_end_) return;
    const auto end = rest_.find(is_old_mac_ ? '\r' : '\n');
    line_ = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    while (line_.ends_with('\r')) line_.remove_suffix(1);
    // Files that were put one behind the other have marks in their midst.
    if (line_.starts_with(byte_order_mark)) line_.remove_prefix(byte_order_mark.size());
    ++number_;
  }

 private:
  std::string_view rest_, line_;
  bool is_old_mac_, is_at_end_ = false;
  std::uint32_t number_ = 0;
};

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' || c == '_' ||
         c == '.' || c == '/';
}

/// Where the value of a property begins; nothing where the line is none:
/// `X-A;TYPE="a:b":value`.
std::optional<std::size_t> value_of(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && is_name_letter(line[i])) ++i;
  if (i == 0 || i == line.size() || (line[i] != ':' && line[i] != ';')) return std::nullopt;
  bool is_quoted = false;
  for (; i < line.size(); ++i) {
    if (line[i] == '"') is_quoted = !is_quoted;
    if (line[i] == ':' && !is_quoted) return i + 1;
  }
  // A quote that never ends is only a letter.
  const auto colon = line.find(':');
  return colon == std::string_view::npos ? std::nullopt : std::optional{colon + 1};
}

void add_parameter(CardProperty& property, std::string_view text) {
  const auto equals = text.find('=');
  std::string name =
      equals == std::string_view::npos ? "TYPE" : upper(stripped(text.substr(0, equals)));
  std::string value{stripped(equals == std::string_view::npos ? text : text.substr(equals + 1))};
  std::erase(value, '"');
  value = decoded(value, {}).text;
  if (equals == std::string_view::npos &&
      (equal_ignoring_case(value, "QUOTED-PRINTABLE") || equal_ignoring_case(value, "BASE64"))) {
    name = "ENCODING";
  }
  property.parameters.push_back({std::move(name), std::move(value)});
}

/// All before the value.
CardProperty head_of(std::string_view head) {
  CardProperty property;
  bool is_quoted = false;
  std::size_t begin = 0;
  bool has_name = false;
  for (std::size_t i = 0; i <= head.size(); ++i) {
    if (i < head.size() && head[i] == '"') is_quoted = !is_quoted;
    if (i < head.size() && (head[i] != ';' || is_quoted)) continue;
    const std::string_view part = head.substr(begin, i - begin);
    begin = i + 1;
    if (has_name) {
      if (!part.empty()) add_parameter(property, part);
      continue;
    }
    has_name = true;
    const auto dot = part.rfind('.');
    if (dot != std::string_view::npos) property.group = upper(part.substr(0, dot));
    property.name = upper(dot == std::string_view::npos ? part : part.substr(dot + 1));
  }
  return property;
}

bool is_line(std::string_view line, std::string_view wanted) {
  constexpr std::size_t longest = 40;
  const auto first = line.find_first_not_of(" \t");
  if (line.size() > longest || first == std::string_view::npos) return false;
  // Most lines are none, which their first letter shows.
  if (!equal_ignoring_case(line.substr(first, 1), wanted.substr(0, 1))) return false;
  std::string text{line};
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t'; });
  return equal_ignoring_case(text, wanted);
}

/// `TEL;`, whose parameters stand on the next line.
bool is_head(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && is_name_letter(line[i])) ++i;
  return i > 0 && i < line.size() && line[i] == ';';
}

bool is_border(std::string_view line) {
  return is_line(line, "BEGIN:VCARD") || is_line(line, "END:VCARD");
}

/// What goes on below, of the kinds of folding that there are.
class Folding {
 public:
  Folding(const CardProperty& property, bool is_old)
      : is_quoted_printable_{property.is_quoted_printable()},
        is_base64_{property.is_base64()},
        is_old_{is_old} {}

  /// Whether the line belongs to the value above it; then it is put there.
  [[nodiscard]] bool takes(const Lines& lines, std::string& value) const {
    const std::string_view line = lines.line();
    const bool is_indented = line.starts_with(' ') || line.starts_with('\t');
    if (!is_indented && is_border(line)) return false;
    if (is_quoted_printable_ && value.ends_with('=')) {
      value.pop_back();
      value += line;
      return true;
    }
    if (is_indented) {
      value += line.substr(is_old_ && !is_base64_ ? 0 : 1);
      return true;
    }
    if (line.empty() || value_of(line) || (lines.is_folded() && is_head(line))) return false;
    if (!is_base64_) value += is_quoted_printable_ ? "=0A" : "\\n";
    value += line;
    return true;
  }

 private:
  bool is_quoted_printable_, is_base64_, is_old_;
};

class CardReader {
 public:
  explicit CardReader(std::string_view text) : lines_{text} {}

  [[nodiscard]] Cards read() {
    while (!lines_.is_at_end()) {
      const std::string_view line = lines_.line();
      if (is_line(line, "BEGIN:VCARD")) {
        if (!open_.empty()) cards_.all[open_.back()].has_nested = true;
        open_.push_back(cards_.all.size());
        cards_.all.push_back({});
        cards_.all.back().line = lines_.number();
        lines_.advance();
      } else if (is_line(line, "END:VCARD") && !open_.empty()) {
        cards_.all[open_.back()].has_end = true;
        open_.pop_back();
        lines_.advance();
      } else {
        read_line();
      }
    }
    return std::move(cards_);
  }

 private:
  void read_line() {
    const std::uint32_t number = lines_.number();
    std::string line{lines_.line()};
    auto value = value_of(line);
    while (!value && !open_.empty() && lines_.is_folded() && is_head(line)) {
      lines_.advance();
      line += lines_.line().substr(1);
      value = value_of(line);
    }
    if (open_.empty() || !value) {
      if (!stripped(line).empty()) {
        if (cards_.strange_lines++ == 0) cards_.strange_line = number;
      }
      lines_.advance();
      return;
    }
    Card& card = cards_.all[open_.back()];
    CardProperty property = head_of(std::string_view{line}.substr(0, *value - 1));
    property.line = number;
    property.value = line.substr(*value);
    if (property.name == "VERSION") card.is_old = stripped(property.value) == "2.1";
    const Folding folding{property, card.is_old};
    lines_.advance();
    while (!lines_.is_at_end() && folding.takes(lines_, property.value)) lines_.advance();
    card.properties.push_back(std::move(property));
  }

  Lines lines_;
  Cards cards_;
  std::vector<std::size_t> open_;
};

}  // namespace

std::string_view CardProperty::parameter(std::string_view key) const {
  const auto found = std::ranges::find(parameters, key, &Parameter::name);
  return found == parameters.end() ? std::string_view{} : std::string_view{found->value};
}

bool CardProperty::is_type(std::string_view type) const {
  return std::ranges::any_of(parameters, [&](const Parameter& one) {
    if (one.name != "TYPE") return false;
    const std::vector<std::string> types = parts(one.value, ",");
    return std::ranges::any_of(
        types, [&](const std::string& each) { return equal_ignoring_case(each, type); });
  });
}

bool CardProperty::is_quoted_printable() const {
  return equal_ignoring_case(parameter("ENCODING"), "QUOTED-PRINTABLE");
}

bool CardProperty::is_base64() const {
  const std::string_view encoding = parameter("ENCODING");
  return equal_ignoring_case(encoding, "BASE64") || equal_ignoring_case(encoding, "B");
}

Cards read_cards(std::string_view text) { return CardReader{text}.read(); }

}  // namespace care
