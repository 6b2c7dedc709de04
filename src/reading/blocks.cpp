#include "reading/blocks.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace care::reading {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

/// Characters at which scanning a value has to look closer.
constexpr auto is_special = [] {
  std::array<bool, 256> special{};
  for (const char c : {'\n', '#', '"', '\'', '[', ']', '{', '}', '=', ',', '.', '\\'})
    special[static_cast<unsigned char>(c)] = true;
  return special;
}();

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r") == npos; }

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// `notes = ` and the like: what stands before the opening quotes of a value.
bool is_key_and_equals(std::string_view text) {
  text = trimmed(text);
  if (text.size() < 2 || text.back() != '=') return false;
  text = trimmed(text.substr(0, text.size() - 1));
  const auto is_key = [](char c) {
    return c != ' ' && c != '\t' && c != '=' && c != '#' && c != ',' && c != ';' && c != ':';
  };
  return !text.empty() &&
         (text.front() == '"' || text.front() == '\'' || std::ranges::all_of(text, is_key));
}

/// Could stand behind a value that is complete: a comment, a header, a key, a bracket.
bool can_follow_value(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || std::string_view{"#[]},"}.find(line.front()) != npos) return true;
  const std::size_t equals = line.find('=');
  return equals != npos && is_key_and_equals(line.substr(0, equals + 1));
}

bool is_conflict_marker(std::string_view line) {
  return line.starts_with("<<<<<<< ") || line.starts_with("||||||| ") ||
         line.starts_with(">>>>>>> ") || trimmed(line) == "=======" || trimmed(line) == "|||||||";
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_{text} { last_.fill(nowhere); }

  Blocks run() {
    open(Table::root);
    while (at_ < text_.size()) line();
    close_piece(at_);
    if (!root_has_content_) blocks_.all.erase(blocks_.all.begin());
    for (Refused& refused : blocks_.refused) refused.block -= root_has_content_ ? 0 : 1;
    std::ranges::sort(blocks_.refused, {}, &Refused::block);
    for (const Block& block : blocks_.all) ++blocks_.count[static_cast<std::size_t>(block.table)];
    return std::move(blocks_);
  }

 private:
  /// A header in a multi-line string, in case the string turns out not to be closed.
  struct Retreat {
    std::size_t at;
    std::uint32_t line;
  };

  [[nodiscard]] std::size_t end_of_line(std::size_t from) const {
    const std::size_t end = text_.find('\n', from);
    return end == npos ? text_.size() : end;
  }

  [[nodiscard]] std::size_t start_of_line(std::size_t from) const {
    const std::size_t before = from == 0 ? npos : text_.rfind('\n', from - 1);
    return before == npos ? 0 : before + 1;
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
    switch (text_[at_]) {
      case '\r':
      case '\n':
      case '#': return next_line();
      case '[': return header(start);
      case '<':
      case '|':
      case '=':
      case '>':
        if (at_ == start && leave_out_marker()) return;
        break;
      default: break;
    }
    if (current_ == 0) note_preamble();
    expression();
  }

  /// A line before the first header. Where it says `policy.every = …`, a later `[policy.hours]`
  /// goes on with that table.
  void note_preamble() {
    root_has_content_ = true;
    const Header key = read_header(rest_of_line());
    const Table table = table_named(key.root);
    if (key.parts < 2 || table == Table::other) return;
    last_[static_cast<std::size_t>(table)] = 0;
    blocks_.all[0].own_header = true;
  }

  void header(std::size_t start) {
    const Header header = read_header(rest_of_line());
    const std::uint32_t owner = owner_of(header);
    if (owner != current_) {
      close_piece(start);
      if (owner == nowhere) {
        open(table_named(header.root));
        remember(header);
      } else {
        current_ = owner;
        start_piece(start);
      }
    }
    if (header.parts == 1) blocks_.all[current_].own_header = true;
    if (!header.well_formed) refuse(Because::bad_header);
    if (header.parts > most_dots) refuse(Because::too_deep);
    add_weight(5);
    next_line();
  }

  /// The block that a header continues; `nowhere` where it begins one.
  [[nodiscard]] std::uint32_t owner_of(const Header& header) const {
    const Table table = table_named(header.root);
    std::uint32_t last = nowhere;
    if (table != Table::other) {
      last = last_[static_cast<std::size_t>(table)];
    } else if (const auto found = others_.find(header.root); found != others_.end()) {
      last = found->second;
    }
    if (last == nowhere || header.parts > 1) return last;
    const bool completes = !header.array && !blocks_.all[last].own_header;
    return completes ? last : nowhere;
  }

  void remember(const Header& header) {
    const Table table = table_named(header.root);
    if (table != Table::other) {
      last_[static_cast<std::size_t>(table)] = current_;
    } else {
      others_[header.root] = current_;
    }
  }

  /// Starts a block at the line that `at_` is on.
  void open(Table table) {
    current_ = static_cast<std::uint32_t>(blocks_.all.size());
    Block block;
    block.table = table;
    blocks_.all.push_back(block);
    start_piece(start_of_line(at_));
  }

  void start_piece(std::size_t start) {
    piece_start_ = start;
    piece_line_ = line_;
  }

  void close_piece(std::size_t end) {
    if (end == piece_start_) return;
    const Piece piece{text_.substr(piece_start_, end - piece_start_), piece_line_};
    Block& block = blocks_.all[current_];
    if (block.text.empty()) {
      block.text = piece.text;
      block.line = piece.line;
      return;
    }
    if (block.more == 0) {
      blocks_.more.emplace_back();
      block.more = static_cast<std::uint32_t>(blocks_.more.size());
    }
    blocks_.more[block.more - 1].push_back(piece);
  }

  /// Leaves out a line that git put there, so that both sides of the conflict are read.
  bool leave_out_marker() {
    const std::string_view marker = rest_of_line();
    if (!is_conflict_marker(marker)) return false;
    if (marker.front() == '<' || !in_conflict_) blocks_.conflicts.push_back(line_);
    in_conflict_ = marker.front() != '>';
    close_piece(at_);
    next_line();
    start_piece(at_);
    return true;
  }

  void refuse(Because because) {
    Block& block = blocks_.all[current_];
    if (block.refused) return;
    block.refused = true;
    const std::size_t start = start_of_line(at_);
    const std::string_view before = text_.substr(start, at_ - start);
    const auto columns =
        std::ranges::count_if(before, [](char c) { return (c & '\xc0') != '\x80'; });
    const Place place{line_, static_cast<std::uint32_t>(columns) + 1};
    const std::string_view line = text_.substr(start, end_of_line(at_) - start);
    blocks_.refused.push_back({current_, place, line, because});
  }

  void add_weight(std::uint32_t weight) {
    Block& block = blocks_.all[current_];
    block.weight += weight;
    if (block.weight > most_weight) refuse(Because::too_deep);
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
          if (depth_ == 0 || known_header(rest_of_line())) return;
          dots_ = 0;
          while (depth_ > 0 && at_ < text_.size() && leave_out_marker()) {
          }
          break;
        case '#': at_ = end_of_line(at_); break;
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
      if (++dots_ > most_dots) refuse(Because::too_deep);
      add_weight(2);
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
    std::optional<Retreat> retreat;
    bool closed = false;
    while (at_ < text_.size() && !closed) {
      const char c = text_[at_];
      if (c == '\n') {
        ++at_;
        ++line_;
        if (!retreat && is_new_table(rest_of_line())) retreat = Retreat{at_, line_};
      } else if (c == '\\' && quote == '"') {
        at_ += at_ + 1 < text_.size() && text_[at_ + 1] != '\n' ? 2 : 1;
      } else if (c == quote) {
        closed = closing_quotes(quote);
      } else {
        ++at_;
      }
    }
    if (!retreat || (closed && is_really_closed())) return true;
    at_ = retreat->at;
    line_ = retreat->line;
    return false;
  }

  [[nodiscard]] static bool is_new_table(std::string_view line) {
    if (line.empty() || (line.front() != '[' && line.front() != ' ' && line.front() != '\t'))
      return false;
    const std::optional<Header> header = known_header(line);
    return header && header->parts == 1;
  }

  /// Takes a run of quotes; true where it ends the string. Up to two before the closing three are
  /// part of the text.
  bool closing_quotes(char quote) {
    std::size_t run = 0;
    while (run < 5 && at_ < text_.size() && text_[at_] == quote) ++run, ++at_;
    return run >= 3;
  }

  /// Whether the quotes before `at_` close the string that has headers in it, and do not rather
  /// open the next one after a string that nobody closed.
  [[nodiscard]] bool is_really_closed() const {
    const std::size_t quotes = text_.find_last_not_of("\"'", at_ - 1);
    const std::size_t start = start_of_line(at_);
    if (quotes != npos && quotes >= start &&
        is_key_and_equals(text_.substr(start, quotes + 1 - start)))
      return false;
    if (depth_ > 0) return true;
    const std::string_view rest = trimmed(rest_of_line());
    if (!rest.empty() && rest.front() != '#') return false;
    std::size_t next = end_of_line(at_);
    while (next < text_.size() && is_blank(text_.substr(next, end_of_line(next + 1) - next)))
      next = end_of_line(next + 1);
    if (next == text_.size()) return true;
    return can_follow_value(text_.substr(next + 1, end_of_line(next + 1) - next - 1));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  Blocks blocks_;
  std::uint32_t current_ = 0;
  std::size_t piece_start_ = 0;
  std::uint32_t piece_line_ = 1;
  std::array<std::uint32_t, table_count> last_{};
  std::unordered_map<std::string_view, std::uint32_t> others_;
  bool root_has_content_ = false;
  bool in_conflict_ = false;
  std::uint32_t depth_ = 0;
  std::uint32_t dots_ = 0;
  bool in_value_ = false;
};

}  // namespace

Blocks cut(std::string_view text) { return Cutter{text}.run(); }

BlockText::BlockText(const Blocks& blocks, const Block& block, std::string& joined)
    : text_{block.text}, first_line_{block.line} {
  if (block.more == 0) return;
  joined = block.text;
  const auto lines = [](std::string_view text) {
    return static_cast<std::uint32_t>(std::ranges::count(text, '\n'));
  };
  std::uint32_t own = 1 + lines(block.text);
  for (const Piece& piece : blocks.more[block.more - 1]) {
    starts_.emplace_back(own, piece.line);
    joined += piece.text;
    own += lines(piece.text);
  }
  text_ = joined;
}

std::uint32_t BlockText::line(std::uint32_t own) const {
  const auto after =
      std::ranges::upper_bound(starts_, own, {}, [](const auto& s) { return s.first; });
  if (after == starts_.begin()) return first_line_ + own - 1;
  return std::prev(after)->second + own - std::prev(after)->first;
}

}  // namespace care::reading
