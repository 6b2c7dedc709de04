#include "reading/plain_walk.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <care/text.hpp>

#include "reading/blocks.hpp"
#include "reading/headers.hpp"

namespace care::reading {
namespace {

/// More keys in an inline table than any has that is worth the haste.
constexpr unsigned most_keys = 64;
/// Inline tables within each other.
constexpr unsigned most_depth = 4;

constexpr auto ends_word = [] {
  std::array<bool, 256> ends{};
  for (const char c : {',', ']', '}', '#', '\n', '\r', '\t'})
    ends[static_cast<unsigned char>(c)] = true;
  return ends;
}();

}  // namespace

/// Columns are code points. Each is counted once, however many places a line has.
Position PlainWalk::here() {
  column_ += static_cast<std::uint32_t>(
      std::count_if(counted_, at_, [](char c) { return (c & '\xc0') != '\x80'; }));
  counted_ = at_;
  return {file_, line_, column_};
}

std::string_view PlainWalk::rest_of_line() const {
  const char* const end = std::find(at_, end_, '\n');
  return {at_, end};
}

bool PlainWalk::heading(Heading& heading) {
  weight_ += header_weight;
  heading.at = here_in_ascii();
  take('[');
  heading.is_array = take('[');
  heading.name = key();
  heading.sub = {};
  if (take('.')) {
    heading.sub = key();
    if (heading.sub.empty()) return false;
  }
  return !heading.name.empty() && take(']') && (!heading.is_array || take(']'));
}

bool PlainWalk::begins_another(std::string_view own) const {
  // Nearly all headers begin with a bare name.
  std::string_view rest{at_, end_};
  rest.remove_prefix(rest.starts_with("[[") ? 2 : 1);
  if (rest.starts_with(own) && rest.substr(own.size()).starts_with(']')) return true;
  if (rest.starts_with(own) && rest.substr(own.size()).starts_with('.')) return false;
  const Header header = read_header(rest_of_line());
  return header.parts == 1 || header.root != own;
}

bool PlainWalk::end_of_longer_line() {
  skip_blanks();
  if (take('#')) {
    const char* const begin = at_;
    is_ascii_ = true;
    while ((at_ = next_stop('\\')) != end_ && (*at_ == '\\' || *at_ == '\t')) ++at_;
    if (!is_ascii_ && find_invalid_utf8({begin, at_})) return false;
  }
  if (at_ == end_) return true;
  take('\r');
  return line_feed();
}

Node& PlainWalk::append(const Node**& link, ValueKind kind, std::string_view key, Position key_at,
                        Position at) {
  Node& child = pool_.add();
  child.kind = kind;
  child.stays = true;
  child.key = key;
  child.key_at = key_at;
  child.at = at;
  child.next = *link;
  *link = &child;
  link = &child.next;
  return child;
}

bool PlainWalk::any_value(Node& node, unsigned depth) {
  if (at_ == end_) return false;
  switch (*at_) {
    case '"':
    case '\'': return text(node, *at_);
    case '[': return ++at_, list(node, depth);
    case '{': return ++at_, depth < most_depth && inline_table(node, depth + 1);
    default: return word(node);
  }
}

/// To the next element of a list, which may stand on a later line.
bool PlainWalk::skip_to_element() {
  skip_blanks();
  while (at_ != end_ && (*at_ == '#' || *at_ == '\n' || *at_ == '\r')) {
    if (!end_of_line()) return false;
    skip_blanks();
  }
  return true;
}

bool PlainWalk::list(Node& node, unsigned depth) {
  node.kind = ValueKind::list;
  const Node** link = &node.first;
  do {
    if (!skip_to_element()) return false;
    if (take(']')) return true;
    if (is_at('[')) return false;
    if (!any_value(append(link, ValueKind::text, node.key, {}, here()), depth)) return false;
    if (!skip_to_element()) return false;
  } while (take(','));
  return take(']');
}

/// Its keys in the order in which the parser has them: by name.
bool PlainWalk::inline_table(Node& node, unsigned depth) {
  node.kind = ValueKind::table;
  skip_blanks();
  if (take('}')) return true;
  unsigned keys = 0;
  do {
    if (++keys > most_keys) return false;
    skip_blanks();
    const Position key_at = here();
    const std::string_view name = key();
    if (name.empty() || !equals()) return false;
    const Node** link = &node.first;
    while (*link != nullptr && (*link)->key < name) {
      // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): the pool's own nodes
      link = &const_cast<Node*>(*link)->next;
    }
    if (*link != nullptr && (*link)->key == name) return false;
    if (!any_value(append(link, ValueKind::text, name, key_at, here()), depth)) return false;
    skip_blanks();
  } while (take(','));
  return take('}');
}

bool PlainWalk::word(Node& node) {
  const char* const begin = at_;
  while (at_ != end_ && !ends_word[static_cast<unsigned char>(*at_)]) ++at_;
  const char* last = at_;
  while (last != begin && last[-1] == ' ') --last;
  if (!read_word(node, {begin, last})) return false;
  if (node.kind == ValueKind::real) weight_ += dot_weight;
  return true;
}

bool PlainWalk::text(Node& node, char quote) {
  const auto left = static_cast<std::size_t>(end_ - at_);
  const bool is_long = left > 2 && at_[1] == quote && at_[2] == quote;
  at_ += is_long ? 3 : 1;
  if (is_long) {
    if (left > 4 && *at_ == '\r' && at_[1] == '\n') ++at_;
    if (line_feed() && is_new_table(rest_of_line())) return false;
  }
  const char* const begin = at_;
  bool is_changed = false;
  is_ascii_ = true;
  while ((at_ = next_stop(quote)) != end_) {
    const char c = *at_++;
    if (c == quote) {
      const unsigned quotes = is_long ? run_of(quote) : 3;
      if (quotes < 3) continue;
      return keep(node, {begin, at_ - (is_long ? 3 : 1)}, quote, is_changed);
    }
    if (!pass_stop(c, quote, is_long, is_changed)) return false;
  }
  return false;
}

/// Goes on behind what does not end a text; false where only the parser reads it.
bool PlainWalk::pass_stop(char c, char quote, bool is_long, bool& is_changed) {
  if (c == '\\' && quote == '"') {
    is_changed = true;
    // What it makes is looked up later; neither quotes nor backslashes end the text here.
    if (is_at('"') || is_at('\\')) ++at_;
  } else if (c == '\n' && is_long) {
    --at_;
    return line_feed() && !is_new_table(rest_of_line());
  } else if (c == '\r' && is_long) {
    is_changed = true;
  } else {
    return c == '\\' || c == '\t';
  }
  return true;
}

/// Takes a run of up to five quotes, one of which is taken already.
unsigned PlainWalk::run_of(char quote) {
  unsigned run = 1;
  while (run < 5 && take(quote)) ++run;
  return run;
}

bool PlainWalk::keep(Node& node, std::string_view raw, char quote, bool is_changed) {
  if (!is_ascii_ && find_invalid_utf8(raw)) return false;
  node.kind = ValueKind::text;
  node.text = raw;
  if (!is_changed) return true;
  std::string& plain = pool_.add_text();
  node.text = plain;
  node.stays = false;
  if (!unescape(raw, quote == '"', plain)) return false;
  node.text = plain;
  return true;
}

}  // namespace care::reading
