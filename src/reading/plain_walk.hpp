#pragma once

#include <cstdint>
#include <string_view>

#include "reading/node.hpp"
#include "reading/plain_words.hpp"

namespace care::reading {

/// A table that lines are read into, and where its next child goes.
struct Target {
  Node* table = nullptr;
  const Node** link = nullptr;
  std::uint32_t keys = 0;
  std::uint64_t seen = 0;  ///< a bit for each key, which few share
};

/// Takes note of a key; false where it stands there already, or there are too many.
[[nodiscard]] bool take_note(Target& target, std::string_view key);

/// Walks over the text of a plain block, and reads values. What is not plain, or not UTF-8, makes
/// it return false; then nothing it has read counts.
class PlainWalk {
 public:
  PlainWalk(std::string_view text, std::uint32_t line, std::uint32_t file, Pool& pool)
      : at_{text.data()}, end_{text.data() + text.size()}, file_{file}, line_{line}, pool_{pool} {
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
  [[nodiscard]] const char* line_start() const { return line_start_; }
  /// Numbers with a point so far.
  [[nodiscard]] std::uint32_t reals() const { return reals_; }

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
  bool end_of_line();
  /// A bare key; empty where none stands here.
  std::string_view key();
  Node& append(const Node**& link, ValueKind kind, std::string_view key, Position key_at,
               Position at);
  bool value(Node& node, unsigned depth = 0);

 private:
  [[nodiscard]] Position here();
  bool line_feed();
  bool skip_to_element();
  bool list(Node& node, unsigned depth);
  bool inline_table(Node& node, unsigned depth);
  bool word(Node& node);
  bool text(Node& node, char quote);
  bool pass_stop(char c, char quote, bool is_long, bool& is_changed);
  unsigned run_of(char quote);
  bool keep(Node& node, std::string_view raw, char quote, bool is_changed);
  [[nodiscard]] const char* next_stop(char quote) { return find_stop(at_, end_, quote, is_ascii_); }

  const char* at_;
  const char* end_;
  const char* line_start_ = nullptr;
  const char* counted_ = nullptr;  ///< column_ is that of this byte
  std::uint32_t column_ = 1;
  bool is_ascii_ = true;  ///< what was passed of a text or remark
  std::uint32_t file_;
  std::uint32_t line_;
  std::uint32_t reals_ = 0;
  Pool& pool_;
};

}  // namespace care::reading
