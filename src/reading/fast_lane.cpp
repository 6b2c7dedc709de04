#include "reading/fast_lane.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <care/calendar.hpp>

#include "reading/line_signs.hpp"

namespace care::reading {
namespace {

/// More keys in a table, or values in a list, than any has that is worth the haste.
constexpr std::uint32_t most_keys = 64;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_key(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || c == '-';
}

bool is_control(char c) { return (c >= '\0' && c < ' ' && c != '\t') || c == '\x7f'; }

/// The number that exactly these digits make; nothing where others stand there.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// A table that lines are read into, and where its next child goes.
struct Target {
  Node* table = nullptr;
  const Node** link = nullptr;
  std::uint32_t keys = 0;
};

class Plain {
 public:
  Plain(std::string_view text, std::uint32_t line, std::uint32_t file, Pool& pool)
      : rest_{text}, line_{line}, file_{file}, pool_{pool} {}

  const Node* read() {
    Node& root = pool_.add();
    root_ = {&root, &root.first, 0};
    for (; !rest_.empty(); ++line_) {
      start_ = rest_;
      if (!read_line()) return nullptr;
    }
    return &root;
  }

 private:
  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::string_view cut(std::size_t size) {
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  void skip_blanks() {
    std::size_t blanks = 0;
    while (blanks < rest_.size() && (rest_[blanks] == ' ' || rest_[blanks] == '\t')) ++blanks;
    rest_.remove_prefix(blanks);
  }

  [[nodiscard]] Position here() const {
    return {file_, line_, column_behind(start_.substr(0, start_.size() - rest_.size()))};
  }

  bool read_line() {
    skip_blanks();
    if (rest_.empty()) return true;
    const char c = rest_.front();
    if (c == '[') return header() && end_of_line();
    if (c == '#' || c == '\n' || c == '\r') return end_of_line();
    return key_and_value() && end_of_line();
  }

  bool end_of_line() {
    skip_blanks();
    if (take('#')) {
      std::size_t end = 0;
      while (end < rest_.size() && !is_control(rest_[end])) ++end;
      rest_.remove_prefix(end);
    }
    if (rest_.empty()) return true;
    if (rest_.front() == '\r') rest_.remove_prefix(1);
    return take('\n');
  }

  std::string_view key() {
    std::size_t size = 0;
    while (size < rest_.size() && is_key(rest_[size])) ++size;
    return cut(size);
  }

  static bool has(const Target& target, std::string_view key) {
    for (const Node& child : *target.table) {
      if (child.key == key) return true;
    }
    return false;
  }

  Node& append(Target& target, ValueKind kind, std::string_view key, Position key_at, Position at) {
    Node& child = pool_.add();
    child.kind = kind;
    child.key = key;
    child.key_at = key_at;
    child.at = at;
    *target.link = &child;
    target.link = &child.next;
    return child;
  }

  /// `[[customer]]` first, then `[customer.extra]` or `[[customer.contact]]`; each of the former
  /// once.
  bool header() {
    const Position at = here();
    take('[');
    const bool is_array = take('[');
    const Position key_at = here();
    const std::string_view name = key();
    std::string_view sub;
    Position sub_at{};
    if (take('.')) {
      sub_at = here();
      sub = key();
      if (sub.empty()) return false;
    }
    if (name.empty() || !take(']') || (is_array && !take(']'))) return false;
    if (own_.table == nullptr) return sub.empty() && is_array && open_own(name, key_at, at);
    return !sub.empty() && name == name_ && open_sub(sub, is_array, sub_at, at);
  }

  bool open_own(std::string_view name, Position key_at, Position at) {
    name_ = name;
    Node& list = append(root_, ValueKind::list, name, key_at, at);
    Target elements{&list, &list.first, 0};
    Node& table = append(elements, ValueKind::table, name, {}, at);
    own_ = {&table, &table.first, 0};
    current_ = &own_;
    return true;
  }

  bool open_sub(std::string_view name, bool is_array, Position key_at, Position at) {
    if (list_.table != nullptr && list_.table->key == name && is_array) {
      open_element(at);
      return true;
    }
    if (++own_.keys > most_keys || has(own_, name)) return false;
    Node& node = append(own_, is_array ? ValueKind::list : ValueKind::table, name, key_at, at);
    if (is_array) {
      list_ = {&node, &node.first, 0};
      open_element(at);
    } else {
      sub_ = {&node, &node.first, 0};
      current_ = &sub_;
    }
    return true;
  }

  void open_element(Position at) {
    Node& table = append(list_, ValueKind::table, list_.table->key, {}, at);
    sub_ = {&table, &table.first, 0};
    current_ = &sub_;
  }

  bool key_and_value() {
    if (current_ == nullptr || ++current_->keys > most_keys) return false;
    const Position key_at = here();
    const std::string_view name = key();
    skip_blanks();
    if (name.empty() || !take('=') || has(*current_, name)) return false;
    skip_blanks();
    Node& node = append(*current_, ValueKind::text, name, key_at, here());
    return take('[') ? list(node) : scalar(node);
  }

  bool list(Node& node) {
    node.kind = ValueKind::list;
    Target elements{&node, &node.first, 0};
    while (true) {
      skip_blanks();
      if (take(']')) return true;
      // Finding a column takes as long as the line is, so long lists are the parser's.
      if (++elements.keys > most_keys) return false;
      if (!scalar(append(elements, ValueKind::text, node.key, {}, here()))) return false;
      skip_blanks();
      if (!take(',')) return take(']');
    }
  }

  bool scalar(Node& node) {
    if (rest_.empty()) return false;
    const char c = rest_.front();
    if (c == '"' || c == '\'') return text(node, c);
    std::size_t size = 0;
    const auto ends = [](char e) {
      return e == ',' || e == ']' || e == '#' || e == '\n' || e == '\r' || e == '\t';
    };
    while (size < rest_.size() && !ends(rest_[size])) ++size;
    while (size > 0 && rest_[size - 1] == ' ') --size;
    const std::string_view word = cut(size);
    if (word == "true" || word == "false") {
      node.kind = ValueKind::boolean;
      node.truth = word == "true";
      return true;
    }
    return word.size() >= 10 && word[4] == '-' ? date(node, word) : number(node, word);
  }

  bool text(Node& node, char quote) {
    rest_.remove_prefix(1);
    std::size_t size = 0;
    while (size < rest_.size() && rest_[size] != quote) {
      if (is_control(rest_[size]) || (rest_[size] == '\\' && quote == '"')) return false;
      ++size;
    }
    node.text = cut(size);
    // Three quotes would begin a text of several lines.
    return take(quote) && (size > 0 || rest_.empty() || rest_.front() != quote);
  }

  static bool date(Node& node, std::string_view word) {
    const auto year = digits(word, 0, 4);
    const auto month = digits(word, 5, 2);
    const auto day = digits(word, 8, 2);
    if (!year || !month || !day || word[7] != '-') return false;
    const auto made = make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
    if (!made) return false;
    node.kind = ValueKind::date;
    node.when.day = *made;
    return word.size() == 10 || time(node, word.substr(10));
  }

  /// `T15:00` or ` 15:00:00`
  static bool time(Node& node, std::string_view word) {
    const auto hour = digits(word, 1, 2);
    const auto minute = digits(word, 4, 2);
    const bool has_seconds = word.size() == 9;
    const auto second = has_seconds ? digits(word, 7, 2) : 0;
    if ((word.size() != 6 && !has_seconds) || !hour || !minute || !second) return false;
    if ((word[0] != 'T' && word[0] != ' ') || word[3] != ':' || (has_seconds && word[6] != ':'))
      return false;
    if (*hour > 23 || *minute > 59 || *second > 59) return false;
    node.kind = ValueKind::moment;
    node.when.time = std::chrono::hours{*hour} + std::chrono::minutes{*minute};
    return true;
  }

  /// Plain decimals only, and few enough digits that any way to read them yields the same.
  static bool number(Node& node, std::string_view word) {
    constexpr std::size_t most_digits = 15;
    const std::string_view plain = word.substr(word.starts_with('-') ? 1 : 0);
    if (plain.empty() || plain.size() > most_digits || !is_digit(plain.front())) return false;
    const std::size_t whole = std::min(plain.find('.'), plain.size());
    if (plain.front() == '0' && whole != 1) return false;
    const auto all_digits = [](std::string_view part) {
      return std::ranges::all_of(part, is_digit);
    };
    const char* const end = word.data() + word.size();
    if (whole == plain.size()) {
      node.kind = ValueKind::integer;
      return all_digits(plain) && std::from_chars(word.data(), end, node.integer).ptr == end;
    }
    const std::string_view fraction = plain.substr(whole + 1);
    if (fraction.empty() || !all_digits(plain.substr(0, whole)) || !all_digits(fraction))
      return false;
    node.kind = ValueKind::real;
    return std::from_chars(word.data(), end, node.real).ptr == end;
  }

  std::string_view rest_;
  std::string_view start_;  ///< from the start of the line on
  std::uint32_t line_;
  std::uint32_t file_;
  Pool& pool_;
  std::string_view name_;
  Target root_, own_, list_, sub_;
  Target* current_ = nullptr;
};

}  // namespace

const Node* read_plain(std::string_view text, std::uint32_t line, std::uint32_t file, Pool& pool) {
  return Plain{text, line, file, pool}.read();
}

}  // namespace care::reading
