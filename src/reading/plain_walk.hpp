#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "reading/headers.hpp"
#include "reading/key_signs.hpp"
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
  bool take_key(const KeySign& sign) {
    if (static_cast<std::size_t>(end_ - at_) < KeySign::width || !sign.begins(at_)) return false;
    at_ += sign.size();
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
  /// Most values are short texts and dates.
  bool value(Node& node) {
    constexpr std::ptrdiff_t date_size = 10;
    if (is_at('"')) {
      const char* const stop = end_of_plain_text(at_ + 1, end_);
      if (stop != nullptr && *stop == '"' && stop != at_ + 1) {
        node.kind = ValueKind::text;
        node.text = {at_ + 1, stop};
        at_ = stop + 1;
        return true;
      }
    } else if (end_ - at_ > date_size && at_[date_size] == '\n' && at_[4] == '-') {
      const char* const word = std::exchange(at_, at_ + date_size);
      return read_date(node, {word, at_});
    }
    return any_value(node, 0);
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
