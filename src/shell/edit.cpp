#include <care/report.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "shell/files.hpp"
#include "shell/store.hpp"
#include "shell/usage.hpp"
#include "shell/writing.hpp"

namespace care {
namespace {

/// `code --wait` as two words; quotes keep a path with blanks together.
std::vector<std::string> words_of(std::string_view command) {
  std::vector<std::string> words;
  std::string word;
  char quote = '\0';
  bool inside = false;
  for (const char c : command) {
    if (quote != '\0') {
      if (c == quote) {
        quote = '\0';
      } else {
        word += c;
      }
    } else if (c == '"' || c == '\'') {
      quote = c;
      inside = true;
    } else if (c == ' ' || c == '\t') {
      if (inside) words.push_back(std::move(word));
      word.clear();
      inside = false;
    } else {
      word += c;
      inside = true;
    }
  }
  if (inside) words.push_back(std::move(word));
  return words;
}

/// How an editor is told the line: `+12 FILE`, `FILE:12`, or in a way of its own.
void add_place(std::vector<std::string>& command, const std::string& file, std::uint32_t line) {
  constexpr std::array<std::string_view, 4> with_goto{"code", "code-insiders", "codium", "cursor"};
  constexpr std::array<std::string_view, 4> with_colon{"subl", "hx", "helix", "zed"};
  constexpr std::array<std::string_view, 2> with_option{"kate", "kwrite"};
  const std::string& program = command.front();
  const std::string_view name = std::string_view{program}.substr(program.rfind('/') + 1);
  const auto is_one_of = [&](const auto& names) {
    return std::ranges::find(names, name) != names.end();
  };
  if (is_one_of(with_goto)) {
    command.insert(command.end(), {"--goto", fmt::format("{}:{}", file, line)});
  } else if (is_one_of(with_colon)) {
    command.push_back(fmt::format("{}:{}", file, line));
  } else if (is_one_of(with_option)) {
    command.insert(command.end(), {"--line", fmt::format("{}", line), file});
  } else {
    command.insert(command.end(), {fmt::format("+{}", line), file});
  }
}

std::vector<std::string> editor_of(const World& world) {
  for (const std::string_view name : {"VISUAL", "EDITOR"}) {
    const auto value = set_environment(world, name);
    if (!value) continue;
    auto words = words_of(*value);
    if (!words.empty()) return words;
  }
  return {"vi"};
}

/// Where the customer stands, also one that cannot be read.
Position place_of(const Book& book, const std::string& who) {
  const Search search = find_customer(book, who);
  if (search.found.empty()) {
    for (const Unreadable& lost : book.unreadable) {
      if (lost.id == who || lost.name == who) return lost.at;
    }
  }
  return book.customers[who_wanted(book, who)].at;
}

}  // namespace

int run_edit(const Arguments& arguments, World& world) {
  const std::string path = book_path(arguments, world);
  if (path == "-") throw UsageError{"edit wants a book that is a file; give --book PATH"};
  Position at;
  std::string file;
  {
    const std::vector<Source> sources = read_sources(path);
    const Reading reading = read_book(sources);
    at = place_of(reading.book, arguments.who);
    file = sources[at.file].name;
  }
  std::vector<std::string> command = editor_of(world);
  if (file.starts_with('-') || file.starts_with('+')) file.insert(0, "./");
  add_place(command, file, at.line);
  if (!world.run_program(command)) {
    throw FileError{fmt::format("{}: {}; set VISUAL or EDITOR to an editor that is here",
                                neutralised(command.front()), last_error())};
  }
  Loaded loaded = load(arguments, world);
  auto& problems = loaded.reading.problems;
  deliver(arguments, world, formats().front().problems(loaded.reading.book, problems));
  return exit_code_of(loaded);
}

}  // namespace care
