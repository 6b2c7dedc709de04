#include <algorithm>
#include <cstddef>
#include <string>

#include <care/text.hpp>

#include "import/letters.hpp"
#include "import/vcard.hpp"
#include "import/vcard_heads.hpp"

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
    split_joined();
    // Files that were put one behind the other have marks in their midst.
    if (line_.starts_with(byte_order_mark)) line_.remove_prefix(byte_order_mark.size());
    ++number_;
  }

 private:
  /// Files without a last line end that were put one behind the other: `END:VCARDBEGIN:VCARD`.
  void split_joined() {
    constexpr std::string_view end = "END:VCARD";
    constexpr std::string_view begin = "BEGIN:VCARD";
    if (line_.size() < end.size() + begin.size() || !same_word(line_.substr(0, end.size()), end) ||
        !same_word(line_.substr(end.size(), begin.size()), begin)) {
      return;
    }
    rest_ = std::string_view{line_.data() + end.size(), rest_.data() + rest_.size()};
    line_ = line_.substr(0, end.size());
    --number_;
  }

  std::string_view rest_, line_;
  bool is_old_mac_, is_at_end_ = false;
  std::uint32_t number_ = 0;
};

bool is_line(std::string_view line, std::string_view wanted) {
  constexpr std::size_t longest = 40;
  if (line.size() > longest) return false;
  std::size_t first = 0;
  while (first < line.size() && (line[first] == ' ' || line[first] == '\t')) ++first;
  // Most lines are none, which their first letters show.
  if (!same_word(line.substr(first, 2), wanted.substr(0, 2))) return false;
  if (same_word(line, wanted)) return true;
  std::string text{line};
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t'; });
  return same_word(text, wanted);
}

bool is_border(std::string_view line) {
  return is_line(line, "BEGIN:VCARD") || is_line(line, "END:VCARD");
}

/// A value that may go on below, in any of the ways of folding that there are.
class Value {
 public:
  Value(std::string_view first, const CardProperty& property, bool is_old)
      : first_{first},
        is_quoted_printable_{property.is_quoted_printable()},
        is_base64_{property.is_base64()},
        is_old_{is_old},
        is_wanted_{!is_base64_ || !is_left_out(property.name)} {}

  /// Whether the line belongs to the value above it; then it is put there.
  [[nodiscard]] bool takes(const Lines& lines) {
    const std::string_view line = lines.line();
    const bool is_indented = line.starts_with(' ') || line.starts_with('\t');
    if (!is_indented && is_border(line)) return false;
    if (is_quoted_printable_ && so_far().ends_with('=')) {
      add({}, line);
      whole_.erase(whole_.size() - line.size() - 1, 1);
      return true;
    }
    if (is_indented) {
      add({}, line.substr(is_old_ && !is_base64_ ? 0 : 1));
      return true;
    }
    if (line.empty() || value_of(line) || (lines.is_folded() && is_head(line))) return false;
    add(is_base64_ ? "" : is_quoted_printable_ ? "=0A" : "\\n", line);
    return true;
  }

  [[nodiscard]] std::string_view kept(TextStore& texts) const {
    return is_longer_ ? texts.keep(whole_) : first_;
  }

 private:
  [[nodiscard]] std::string_view so_far() const { return is_longer_ ? whole_ : first_; }
  void add(std::string_view between, std::string_view line) {
    if (!is_wanted_) {
      // That there is one is counted.
      if (stripped(first_).empty()) first_ = line;
      return;
    }
    if (!is_longer_) whole_ = first_;
    is_longer_ = true;
    whole_ += between;
    whole_ += line;
  }

  std::string_view first_;
  std::string whole_;
  bool is_longer_ = false;
  bool is_quoted_printable_, is_base64_, is_old_, is_wanted_;
};

class CardReader {
 public:
  CardReader(std::string_view text, const std::function<void(const Card&)>& use)
      : lines_{text}, use_{use} {}

  [[nodiscard]] CardsRead read() {
    while (!lines_.is_at_end()) {
      const std::string_view line = lines_.line();
      if (is_line(line, "BEGIN:VCARD")) {
        if (!open_.empty()) cards_[open_.back()].has_nested = true;
        open_.push_back(cards_.size());
        cards_.emplace_back().line = lines_.number();
        lines_.advance();
      } else if (is_line(line, "END:VCARD") && !open_.empty()) {
        cards_[open_.back()].has_end = true;
        open_.pop_back();
        lines_.advance();
        if (open_.empty()) hand_on();
      } else {
        read_line();
      }
    }
    hand_on();
    return read_;
  }

 private:
  void hand_on() {
    for (const Card& card : cards_) use_(card);
    read_.count += cards_.size();
    cards_.clear();
  }

  void read_line() {
    const std::uint32_t number = lines_.number();
    std::string_view line = lines_.line();
    auto value = value_of(line);
    while (!value && !open_.empty() && lines_.is_folded() && is_head(line)) {
      lines_.advance();
      line = texts_.keep(std::string{line} + std::string{lines_.line().substr(1)});
      value = value_of(line);
    }
    if (open_.empty() || !value) {
      if (!stripped(line).empty()) {
        if (read_.strange_lines++ == 0) read_.strange_line = number;
      }
      lines_.advance();
      return;
    }
    Card& card = cards_[open_.back()];
    CardProperty& property = card.properties.emplace_back();
    property.line = number;
    read_head(property, line.substr(0, *value - 1), texts_);
    Value whole{line.substr(*value), property, card.is_old};
    lines_.advance();
    while (!lines_.is_at_end() && whole.takes(lines_)) lines_.advance();
    property.value = whole.kept(texts_);
    if (property.name == "VERSION") card.is_old = stripped(property.value) == "2.1";
  }

  Lines lines_;
  const std::function<void(const Card&)>& use_;
  CardsRead read_;
  TextStore texts_;
  std::vector<Card> cards_;
  std::vector<std::size_t> open_;
};

}  // namespace

CardsRead read_cards(std::string_view text, const std::function<void(const Card&)>& use) {
  return CardReader{text, use}.read();
}

}  // namespace care
