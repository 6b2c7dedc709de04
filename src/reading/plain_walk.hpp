#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "reading/headers.hpp"
#include "reading/node.hpp"
#include "reading/plain_words.hpp"

namespace care::reading {

/// `[[customer.contact]]`, taken apart.
struct Heading {
  Position at;
  std::string_view name, sub;
  bool is_array = false;
};

/// Walks over the text of a block that is written as nearly all are: headers, and lines `key =
/// value` with a bare key and a text, date, number, true, false, a list of those or an inline table
/// on its line. Anything else, sound or not, and what is not UTF-8, makes it return false; then
/// nothing it has read counts, and the parser decides. What it does read is what the parser
/// would read, many times as fast.
///
/// The nodes refer to the text, which has to stay as long as the book (Node::stays).
class PlainWalk {
 public:
  /// The text begins with a line.
  PlainWalk(std::string_view text, Position start, Pool& pool)
      : begin_{text.data()},
        at_{text.data()},
        end_{text.data() + text.size()},
        file_{start.file},
        line_{start.line},
        pool_{pool} {
    start_of_line();
  }

 protected:
  [[nodiscard]] bool is_at_end() const { return at_ == end_; }
  [[nodiscard]] bool is_at(char c) const { return at_ != end_ && *at_ == c; }

  bool take(char c) {
    if (!is_at(c)) return false;
    ++at_;
    return true;
  }

  void skip_blanks() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\t')) ++at_;
  }

  [[nodiscard]] std::uint32_t line() const { return line_; }
  /// Bytes before this line.
  [[nodiscard]] std::size_t passed() const {
    return static_cast<std::size_t>(line_start_ - begin_);
  }
  /// See most_weight.
  [[nodiscard]] std::uint32_t weight() const { return weight_; }

  void start_of_line() {
    counted_ = line_start_ = at_;
    column_ = 1;
  }

  [[nodiscard]] std::string_view rest_of_line() const;

  /// Where it stands, behind bytes of the line that can only have been ASCII.
  [[nodiscard]] Position here_in_ascii() const {
    return {file_, line_, static_cast<std::uint32_t>(at_ - line_start_) + 1};
  }

  /// A comment, if there is one, and the end of the line or block.
  bool end_of_line() {
    if (!is_at('\n')) return end_of_longer_line();
    return line_feed();
  }
  bool heading(Heading& heading);
  /// Whether a line that is a header says that its table is not, or not within, the block's own.
  [[nodiscard]] bool begins_another(std::string_view own) const;
  /// A bare key; empty where none stands here.
  std::string_view key() {
    const char* const begin = at_;
    while (at_ != end_ && is_in_key[static_cast<unsigned char>(*at_)]) ++at_;
    return {begin, at_};
  }
  /// This key, if it has its equals sign where nearly all have it.
  bool take_key(std::string_view name) {
    constexpr std::size_t sign_size = 3;
    const std::size_t size = name.size();
    if (static_cast<std::size_t>(end_ - at_) <= size + sign_size) return false;
    const char* const sign = at_ + size;
    if (sign[0] != ' ' || sign[1] != '=' || sign[2] != ' ') return false;
    if (!begins_with(at_, name)) return false;
    at_ = sign + sign_size;
    skip_blanks();
    return true;
  }
  /// What stands between a key and its value.
  bool equals() {
    if (end_ - at_ > 3 && at_[0] == ' ' && at_[1] == '=' && at_[2] == ' ' && at_[3] > ' ') {
      at_ += 3;
      return true;
    }
    skip_blanks();
    if (!take('=')) return false;
    skip_blanks();
    return true;
  }
  Node& append(const Node**& link, ValueKind kind, std::string_view key, Position key_at,
               Position at);
  /// Most values are short texts.
  bool value(Node& node) {
    if (is_at('"')) {
      bool is_ascii = true;
      const char* const stop = find_stop(at_ + 1, end_, '"', is_ascii);
      if (is_ascii && stop != end_ && *stop == '"' && stop != at_ + 1) {
        node.kind = ValueKind::text;
        node.text = {at_ + 1, stop};
        at_ = stop + 1;
        return true;
      }
    }
    return any_value(node, 0);
  }

  /// Passes over a text of ASCII on its line that has no escapes, and does not begin with a blank.
  bool pass_text() {
    if (end_ - at_ < 3 || *at_ != '"' || at_[1] == ' ') return false;
    bool is_ascii = true;
    const char* const stop = find_stop(at_ + 1, end_, '"', is_ascii);
    if (!is_ascii || stop == end_ || *stop != '"' || stop == at_ + 1) return false;
    at_ = stop + 1;
    return true;
  }
  /// The same for a list of such.
  bool pass_texts() {
    const char* const begin = at_;
    bool goes_on = take('[');
    while (goes_on && pass_text()) {
      if (take(']')) return true;
      goes_on = take(',') && take(' ');
    }
    at_ = begin;
    return false;
  }

 private:
  static constexpr auto is_in_key = [] {
    std::array<bool, 256> in_key{};
    for (unsigned c = 0; c < 128; ++c) {
      in_key[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '_' || c == '-';
    }
    return in_key;
  }();

  /// Compares at most two words, as memcmp does not; both have as many bytes as the name.
  static bool begins_with(const char* text, std::string_view name) {
    const auto is_same_word = [&]<class Word>(Word /*word*/, std::size_t at) {
      Word a = 0;
      Word b = 0;
      std::memcpy(&a, text + at, sizeof a);
      std::memcpy(&b, name.data() + at, sizeof b);
      return a == b;
    };
    const auto is_same = [&]<class Word>(Word word) {
      return is_same_word(word, 0) && is_same_word(word, name.size() - sizeof word);
    };
    constexpr std::size_t most = 16;
    if (name.size() > most) return std::memcmp(text, name.data(), name.size()) == 0;
    if (name.size() >= sizeof(std::uint64_t)) return is_same(std::uint64_t{});
    if (name.size() >= sizeof(std::uint32_t)) return is_same(std::uint32_t{});
    return !name.empty() && *text == name.front() && (name.size() == 1 || is_same(std::uint16_t{}));
  }
  bool any_value(Node& node, unsigned depth);
  [[nodiscard]] Position here();
  bool end_of_longer_line();
  bool line_feed() {
    if (!take('\n')) return false;
    ++line_;
    start_of_line();
    return true;
  }
  bool skip_to_element();
  bool list(Node& node, unsigned depth);
  bool inline_table(Node& node, unsigned depth);
  bool word(Node& node);
  bool text(Node& node, char quote);
  bool pass_stop(char c, char quote, bool is_long, bool& is_changed);
  unsigned run_of(char quote);
  bool keep(Node& node, std::string_view raw, char quote, bool is_changed);
  [[nodiscard]] const char* next_stop(char quote) { return find_stop(at_, end_, quote, is_ascii_); }

  const char* begin_;
  const char* at_;
  const char* end_;
  const char* line_start_ = nullptr;
  const char* counted_ = nullptr;  ///< column_ is that of this byte
  std::uint32_t column_ = 1;
  bool is_ascii_ = true;  ///< what was passed of a text or remark
  std::uint32_t file_;
  std::uint32_t line_;
  std::uint32_t weight_ = 0;
  Pool& pool_;
};

}  // namespace care::reading
