#include "shell/commands/excerpt.hpp"

#include <algorithm>
#include <set>

namespace care {
namespace {

constexpr std::string_view blanks = " \t\r";
constexpr std::string_view three_quotes = "\"\"\"";

/// Whether quotes of one kind stand three in a row. Many bytes at a time, and no branch on each: so
/// the compiler compares them side by side.
bool has_long_texts(std::string_view text) {
  constexpr std::size_t step = 64;
  const char* const bytes = text.data();
  const auto is_run = [&](std::size_t at) -> int {
    const char c = bytes[at];
    return ((c == '"') | (c == '\'')) & (bytes[at + 1] == c) & (bytes[at + 2] == c);
  };
  std::size_t at = 0;
  for (; at + step + 2 <= text.size(); at += step) {
    int any = 0;
    for (std::size_t i = 0; i < step; ++i) any |= is_run(at + i);
    if (any != 0) return true;
  }
  for (; at + 2 < text.size(); ++at)
    if (is_run(at) != 0) return true;
  return false;
}

/// Without blanks at its end and a comment; for lines without quotes.
std::string_view bare(std::string_view line) {
  line = line.substr(0, line.find('#'));
  return line.substr(0, line.find_last_not_of(blanks) + 1);
}

std::string_view line_at(std::string_view text, std::size_t at) {
  return text.substr(at, text.find('\n', at) - at);
}

/// The next bracket that a line begins with, else the end.
std::size_t next_bracket(std::string_view text, std::size_t from) {
  for (auto at = text.find('[', from); at < text.size(); at = text.find('[', at + 1)) {
    const auto before = text.substr(0, at).find_last_not_of(blanks);
    if (before == std::string_view::npos || text[before] == '\n') return at;
  }
  return text.size();
}

/// The same, outside of texts of several lines; nothing where that is not sure.
std::optional<std::size_t> next_header(std::string_view text, std::size_t from) {
  while (true) {
    const std::size_t bracket = next_bracket(text, from);
    const std::size_t quotes = text.substr(0, bracket).find(three_quotes, from);
    if (quotes > text.size()) return bracket;
    const std::string_view before = text.substr(0, quotes).substr(text.rfind('\n', quotes) + 1);
    if (!bare(before).ends_with('=') || before.find_first_of("\"'") < quotes) return std::nullopt;
    std::size_t end = text.find(three_quotes, quotes + three_quotes.size());
    if (end > text.size() || text[end - 1] == '\\') return std::nullopt;
    end = std::min(text.find_first_not_of('"', end), text.size());
    const std::string_view rest = line_at(text, end);
    if (!bare(rest).empty()) return std::nullopt;
    from = end + rest.size();
  }
}

/// `customer` from `[[customer]]`; nothing where that is not all that the line holds.
std::optional<std::string_view> header_of(std::string_view line) {
  line = bare(line);
  const std::size_t brackets = line.starts_with("[[") ? 2 : 1;
  if (line.size() < 2 * brackets) return std::nullopt;
  const auto name = line.substr(brackets, line.size() - 2 * brackets);
  if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.") != std::string_view::npos ||
      line.substr(brackets + name.size()) != std::string_view{"]]"}.substr(0, brackets)) {
    return std::nullopt;
  }
  return name;
}

/// A line `KEY = VALUE` of a table without texts of several lines; both empty where there is none.
struct KeyLine {
  std::string_view line, value;
};

KeyLine key_line(std::string_view table, std::string_view key) {
  for (std::size_t at = table.find('\n'); at < table.size(); at = table.find('\n', at + 1)) {
    const std::string_view line = line_at(table, at + 1);
    if (!line.starts_with(key)) continue;
    const std::size_t sign = std::min(line.find_first_not_of(blanks, key.size()), line.size());
    if (!line.substr(sign).starts_with('=')) continue;
    const std::size_t value = std::min(line.find_first_not_of(blanks, sign + 1), line.size());
    return {line, line.substr(value, line.find_last_not_of(blanks) + 1 - value)};
  }
  return {};
}

bool is_whole_string(std::string_view value) {
  return value.size() > 2 && value.front() == '"' && value.find('"', 1) == value.size() - 1 &&
         value.find('\\') == std::string_view::npos;
}

bool is_whole_list(std::string_view value) {
  return value.empty() || (value.front() == '[' && value.find(']') == value.size() - 1);
}

/// What is kept of each table.
class Picker {
 public:
  Picker(Wanted wanted, std::string_view prefix) : wanted_{wanted}, prefix_{prefix} {}

  /// Of the text whose tables come next.
  void note_long_texts(bool has_any) { has_no_long_texts_ = !has_any; }

  std::string picked(std::string_view header, std::string_view table) {
    const bool is_whole = wanted_ == Wanted::staff  ? header == "staff"
                          : wanted_ == Wanted::tier ? header.starts_with("policy")
                                                    : false;
    if (is_whole) return std::string{table};
    const std::string_view key = wanted_ == Wanted::tag ? "tags" : "name";
    is_unsure_ = is_unsure_ || (header == "fact" && !key_line(table, key).line.empty());
    const bool is_customer = wanted_ == Wanted::customer || wanted_ == Wanted::tag;
    return is_customer && header == "customer" ? picked_customer(table) : std::string{};
  }

  /// Whether something was learned of customers that their own tables do not say.
  [[nodiscard]] bool is_unsure() const { return is_unsure_; }

 private:
  /// Only the lines that count, where they are as simple as they look.
  std::string picked_customer(std::string_view table) {
    const auto [id, id_value] = key_line(table, "id");
    const bool is_sure = has_no_long_texts_ && is_whole_string(id_value);
    if (is_sure && wanted_ == Wanted::customer && !id_value.substr(1).starts_with(prefix_))
      return {};
    const auto [name, name_value] = key_line(table, "name");
    const auto [tags, tags_value] = key_line(table, "tags");
    if (!is_whole_string(id_value) || !is_whole_string(name_value) || !is_whole_list(tags_value) ||
        table.find(three_quotes) < table.size()) {
      return std::string{table};
    }
    const bool is_wanted = wanted_ == Wanted::customer ? id_value.substr(1).starts_with(prefix_)
                                                       : !tags.empty() && tags_.insert(tags).second;
    std::string kept;
    if (!is_wanted) return kept;
    for (const auto line : {std::string_view{"[[customer]]"}, id, name, tags}) {
      if (wanted_ == Wanted::tag || line != tags) (kept += line) += '\n';
    }
    return kept;
  }

  Wanted wanted_;
  std::string_view prefix_;
  bool has_no_long_texts_ = false;
  std::set<std::string_view> tags_;
  bool is_unsure_ = false;
};

/// Nothing where it takes the whole text to be sure.
std::optional<std::string> excerpt_of(std::string_view text, Picker& picker) {
  const bool has_long = has_long_texts(text);
  if (has_long && text.find("'''") < text.size()) return std::nullopt;
  picker.note_long_texts(has_long);
  const auto next = [&](std::size_t from) {
    return has_long ? next_header(text, from) : std::optional{next_bracket(text, from)};
  };
  auto at = next(0);
  for (std::size_t head = 0; at && head < *at; head += line_at(text, head).size() + 1) {
    if (!bare(line_at(text, head)).empty()) return std::nullopt;
  }
  std::string kept;
  std::string_view line;
  std::optional<std::string_view> header;
  while (at && *at < text.size()) {
    // On most headers the same follows.
    if (line.empty() || !text.substr(*at).starts_with(line)) {
      line = text.substr(*at, text.find('\n', *at) + 1 - *at);
      header = header_of(line_at(line, 0));
    }
    const auto end = next(*at + line.size());
    if (!header || !end) return std::nullopt;
    kept += picker.picked(*header, text.substr(*at, *end - *at));
    if (picker.is_unsure()) return std::nullopt;
    at = end;
  }
  return at ? std::optional{std::move(kept)} : std::nullopt;
}

}  // namespace

std::vector<Source> excerpt(std::vector<Source> sources, Wanted wanted, std::string_view prefix) {
  const auto small = {Wanted::customer, Wanted::staff, Wanted::tag, Wanted::tier};
  if (std::ranges::find(small, wanted) == small.end()) return sources;
  Picker picker{wanted, prefix};
  std::vector<Source> parts;
  for (const Source& source : sources) {
    auto part = excerpt_of(source.text, picker);
    if (!part) return sources;
    parts.push_back({source.name, std::move(*part)});
  }
  return parts;
}

}  // namespace care
