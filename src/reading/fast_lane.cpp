#include "reading/fast_lane.hpp"

#include "reading/blocks.hpp"
#include "reading/plain_walk.hpp"

namespace care::reading {
namespace {

class BlockWalk : public PlainWalk {
 public:
  using PlainWalk::PlainWalk;

  Plain read(std::string_view text, Pool& pool) {
    Node& root = pool.add();
    root_ = {&root, &root.first};
    while (!is_at_end() && !(own_.table != nullptr && begins_another()))
      if (!read_line()) return {};
    const auto size =
        is_at_end() ? text.size() : static_cast<std::size_t>(line_start() - text.data());
    return {&root, size, line(), header_weight * headers_ + dot_weight * reals()};
  }

 private:
  /// Whether a line that is a header says that its table is not, or not within, the block's own.
  bool begins_another() {
    if (!is_at('[') && !is_at(' ') && !is_at('\t')) return false;
    skip_blanks();
    if (!is_at('[')) return false;
    const std::string_view line = rest_of_line();
    const Header* const usual = usual_header(line);
    const Header header = usual != nullptr ? *usual : read_header(line);
    return header.parts == 1 || header.root != root_.table->first->key;
  }

  bool read_line() {
    skip_blanks();
    if (is_at('[')) return header() && end_of_line();
    if (is_at_end() || is_at('#') || is_at('\n') || is_at('\r')) return end_of_line();
    return key_and_value() && end_of_line();
  }

  /// `[[customer]]` or `[book]` first, then `[customer.extra]` or `[[customer.contact]]`; each of
  /// the former once.
  bool header() {
    const Position at = here_in_ascii();
    ++headers_;
    take('[');
    const bool is_array = take('[');
    const Position key_at = here_in_ascii();
    const std::string_view name = key();
    std::string_view sub;
    Position sub_at{};
    if (take('.')) {
      sub_at = here_in_ascii();
      sub = key();
      if (sub.empty()) return false;
    }
    if (name.empty() || !take(']') || (is_array && !take(']'))) return false;
    if (own_.table != nullptr)
      return !sub.empty() && name == root_.table->first->key && open_sub(sub, is_array, sub_at, at);
    return sub.empty() && open_own(name, is_array, key_at, at);
  }

  bool open_own(std::string_view name, bool is_array, Position key_at, Position at) {
    Node* table = &append(root_.link, ValueKind::table, name, key_at, at);
    if (is_array) {
      table->kind = ValueKind::list;
      const Node** link = &table->first;
      table = &append(link, ValueKind::table, name, {}, at);
    }
    own_ = {table, &table->first};
    current_ = &own_;
    return true;
  }

  bool open_sub(std::string_view name, bool is_array, Position key_at, Position at) {
    const bool goes_on = is_array && list_.table != nullptr && list_.table->key == name;
    if (!goes_on && !take_note(own_, name)) return false;
    Node* table = nullptr;
    if (!is_array) {
      table = &append(own_.link, ValueKind::table, name, key_at, at);
    } else if (!goes_on) {
      Node& list = append(own_.link, ValueKind::list, name, key_at, at);
      list_ = {&list, &list.first};
    }
    if (is_array) table = &append(list_.link, ValueKind::table, name, {}, at);
    sub_ = {table, &table->first};
    current_ = &sub_;
    return true;
  }

  bool key_and_value() {
    if (current_ == nullptr) return false;
    const Position key_at = here_in_ascii();
    const std::string_view name = key();
    skip_blanks();
    if (name.empty() || !take('=') || !take_note(*current_, name)) return false;
    skip_blanks();
    return value(append(current_->link, ValueKind::text, name, key_at, here_in_ascii()));
  }

  Target root_, own_, list_, sub_;
  Target* current_ = nullptr;
  std::uint32_t headers_ = 0;
};

}  // namespace

Plain read_plain_start(std::string_view text, std::uint32_t line, std::uint32_t file, Pool& pool) {
  return BlockWalk{text, line, file, pool}.read(text, pool);
}

const Node* read_plain(std::string_view text, std::uint32_t line, std::uint32_t file, Pool& pool) {
  const Plain plain = read_plain_start(text, line, file, pool);
  return plain.size == text.size() ? plain.root : nullptr;
}

}  // namespace care::reading
