#include "reading/cutting.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "reading/assembly.hpp"
#include "reading/drafting.hpp"
#include "reading/line_signs.hpp"
#include "reading/lost_headers.hpp"
#include "reading/plain_words.hpp"

namespace care::reading {
namespace {

/// Characters at which scanning a value has to look closer.
constexpr auto is_special = [] {
  std::array<bool, 256> special{};
  for (const char c : {'\n', '#', '"', '\'', '[', ']', '{', '}', '=', ',', '.', '\\', '\r', '\xe2'})
    special[static_cast<unsigned char>(c)] = true;
  return special;
}();

class Cutter {
 public:
  Cutter(std::string_view text, Drafting* drafting)
      : text_{text}, drafting_{drafting}, assembly_{text, drafting} {}

  Blocks run() {
    const auto goes_on = [&] { return drafting_ == nullptr || !drafting_->has_given_up(); };
    while (at_ < text_.size() && goes_on()) line();
    Blocks blocks = assembly_.finish();
    blocks.strays = std::move(strays_);
    return blocks;
  }

 private:
  [[nodiscard]] std::size_t end_of_line(std::size_t from) const {
    const std::size_t end = text_.find('\n', from);
    return end == npos ? text_.size() : end;
  }

  [[nodiscard]] std::size_t start_of_line(std::size_t from) const {
    return from == 0 ? 0 : text_.rfind('\n', from - 1) + 1;  // npos + 1 is 0
  }
  [[nodiscard]] std::uint32_t column_at(std::size_t offset) const {
    const std::size_t start = start_of_line(offset);
    return column_behind(text_.substr(start, offset - start));
  }

  [[nodiscard]] std::string_view rest_of_line() const {
    return text_.substr(at_, end_of_line(at_) - at_);
  }

  void next_line() {
    at_ = end_of_line(at_);
    if (at_ == text_.size()) return;
    ++at_;
    ++line_;
  }

  /// One line that starts outside of all values, and those that its value goes on to.
  void line() {
    const std::size_t start = at_;
    at_ = std::min(text_.find_first_not_of(" \t", at_), text_.size());
    if (at_ == text_.size()) return;
    if (at_ == start && leave_out_marker()) return;
    statement(leave_out_strays(start));
  }

  void statement(std::size_t start) {
    if (at_ == text_.size()) return;
    switch (text_[at_]) {
      case '\r':
      case '\n': return next_line();
      case '#': return comment();
      case '[': return header(start);
      default: break;
    }
    if (is_bare_table_name(rest_of_line())) return header(start);
    if (assembly_.is_in_preamble()) assembly_.preamble(read_header(rest_of_line()));
    above_.add(rest_of_line());
    expression();
  }

  void header(std::size_t start) {
    // On most tables another of the same kind follows.
    if (start == at_ && text_.substr(at_).starts_with(head_of(drafted_).header) && draft(drafted_))
      return;
    const std::string_view line = before_stray_line_end(rest_of_line());
    const Header header = meant_header(line);
    const bool is_whole = header.array && header.parts == 1 && start == at_;
    if (header.well_formed && is_whole && draft(table_named(header.root))) return;
    assembly_.header(header, {start, line_});
    above_.begin(header);
    if (!header.well_formed) refuse(Because::bad_header);
    if (header.parts > most_dots || !assembly_.carry(header_weight)) refuse(Because::too_deep);
    at_ += line.size();
    if (!leave_out_line_end()) next_line();
  }

  void comment() {
    // A line separator is a character of a comment like any other.
    const std::size_t end = end_of_line(at_);
    while (at_ < end && (text_[at_] != '\r' || stray_line_end(text_.substr(at_)) == 0)) ++at_;
    if (!leave_out_line_end()) next_line();
  }

  /// Reads the plain blocks that begin here; false where there is none, and it has to be cut.
  bool draft(Table table) {
    if (drafting_ == nullptr || !Drafting::takes(table)) return false;
    const LineStart start{at_, line_};
    const auto end = drafting_->add(table, text_.substr(at_), start);
    if (!end) return false;
    assembly_.drafted(table, start, drafting_->last(), end->offset);
    drafted_ = table;
    at_ = end->offset;
    line_ = end->line;
    return true;
  }

  /// Leaves out a line that git put there, so that both sides of the conflict are read.
  bool leave_out_marker() {
    if (std::string_view{"<=>| \t"}.find(text_[at_]) == npos) return false;
    const std::string_view marker = rest_of_line();
    if (!is_conflict_marker(marker)) return false;
    if (marker.front() == '<' || !in_conflict_) assembly_.conflict(line_);
    in_conflict_ = marker.front() != '>';
    const LineStart from{at_, line_};
    next_line();
    assembly_.leave_out(from, {at_, line_});
    return true;
  }

  /// Leaves out what stands before the header or key of a line and is no part of it, so that the
  /// table above is sound and this one read; returns where the line then begins.
  std::size_t leave_out_strays(std::size_t start) {
    const std::size_t size =
        std::max(stray_size(rest_of_line()), above_.size_before_missed_header(text_.substr(at_)));
    if (size == 0) return start;
    const LineStart from{at_, line_};
    at_ += size;
    keep_stray(from);
    assembly_.leave_out(from, {at_, line_});
    return at_;
  }

  /// The same for a line end that is none in TOML.
  bool leave_out_line_end() {
    const std::size_t size = stray_line_end(text_.substr(at_));
    if (size == 0) return false;
    const LineStart from{at_, line_};
    at_ += size;
    keep_stray(from);
    assembly_.break_line(from, {at_, line_});
    return true;
  }

  void keep_stray(LineStart from) {
    const Place at{line_, column_at(from.offset)};
    add_stray(strays_, at, text_.substr(from.offset, at_ - from.offset), rest_of_line());
  }

  void refuse(Because because) {
    if (assembly_.is_refused()) return;
    const std::size_t start = start_of_line(at_);
    assembly_.refuse(because, {line_, column_at(at_)},
                     text_.substr(start, end_of_line(at_) - start));
  }

  /// From a key to the end of the line that its value ends on.
  void expression() {
    depth_ = dots_ = 0;
    in_value_ = false;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (!is_special[static_cast<unsigned char>(c)]) {
        ++at_;
        continue;
      }
      switch (c) {
        case '\n':
          ++at_;
          ++line_;
          dots_ = 0;
          do {
            if (depth_ == 0 || known_header(rest_of_line())) return;
          } while (at_ < text_.size() && leave_out_marker());
          break;
        case '#':
          if (depth_ == 0) return comment();
          at_ = end_of_line(at_);
          break;
        case '\r':
        case '\xe2':
          if (depth_ == 0 && leave_out_line_end()) return;
          ++at_;
          break;
        case '"':
        case '\'':
          if (!string(c)) return;
          break;
        case '\\': at_ += at_ + 1 < text_.size() && text_[at_ + 1] != '\n' ? 2 : 1; break;
        default: punctuation(c);
      }
    }
  }

  void punctuation(char c) {
    if (c == '.') {
      if (++dots_ > most_dots || !assembly_.carry(dot_weight)) refuse(Because::too_deep);
    } else {
      dots_ = 0;
    }
    if (c == '=') in_value_ = true;
    if ((c == '[' || c == '{') && in_value_ && ++depth_ > most_brackets) refuse(Because::too_deep);
    if ((c == ']' || c == '}') && depth_ > 0) --depth_;
    ++at_;
  }

  /// Skips a string; false where it was not closed and scanning goes on at a header within it.
  bool string(char quote) {
    const std::array<char, 3> quotes{quote, quote, quote};
    if (in_value_ && text_.substr(at_, 3) == std::string_view{quotes.data(), 3})
      return multi_line_string(quote);
    ++at_;
    while (at_ < text_.size() && text_[at_] != '\n') {
      const char c = text_[at_++];
      if (c == quote) break;
      if (c == '\\' && quote == '"' && at_ < text_.size() && text_[at_] != '\n') ++at_;
    }
    return true;
  }

  bool multi_line_string(char quote) {
    at_ += 3;
    std::optional<LineStart> retreat;  // a header in it, in case it turns out not to be closed
    bool closed = false;
    while (at_ < text_.size() && !closed) {
      const char c = text_[at_];
      if (c == '\n') {
        ++at_;
        ++line_;
        if (!retreat && is_new_table(rest_of_line())) retreat = LineStart{at_, line_};
      } else if (c == '\\' && quote == '"') {
        at_ += at_ + 1 < text_.size() && text_[at_ + 1] != '\n' ? 2 : 1;
      } else if (c == quote) {
        closed = closing_quotes(quote);
      } else {
        const char* const next = text_.data() + at_ + 1;
        at_ = static_cast<std::size_t>(
            find_stop(next, text_.data() + text_.size(), quote, is_ascii_) - text_.data());
      }
    }
    if (!retreat || (closed && is_end_of_text(text_, at_, depth_ > 0))) return true;
    at_ = retreat->offset;
    line_ = retreat->line;
    return false;
  }

  /// Takes a run of quotes; true where it ends the string. Up to two before the closing three are
  /// part of the text.
  bool closing_quotes(char quote) {
    std::size_t run = 0;
    while (run < 5 && at_ < text_.size() && text_[at_] == quote) ++run, ++at_;
    return run >= 3;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  Drafting* drafting_;
  Table drafted_ = Table::root;  ///< of the last draft
  Assembly assembly_;
  TableAbove above_;
  std::vector<Stray> strays_;
  bool in_conflict_ = false;
  std::uint32_t depth_ = 0;
  std::uint32_t dots_ = 0;
  bool in_value_ = false;
  bool is_ascii_ = true;  ///< nobody asks
};

}  // namespace

Blocks cut(std::string_view text, Drafting* drafting) { return Cutter{text, drafting}.run(); }

}  // namespace care::reading
