#include "reading/lost_headers.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include <care/book_fields.hpp>
#include <care/text_ascii.hpp>

#include "reading/line_signs.hpp"

namespace care::reading {
namespace {

bool is_of_word(char c) { return is_letter_or_digit(c) || c == '_'; }

/// The table whose name is all that stands in the line but for signs; `other` where none is.
Table table_alone(std::string_view line) {
  line = line.substr(0, line.find('#'));
  if (line.find('=') != npos) return Table::other;
  std::string name;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line.substr(at).starts_with("\x1b[")) {
      // What a terminal is told to do.
      at = std::min(line.find_first_not_of("0123456789;", at + 2), line.size());
    } else if (is_of_word(line[at])) {
      name += line[at];
    }
  }
  return table_named(name);
}

bool has_key(Table table, std::string_view key) {
  return [&]<class... All>(Kinds<All...>) {
    const auto is_one = [&]<class Record>(Kinds<Record>) {
      return table == table_of<Record> &&
             std::ranges::find(field_names<Record>, key) != field_names<Record>.end();
    };
    return (is_one(Kinds<All>{}) || ...);
  }(BookTables{});
}

}  // namespace

std::string_view bare_key(std::string_view line) {
  const auto end =
      std::ranges::find_if_not(line, [](char c) { return is_of_word(c) || c == '-' || c == '.'; });
  const std::string_view key = line.substr(0, static_cast<std::size_t>(end - line.begin()));
  const std::string_view rest = trimmed(line.substr(key.size()));
  return !key.empty() && is_letter(key.front()) && rest.starts_with('=') ? key : std::string_view{};
}

Header meant_header(std::string_view line) {
  Header header = read_header(line);
  if (header.well_formed || table_named(header.root) != Table::other) {
    if (!header.well_formed && !line.starts_with('[')) header.array = true;
    return header;
  }
  const Table table = table_alone(line);
  if (table == Table::other) return header;
  header = {};
  header.root = head_of(table).name;
  header.array = true;
  return header;
}

bool is_bare_table_name(std::string_view line) { return table_alone(line) != Table::other; }

std::size_t size_before_header(std::string_view line) {
  const bool may_be_key = line.starts_with('"') || line.starts_with('\'');
  if (may_be_key && line.find('=') != npos) return 0;
  for (std::size_t at = line.find_first_of("[=#"); at != npos && line[at] == '[';
       at = line.find_first_of("[=#", at + 1)) {
    const Header header = read_header(line.substr(at));
    const bool is_table = header.bare && table_named(header.root) != Table::other;
    if (is_table && header.well_formed) return at;
    if (is_table && header.array) return is_bare_table_name(line) ? 0 : at;
  }
  return 0;
}

void TableAbove::begin(const Header& header) {
  keys_.clear();
  table_ = table_named(header.root);
  parts_ = header.parts;
}

void TableAbove::add(std::string_view line) {
  constexpr std::size_t most_keys = 64;
  if (keys_.size() == most_keys) return;
  if (const std::string_view key = bare_key(line); !key.empty()) keys_.push_back(key);
}

std::size_t TableAbove::size_before_missed_header(std::string_view text) const {
  constexpr int most_lines = 12;
  const std::size_t size = text.find_first_not_of("# \t");
  if (!text.starts_with('#') || size == npos || text[size] != '[') return 0;
  std::string_view rest = text.substr(size);
  const auto header = known_header(trimmed(take_line(rest)));
  if (!header) return 0;
  bool is_first = true;
  for (int i = 0; i < most_lines && !rest.empty(); ++i) {
    std::string_view line = trimmed(take_line(rest));
    if (line.starts_with('#')) {
      line.remove_prefix(std::min(line.find_first_not_of("# \t"), line.size()));
      if (line.starts_with('[') || !bare_key(line).empty()) return 0;
    } else if (!line.empty()) {
      const std::string_view key = bare_key(line);
      if (key.empty()) return 0;
      if (is_strange(key, *header, is_first)) return size;
      if (line.find("\"\"\"") != npos || line.find("'''") != npos) return 0;
      is_first = false;
    }
  }
  return 0;
}

/// Whether the key cannot stand in this table, as it is there already or is one of the other's.
bool TableAbove::is_strange(std::string_view key, const Header& header, bool is_first) const {
  if (std::ranges::find(keys_, key) != keys_.end()) return true;
  if (!is_first || header.parts > 1) return false;
  const Table other = table_named(header.root);
  if (parts_ > 1) return (key == "id" || key == "customer") && has_key(other, key);
  return table_ != Table::other && !has_key(table_, key) && has_key(other, key);
}

}  // namespace care::reading
