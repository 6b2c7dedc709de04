#include "fuzz/grammar.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "record/random_text.hpp"

namespace care::test {
namespace {

constexpr std::string_view paths[] = {
    "book.toml", "book", "book/1.toml", "./book.toml", "book/new.toml",
    "out",       "new/", "mails",       "-",           "new/book.toml",
    "out/x",     "",     "cards.vcf",   "people.csv",
};
constexpr std::string_view dates[] = {
    "2026-11-23",
    "today",
    "fri",
    "+2w",
    "-2d",
    "2026-12-07",
    "28 Nov",
    "tomorrow",
    "yesterday",
    "15:30",
    "2024-02-29",
    "+1wd",
    "1 Jan 2027",
    "9999-12-31",
    "+0d",
    "0000-01-01",
    "2026-11-23T15:30",
    "yesterday 15:30",
    "02-29",
    "soon",
};
constexpr std::string_view formats[] = {"text",   "markdown", "json",     "jsonl",
                                        "csv",    "html",     "email",    "ics",
                                        "remind", "org",      "calendar", "contacts"};
constexpr std::string_view others[] = {
    "never",   "2w",        "A",         "call",        "birthday",
    "done",    "withdrawn", "3",         "7",           "strained",
    "always",  "bash",      "emergency", "a@b.example", "Ana <ana@b.example>",
    "promise", "0"};

/// The words up to the first gap of two blanks.
std::string_view first_column(std::string_view line) { return line.substr(0, line.find("  ")); }

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    if (end != 0 && !text.empty()) parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + separator.size());
  }
}

/// The entries of a page of help that stand two blanks in, and the sections that they stand in.
template <class Use>
void each_entry(std::string_view page, Use use) {
  std::string section;
  for (const std::string& line : split(page, "\n")) {
    const std::size_t indent = line.find_first_not_of(' ');
    if (indent == 0) section = line;
    if (indent == 2) use(section, first_column(std::string_view{line}.substr(indent)));
  }
}

/// `-o, --output FILE` is two options that take a FILE.
void add_options(std::string_view entry, std::vector<Shape::Option>& options) {
  const std::size_t blank = entry.rfind(' ');
  const bool has_value = blank != std::string_view::npos && entry[blank - 1] != ',';
  const std::string value{has_value ? entry.substr(blank + 1) : ""};
  for (const std::string& name : split(entry.substr(0, has_value ? blank : entry.size()), ", ")) {
    if (name.starts_with('-') && name != "-h") options.push_back({name, value});
  }
}

Shape shape_of(const std::string& name, std::string_view page) {
  Shape shape{name, {}, {}};
  const std::string usage = "Usage: care " + name + " ";
  if (const std::size_t at = page.find(usage); at != std::string_view::npos) {
    const std::string_view rest = page.substr(at + usage.size());
    for (const std::string& word : split(rest.substr(0, rest.find('\n')), " ")) {
      if (word != "[OPTIONS]") shape.arguments.push_back(word);
    }
  }
  each_entry(page, [&](std::string_view section, std::string_view entry) {
    if (section.starts_with("Options")) add_options(entry, shape.options);
  });
  return shape;
}

/// Which values the help means by this word.
std::string value_for(std::string_view word, Choices& choices,
                      const std::vector<std::string>& names) {
  constexpr std::size_t one_in = 8;
  const auto means = [&](std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(
        words, [&](std::string_view one) { return word.find(one) != std::string_view::npos; });
  };
  if (choices.below(one_in) == 1) {
    switch (choices.below(3)) {
      case 0: return choices.one_of(nasty_words);
      case 1: return choices.one_of(foreign_words);
      default: return choices.one_of(plain_words);
    }
  }
  if (means({"FILE", "PATH", "DIR"})) return choices.one_of(paths);
  if (means({"DATE", "WHEN", "UNTIL", "MOMENT", "DUE"})) return choices.one_of(dates);
  if (word == "F") return choices.one_of(formats);
  const std::size_t kind = choices.below(4);
  if (kind < 2 && !names.empty()) return choices.one_of(names);
  return kind == 2 ? choices.one_of(others) : choices.one_of(plain_words);
}

}  // namespace

bool Shape::is_writing() const {
  return std::ranges::find(options, "--dry-run", &Option::name) != options.end();
}

std::vector<Shape> shapes(
    const std::function<std::string(const std::vector<std::string>& words)>& help) {
  std::vector<Shape> all;
  each_entry(help({"--help"}), [&](std::string_view section, std::string_view entry) {
    const std::string name{entry.substr(0, entry.find(' '))};
    if (section.starts_with("Commands")) all.push_back(shape_of(name, help({name, "--help"})));
  });
  return all;
}

std::vector<std::string> command_line(Choices choices, const std::vector<Shape>& shapes,
                                      const std::vector<std::string>& names) {
  constexpr std::size_t most_options = 5;
  const Shape& shape = shapes[choices.below(shapes.size())];
  std::vector<std::string> words{shape.name};
  for (const std::string& argument : shape.arguments) {
    if (argument.starts_with('[') && choices.below(2) == 0) continue;
    words.push_back(value_for(argument, choices, names));
  }
  const std::size_t count = shape.options.empty() ? 0 : choices.below(most_options);
  for (std::size_t i = 0; i < count; ++i) {
    const Shape::Option& option = shape.options[choices.below(shape.options.size())];
    words.push_back(option.name);
    if (option.value.empty() || (option.value.starts_with('[') && choices.below(2) == 0)) continue;
    words.push_back(value_for(option.value, choices, names));
  }
  return words;
}

bool is_path_of_ours(std::string_view word) {
  return std::ranges::find(paths, word) != std::ranges::end(paths);
}

}  // namespace care::test
