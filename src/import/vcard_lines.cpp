#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include <care/text.hpp>

#include "import/letters.hpp"
#include "import/vcard.hpp"
#include "import/vcard_heads.hpp"

namespace care {
namespace {

/// What begins or ends a card.
enum class Border { none, begin, end };

bool is_line(std::string_view line, std::string_view wanted) {
  constexpr std::size_t longest = 40;
  if (line.size() > longest) return false;
  if (same_word(line, wanted)) return true;
  std::string text{line};
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t'; });
  return same_word(text, wanted);
}

/// Most lines are neither, which their first letter shows.
Border border_of(std::string_view line) {
  std::size_t first = 0;
  while (first < line.size() && (line[first] == ' ' || line[first] == '\t')) ++first;
  if (first == line.size()) return Border::none;
  if ((line[first] | ' ') == 'b' && is_line(line, "BEGIN:VCARD")) return Border::begin;
  if ((line[first] | ' ') == 'e' && is_line(line, "END:VCARD")) return Border::end;
  return Border::none;
}

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
  [[nodiscard]] const char* start() const { return line_.data(); }
  /// Whether the next line goes on with this one, as all but the oldest cards
  /// are folded.
  [[nodiscard]] bool is_folded() const { return rest_.starts_with(' ') || rest_.starts_with('\t'); }
  [[nodiscard]] Border border() const { return border_; }
  /// As `value_of` the line; looked for once.
  [[nodiscard]] std::optional<std::size_t> value() {
    if (!value_) value_ = value_of(line_);
    return *value_;
  }

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
    border_ = border_of(line_);
    value_.reset();
  }

 private:
  /// Files without a last line end that were put one behind the other: `END:VCARDBEGIN:VCARD`.
  void split_joined() {
    constexpr std::string_view end = "END:VCARD";
    constexpr std::string_view begin = "BEGIN:VCARD";
    if (line_.empty() || (line_.front() | ' ') != 'e' || line_.size() < end.size() + begin.size() ||
        !same_word(line_.substr(0, end.size()), end) ||
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
  Border border_ = Border::none;
  std::optional<std::optional<std::size_t>> value_;
};

/// A value that may go on below, in any of the ways of folding that there are.
class Value {
 public:
  /// What is joined stands in `whole`.
  Value(std::string_view first, const CardProperty& property, bool is_old, std::string& whole)
      : first_{first},
        whole_{whole},
        is_quoted_printable_{property.is_quoted_printable()},
        is_base64_{property.is_base64()},
        is_old_{is_old},
        is_wanted_{!is_base64_ || !is_left_out(property.name)} {}

  /// Whether the line belongs to the value above it; then it is put there.
  [[nodiscard]] bool takes(Lines& lines) {
    const std::string_view line = lines.line();
    const bool is_indented = line.starts_with(' ') || line.starts_with('\t');
    if (!is_indented && lines.border() != Border::none) return false;
    if (is_quoted_printable_ && so_far().ends_with('=')) {
      add({}, line);
      whole_.erase(whole_.size() - line.size() - 1, 1);
      return true;
    }
    if (is_indented) {
      add({}, line.substr(is_old_ && !is_base64_ ? 0 : 1));
      return true;
    }
    if (line.empty() || lines.value() || (lines.is_folded() && is_head(line))) return false;
    add(is_base64_ ? "" : is_quoted_printable_ ? "=0A" : "\\n", line);
    return true;
  }

  void give(CardProperty& property, CardBytes& bytes) const {
    property.is_joined = property.is_joined || is_longer_;
    property.value = is_longer_ ? bytes.keep(whole_) : first_;
  }

 private:
  [[nodiscard]] std::string_view so_far() const {
    return is_longer_ ? std::string_view{whole_} : first_;
  }
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
  std::string& whole_;
  bool is_longer_ = false;
  bool is_quoted_printable_, is_base64_, is_old_, is_wanted_;
};

class CardReader {
 public:
  CardReader(std::string_view text, std::size_t border, const std::function<void(const Card&)>& use)
      : lines_{text}, border_{text.data() + border}, use_{use} {}

  [[nodiscard]] CardsRead read() {
    while (!lines_.is_at_end()) {
      if (lines_.start() == border_ && open_.empty()) {
        read_.stopped_at_border = true;
        break;
      }
      if (lines_.border() == Border::begin) {
        if (!open_.empty()) cards_[open_.back()].has_nested = true;
        open_.push_back(count_);
        next_card().line = lines_.number();
        lines_.advance();
      } else if (lines_.border() == Border::end && !open_.empty()) {
        cards_[open_.back()].has_end = true;
        open_.pop_back();
        lines_.advance();
        if (open_.empty()) hand_on();
      } else {
        read_line();
      }
    }
    hand_on();
    read_.lines = lines_.number() - (read_.stopped_at_border ? 1 : 0);
    return read_;
  }

 private:
  /// The room of those that were handed on is used again.
  Card& next_card() {
    if (count_ == cards_.size()) cards_.emplace_back();
    return cards_[count_++];
  }

  void hand_on() {
    for (std::size_t i = 0; i < count_; ++i) {
      use_(cards_[i]);
      cards_[i].properties.clear();
      cards_[i] = {0, std::move(cards_[i].properties)};
    }
    read_.count += count_;
    count_ = 0;
    bytes_.forget();
  }

  void read_line() {
    const std::uint32_t number = lines_.number();
    std::string_view line = lines_.line();
    auto value = lines_.value();
    while (!value && !open_.empty() && lines_.is_folded() && is_head(line)) {
      lines_.advance();
      line = bytes_.keep(std::string{line} + std::string{lines_.line().substr(1)});
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
    static_cast<CardHead&>(property) = heads_.read(line.substr(0, *value - 1), bytes_);
    property.line = number;
    property.is_joined = number != lines_.number();
    Value whole{line.substr(*value), property, card.is_old, joined_};
    lines_.advance();
    while (!lines_.is_at_end() && whole.takes(lines_)) lines_.advance();
    whole.give(property, bytes_);
    if (property.name == "VERSION") card.is_old = stripped(property.value) == "2.1";
  }

  Lines lines_;
  const char* border_;
  const std::function<void(const Card&)>& use_;
  CardsRead read_;
  std::string joined_;
  CardBytes bytes_;
  CardHeads heads_;
  std::vector<Card> cards_;
  std::size_t count_ = 0;
  std::vector<std::size_t> open_;
};

}  // namespace

CardsRead read_cards(std::string_view text, std::size_t border,
                     const std::function<void(const Card&)>& use) {
  return CardReader{text, border, use}.read();
}

}  // namespace care
