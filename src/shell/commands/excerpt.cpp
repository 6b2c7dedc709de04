#include "shell/commands/excerpt.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace care {
namespace {

constexpr std::string_view blanks = " \t\r";

/// Without blanks at its end and a comment; for lines without quotes.
std::string_view bare(std::string_view line) {
  line = line.substr(0, line.find('#'));
  return line.substr(0, line.find_last_not_of(blanks) + 1);
}

std::string_view line_at(std::string_view text, std::size_t at) {
  return text.substr(at, text.find('\n', at) - at);
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

/// The value of `KEY = VALUE` in one line; empty where the line is about another key.
std::string_view value_of(std::string_view line, std::string_view key) {
  if (!line.starts_with(key)) return {};
  line.remove_prefix(key.size());
  line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
  if (!line.starts_with('=')) return {};
  line.remove_prefix(std::min(line.find_first_not_of(blanks, 1), line.size()));
  return line.substr(0, line.find_last_not_of(blanks) + 1);
}

bool is_whole_string(std::string_view value) {
  return value.size() > 2 && value.front() == '"' && value.find('"', 1) == value.size() - 1 &&
         value.find('\\') == std::string_view::npos;
}

bool is_whole_list(std::string_view value) {
  return value.front() == '[' && value.find(']') == value.size() - 1;
}

bool holds_three_quotes(std::string_view line) {
  return line.find("\"\"\"") < line.size() || line.find("'''") < line.size();
}

/// Goes from header to header through one file.
class Headers {
 public:
  explicit Headers(std::string_view text) : text_{text}, next_{line_with_bracket(0)} {
    pass_strings(0);
  }

  /// Whether all so far was plain enough to be sure.
  [[nodiscard]] bool is_sure() const { return sure_; }
  [[nodiscard]] std::size_t next() const { return next_; }

  /// Goes on to the next line that begins with a bracket, else behind the text.
  void find_next() {
    const std::size_t from = next_ + 1;
    next_ = line_with_bracket(from);
    pass_strings(from);
  }

 private:
  [[nodiscard]] std::size_t line_with_bracket(std::size_t from) const {
    for (auto at = text_.find('[', from); at < text_.size(); at = text_.find('[', at + 1)) {
      const auto before = text_.find_last_not_of(blanks, at == 0 ? 0 : at - 1);
      if (at == 0 || before == std::string_view::npos || text_[before] == '\n') return at;
    }
    return text_.size();
  }

  /// Within a string of several lines no bracket counts.
  void pass_strings(std::size_t from) {
    while (sure_ && pass_string(from)) {
      if (next_ < from) next_ = line_with_bracket(from);
    }
  }

  /// Sets `from` behind the first such string before `next`; false where there is none.
  bool pass_string(std::size_t& from) {
    for (std::size_t at = from; at < next_; at += 3) {
      const char quote = text_[at];
      if (quote != '"' && quote != '\'') continue;
      const std::size_t begin = quotes_around(at, quote);
      if (begin == std::string_view::npos) continue;
      from = behind_string(begin, quote);
      return sure_;
    }
    return false;
  }

  /// Where three quotes begin, one of which stands there.
  [[nodiscard]] std::size_t quotes_around(std::size_t at, char quote) const {
    const std::string three(3, quote);
    const std::size_t first = at < 2 ? 0 : at - 2;
    const std::size_t found = text_.substr(first, at + 3 - first).find(three);
    return found == std::string_view::npos ? found : first + found;
  }

  std::size_t behind_string(std::size_t begin, char quote) {
    const auto line = text_.rfind('\n', begin) + 1;
    const std::string_view before = text_.substr(line, begin - line);
    const auto sign = before.find_last_not_of(blanks);
    sure_ = sign != std::string_view::npos && before[sign] == '=' &&
            before.find_first_of("\"'#") == std::string_view::npos;
    std::size_t end = begin;
    do {
      end = text_.find(std::string(3, quote), end + (end == begin ? 3 : 1));
    } while (end < text_.size() && quote == '"' && is_escaped(end));
    if (end >= text_.size()) sure_ = false;
    if (!sure_) return text_.size();
    end = std::min(text_.find_first_not_of(quote, end), text_.size());
    const std::string_view rest = line_at(text_, end);
    sure_ = bare(rest).empty();
    return end + rest.size();
  }

  [[nodiscard]] bool is_escaped(std::size_t at) const {
    std::size_t slashes = 0;
    while (text_[at - 1 - slashes] == '\\') ++slashes;
    return slashes % 2 == 1;
  }

  std::string_view text_;
  std::size_t next_;
  bool sure_ = true;
};

/// What is kept of each table.
class Picker {
 public:
  Picker(Wanted wanted, std::string_view prefix) : wanted_{wanted}, prefix_{prefix} {}

  void take(std::string_view header, std::string_view table, std::string& kept) {
    const bool is_customer = wanted_ == Wanted::customer || wanted_ == Wanted::tag;
    if (is_customer && header == "customer") {
      take_customer(table, kept);
    } else if ((wanted_ == Wanted::staff && header == "staff") ||
               (wanted_ == Wanted::tier && header.starts_with("policy"))) {
      kept += table;
    }
  }

 private:
  /// Only the lines that count, where they are as simple as they look.
  void take_customer(std::string_view table, std::string& kept) {
    struct Part {
      std::string_view key;
      bool (*is_simple)(std::string_view value);
      std::string_view line;
    };
    Part parts[] = {
        {"id", is_whole_string, {}}, {"name", is_whole_string, {}}, {"tags", is_whole_list, {}}};
    auto& [id, name, tags] = parts;
    const bool is_of_ids = wanted_ == Wanted::customer;
    for (std::size_t at = 0; at < table.size(); at += line_at(table, at).size() + 1) {
      const std::string_view line = line_at(table, at);
      if (holds_three_quotes(line)) return keep(kept, {table});
      for (Part& part : parts) {
        const std::string_view value = value_of(line, part.key);
        if (value.empty() || !part.line.empty()) continue;
        if (!part.is_simple(value)) return keep(kept, {table});
        part.line = line;
        if (is_of_ids && &part == &id && !value.substr(1).starts_with(prefix_)) return;
      }
      if (is_of_ids && !id.line.empty() && !name.line.empty()) break;
    }
    if (id.line.empty() || name.line.empty()) return keep(kept, {table});
    if (is_of_ids) return keep(kept, {"[[customer]]", id.line, name.line});
    if (tags.line.empty() || !tags_.insert(tags.line).second) return;
    keep(kept, {"[[customer]]", id.line, name.line, tags.line});
  }

  static void keep(std::string& kept, std::initializer_list<std::string_view> lines) {
    for (const std::string_view line : lines) (kept += line) += '\n';
  }

  Wanted wanted_;
  std::string_view prefix_;
  std::set<std::string_view> tags_;
};

/// Nothing where it takes the whole text to be sure.
std::optional<std::string> excerpt_of(std::string_view text, Picker& picker) {
  Headers headers{text};
  std::size_t at = headers.next();
  const std::string_view head = text.substr(0, at);
  std::string kept;
  for (std::size_t i = 0; i < head.size(); i += line_at(head, i).size() + 1) {
    if (!bare(line_at(head, i)).empty()) return std::nullopt;
  }
  while (headers.is_sure() && at < text.size()) {
    const auto header = header_of(line_at(text, at));
    if (!header) return std::nullopt;
    headers.find_next();
    picker.take(*header, text.substr(at, headers.next() - at), kept);
    at = headers.next();
  }
  return headers.is_sure() ? std::optional{std::move(kept)} : std::nullopt;
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
