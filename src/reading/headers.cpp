#include "reading/headers.hpp"

#include <care/text_ascii.hpp>
#include <care/text_lines.hpp>

#include <algorithm>
#include <array>

#include "reading/line_signs.hpp"
#include "reading/names.hpp"

namespace care::reading {
namespace {

constexpr auto heads = []<class... All>(Kinds<All...>) {
  return std::array<TableHead, table_count>{TableHead{}, TableHead{}, table_head<All>...};
}(BookTables{});

constexpr Names<table_count> table_names{[] {
  std::array<std::string_view, table_count> all;
  for (std::size_t i = 0; i < table_count; ++i) all[i] = heads[i].name;
  return all;
}()};

bool is_bare(char c) {
  return is_letter_or_digit(c) || c == '_' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

/// Takes characters off the front of a line.
class Cursor {
 public:
  explicit Cursor(std::string_view line) : rest_{line} {}

  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void skip_blanks() {
    const std::size_t blanks = rest_.find_first_not_of(" \t");
    rest_.remove_prefix(std::min(blanks, rest_.size()));
  }

  /// A bare or quoted word; empty where there is none. The quotes are no part of it.
  std::string_view word(bool& quoted) {
    if (take('"')) return quoted = true, until_quote('"');
    if (take('\'')) return quoted = true, until_quote('\'');
    const auto end = std::ranges::find_if_not(rest_, is_bare);
    return cut(static_cast<std::size_t>(end - rest_.begin()));
  }

  [[nodiscard]] bool at_end() const {
    return rest_.empty() || rest_.front() == '#' || rest_ == "\r";
  }

 private:
  std::string_view cut(std::size_t size) {
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view until_quote(char quote) {
    std::size_t end = 0;
    while (end < rest_.size() && rest_[end] != quote)
      end += rest_[end] == '\\' && quote == '"' ? 2 : 1;
    const std::string_view inside = cut(std::min(end, rest_.size()));
    take(quote);
    return inside;
  }

  std::string_view rest_;
};

}  // namespace

const TableHead& head_of(Table table) { return heads[static_cast<std::size_t>(table)]; }

Table table_named(std::string_view name) {
  const std::size_t place = table_names.place_of(name);
  return place == table_count ? Table::other : static_cast<Table>(place);
}

Header read_header(std::string_view line) {
  Header header;
  Cursor cursor{line};
  cursor.take('[');
  header.array = cursor.take('[');
  cursor.skip_blanks();

  bool quoted = false;
  header.root = cursor.word(quoted);
  bool complete = !header.root.empty() || quoted;
  for (cursor.skip_blanks(); cursor.take('.'); cursor.skip_blanks()) {
    cursor.skip_blanks();
    bool part_quoted = false;
    const std::string_view part = cursor.word(part_quoted);
    complete = complete && (!part.empty() || part_quoted);
    quoted = quoted || part_quoted;
    ++header.parts;
  }
  header.bare = !quoted;

  const bool closed = cursor.take(']') && (!header.array || cursor.take(']'));
  cursor.skip_blanks();
  header.well_formed = complete && closed && cursor.at_end();
  return header;
}

bool is_new_table(std::string_view line) {
  if (line.empty() || (line.front() != '[' && line.front() != ' ' && line.front() != '\t'))
    return false;
  const std::optional<Header> header = known_header(line);
  return header && header->parts == 1;
}

std::optional<Header> known_header(std::string_view line) {
  const std::size_t start = line.find_first_not_of(" \t");
  if (start == std::string_view::npos || line[start] != '[') return std::nullopt;
  const Header header = read_header(line.substr(start));
  if (!header.well_formed || !header.bare || table_named(header.root) == Table::other)
    return std::nullopt;
  return header;
}

Place place_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  return {static_cast<std::uint32_t>(line_feeds_in(before)) + 1,
          column_behind(before.substr(before.rfind('\n') + 1))};
}

Place first_content(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = text.find_first_not_of(" \t\r", at);
    if (found != std::string_view::npos && text[found] != '\n' && text[found] != '#')
      return place_at(text, found);
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) break;
    at = end + 1;
  }
  return {1, 1};
}

}  // namespace care::reading
