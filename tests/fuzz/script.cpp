#include "fuzz/script.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "record/random_book.hpp"

namespace care::test {
namespace {

/// The next line, taken off `bytes`.
std::string_view take_line(std::string_view& bytes) {
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(std::min(end + 1, bytes.size()));
  return line;
}

/// The next word, taken off `text`.
std::string_view take_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

std::size_t number(std::string_view text, std::size_t most) {
  std::size_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::min(value, most);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
  return text;
}

/// As the system would pass it on, and leading nowhere else.
std::string safe(std::string_view text) {
  if (is_path_of_ours(text)) return std::string{text};
  std::string word{text.substr(0, text.find('\0'))};
  std::ranges::replace(word, '/', '|');
  return replaced(std::move(word), "..", ".:");
}

/// Words as a shell parts them, as far as quotes go.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::optional<std::string> word;
  bool is_quoted = false;
  for (const char c : line) {
    if (c == '"') {
      is_quoted = !is_quoted;
      if (!word) word.emplace();
    } else if (c == ' ' && !is_quoted) {
      if (word) words.push_back(*std::exchange(word, std::nullopt));
    } else {
      if (!word) word.emplace();
      *word += c;
    }
  }
  if (word) words.push_back(*word);
  return words;
}

/// What stands in quotes in a book, and is short enough for a name.
std::vector<std::string> names_in(std::string_view book) {
  constexpr std::size_t longest = 40;
  constexpr std::size_t most = 250;
  std::vector<std::string> names;
  while (names.size() < most) {
    const std::size_t begin = book.find_first_of("\"'");
    if (begin == std::string_view::npos) break;
    const std::size_t end = book.find(book[begin], begin + 1);
    if (end == std::string_view::npos) break;
    const std::string_view name = book.substr(begin + 1, end - begin - 1);
    if (!name.empty() && name.size() <= longest) names.emplace_back(name);
    book.remove_prefix(end + 1);
  }
  return names;
}

Files files_of(std::string_view book) {
  constexpr char separator = '\x1c';
  Files files;
  if (book.empty()) return files;
  if (book.find(separator) == std::string_view::npos) return {{"book.toml", std::string{book}}};
  for (int i = 1; !book.empty(); ++i) {
    const std::size_t end = std::min(book.find(separator), book.size());
    files["book/" + std::to_string(i) + ".toml"] = book.substr(0, end);
    book.remove_prefix(std::min(end + 1, book.size()));
  }
  return files;
}

/// A line `@ …`; `book` is what stands before the input's own text.
void apply(std::string_view setting, Script& script, std::string& book, bool& is_input) {
  constexpr std::size_t widest = 300;
  constexpr std::size_t all_seeds = 1'000'000;
  constexpr std::size_t percent = 100;
  const std::string_view verb = take_word(setting);
  if (!setting.empty()) setting.remove_prefix(1);
  if (verb == "now") {
    script.now = setting;
  } else if (verb == "env") {
    const std::size_t equals = std::min(setting.find('='), setting.size());
    const std::string value{setting.substr(std::min(equals + 1, setting.size()))};
    script.environment.emplace_back(setting.substr(0, equals), safe(value));
  } else if (verb == "terminal") {
    script.columns = number(setting, widest);
  } else if (verb == "input" || verb == "answers") {
    script.input = replaced(std::string{setting}, "\\n", "\n");
    script.is_typed = verb == "answers";
  } else if (verb == "full") {
    script.is_full = true;
  } else if (verb == "stdin") {
    is_input = true;
  } else if (verb == "random") {
    Random random{number(take_word(setting), all_seeds)};
    book = RandomBook{random, number(take_word(setting), percent)}.text();
  }
}

}  // namespace

Script parse_script(std::string_view bytes, const std::vector<Shape>& shapes) {
  constexpr std::size_t most_commands = 4;
  Script script;
  std::string book;
  bool is_input = false;
  std::vector<std::string_view> lines;
  while (!bytes.empty()) {
    const std::string_view line = take_line(bytes);
    if (line.empty()) break;
    if (line.starts_with("@ ")) {
      apply(line.substr(2), script, book, is_input);
    } else if (lines.size() < most_commands) {
      lines.push_back(line);
    }
  }
  book += bytes;
  const std::vector<std::string> names = names_in(book);
  for (const std::string_view line : lines) {
    std::vector<std::string>& words = script.commands.emplace_back(
        line.starts_with("$ ") ? words_of(line.substr(2))
                               : command_line(Choices{line}, shapes, names));
    for (std::string& word : words) word = safe(word);
  }
  if (is_input) {
    script.input = book;
    script.environment.emplace_back("CARE_BOOK", "-");
  } else {
    script.book = files_of(book);
  }
  return script;
}

}  // namespace care::test
