#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

#include "transcript.hpp"
#include "transcript_lines.hpp"

namespace care::test {
namespace {

using Lines = std::vector<std::string>;

[[noreturn]] void fail(std::size_t line, const std::string& what) {
  throw std::runtime_error(std::to_string(line) + ": " + what);
}

std::string_view after_marker(std::string_view line) {
  return line.substr(std::min<std::size_t>(2, line.size()));
}

/// Reads the lines of one transcript, or of all console blocks of a page.
class Parser {
 public:
  Parser(std::string_view text, Wrapping wrapping)
      : transcript_{split_lines(text), {}},
        wrapping_(wrapping),
        inside_(wrapping == Wrapping::none) {}

  Transcript parse() {
    while (next_ < lines().size()) {
      if (wrapping_ == Wrapping::markdown && !inside_) {
        outside_line();
      } else {
        inside_line();
      }
    }
    return std::move(transcript_);
  }

 private:
  const Lines& lines() const { return transcript_.lines; }

  /// A block or page ends here, as far as a transcript is concerned.
  bool at_end() const { return next_ == lines().size() || at_fence(); }
  bool at_fence() const {
    return wrapping_ == Wrapping::markdown && lines()[next_].starts_with("```");
  }

  void outside_line() {
    std::string_view line = lines()[next_++];
    constexpr std::string_view open = "<!-- @ ";
    constexpr std::string_view close = " -->";
    if (line == "```console") {
      inside_ = true;
    } else if (line.starts_with(open)) {
      if (line.ends_with(close)) line.remove_suffix(close.size());
      setting(line.substr(open.size()), next_);
    }
  }

  void inside_line() {
    if (at_fence()) {
      inside_ = false;
      ++next_;
      return;
    }
    const std::string& line = lines()[next_++];
    if (line.empty() || marker(line) == '#') return;
    if (marker(line) == '@') {
      setting(after_marker(line), next_);
    } else if (marker(line) == '$') {
      command(after_marker(line), next_);
    } else {
      fail(next_, "expected a line that begins with #, @ or $");
    }
  }

  void add(std::size_t line, std::variant<Setting, Command> what) {
    transcript_.steps.push_back({line, next_, std::move(what)});
  }

  void setting(std::string_view words, std::size_t at) {
    const auto space = words.find(' ');
    const std::string_view verb = words.substr(0, space);
    std::string_view rest =
        space == std::string_view::npos ? std::string_view{} : words.substr(space + 1);
    if (verb == "now") {
      add(at, Setting{Setting::Kind::now, std::string(rest), {}});
    } else if (verb == "terminal") {
      add(at, Setting{Setting::Kind::terminal, std::string(rest), {}});
    } else if (verb == "copy") {
      add(at, Setting{Setting::Kind::copy, std::string(rest), {}});
    } else if (verb == "env") {
      const auto equals = rest.find('=');
      if (equals == std::string_view::npos) fail(at, "expected NAME=value");
      add(at, Setting{Setting::Kind::environment, std::string(rest.substr(0, equals)),
                      std::string(rest.substr(equals + 1))});
    } else if (verb == "book" || verb == "input" || verb == "answers") {
      std::string text = here_document(rest, at);
      while (rest.ends_with(' ')) rest.remove_suffix(1);
      const bool book = verb == "book";
      if (book == rest.empty()) fail(at, book ? "a book needs a name" : "input has no name");
      const auto kind = book              ? Setting::Kind::write
                        : verb == "input" ? Setting::Kind::input
                                          : Setting::Kind::answers;
      add(at, Setting{kind, std::string(rest), std::move(text)});
    } else {
      fail(at, "unknown setting: " + std::string(verb));
    }
  }

  /// The lines up to the word after `<<`, which is taken off `rest`.
  std::string here_document(std::string_view& rest, std::size_t at) {
    const auto mark = rest.find("<<");
    if (mark == std::string_view::npos) fail(at, "expected <<EOF");
    const std::string_view word = rest.substr(mark + 2);
    std::string text;
    while (next_ < lines().size() && lines()[next_] != word) text += lines()[next_++] + '\n';
    if (next_ == lines().size()) fail(at, "no line " + std::string(word) + " follows");
    ++next_;
    rest = rest.substr(0, mark);
    return text;
  }

  void command(std::string_view line, std::size_t at) {
    Command command;
    try {
      command.words = split_words(line);
    } catch (const std::runtime_error& error) {
      fail(at, error.what());
    }
    std::size_t end = next_;
    while (!at_end() && !is_separator()) {
      command.expected.push_back(lines()[next_++]);
      if (!command.expected.back().empty()) end = next_;
    }
    command.expected.resize(end - at);
    next_ = end;
    add(at, std::move(command));
  }

  bool is_separator() const {
    const char found = marker(lines()[next_]);
    return found == '#' || found == '$' || found == '@';
  }

  Transcript transcript_;
  Wrapping wrapping_;
  bool inside_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<std::string> split_lines(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

char marker(std::string_view line) {
  constexpr std::string_view markers = "#$!?@";
  if (line.empty() || markers.find(line[0]) == std::string_view::npos) return '\0';
  return line.size() == 1 || line[1] == ' ' ? line[0] : '\0';
}

Transcript parse_transcript(std::string_view text, Wrapping wrapping) {
  return Parser(text, wrapping).parse();
}

/// What stands in `$'…'`, whose first letter is at `i`; that is then at the quote behind it.
static std::string dollar_quoted(std::string_view line, std::size_t& i) {
  std::string text;
  for (; i < line.size() && line[i] != '\''; ++i) {
    if (line[i] != '\\' || i + 1 == line.size()) {
      text += line[i];
    } else if (const char c = line[++i]; c == 'x' && i + 2 < line.size()) {
      text += static_cast<char>(std::stoi(std::string{line.substr(i + 1, 2)}, nullptr, 16));
      i += 2;
    } else {
      text += c == 'n' ? '\n' : c == 't' ? '\t' : c;
    }
  }
  if (i == line.size()) throw std::runtime_error("no closing '");
  return text;
}

std::vector<std::string> split_words(std::string_view line) {
  std::vector<std::string> words;
  std::optional<std::string> word;
  char quote = '\0';
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool escapes =
        c == '\\' && quote != '\'' && i + 1 < line.size() &&
        (quote == '\0' || std::string_view("\\\"$`").find(line[i + 1]) != std::string_view::npos);
    if (escapes) {
      if (!word) word.emplace();
      *word += line[++i];
    } else if (quote == '\0' && line.substr(i).starts_with("$'")) {
      if (!word) word.emplace();
      *word += dollar_quoted(line, i += 2);
    } else if (c == quote) {
      quote = '\0';
    } else if (quote == '\0' && (c == '\'' || c == '"')) {
      if (!word) word.emplace();
      quote = c;
    } else if (quote == '\0' && c == ' ') {
      if (word) words.push_back(*std::exchange(word, std::nullopt));
    } else {
      const std::string_view special = quote == '"' ? "$`" : "|&;<>()$`*?[#~";
      const bool plain = quote == '\'' || special.find(c) == std::string_view::npos ||
                         (quote == '\0' && word && (c == '#' || c == '~'));
      if (!plain) throw std::runtime_error(std::string("not quoted: ") + c);
      if (!word) word.emplace();
      *word += c;
    }
  }
  if (quote != '\0') throw std::runtime_error(std::string("no closing ") + quote);
  if (word) words.push_back(*word);
  return words;
}

}  // namespace care::test
