#include <ostream>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "shell/command_line/parse.hpp"
#include "shell/command_line/usage.hpp"
#include "shell/disk/editor.hpp"

namespace care {
namespace {

/// The words behind `care` of an example, without what a shell does around it and what is said
/// behind it; empty where it is about something else.
std::vector<std::string> typed(std::string_view example) {
  std::vector<std::string> words = editor_words(example.substr(0, example.find("   ")));
  const auto care = std::ranges::find(words, "care");
  words.erase(words.begin(), care == words.end() ? care : care + 1);
  const auto end = std::ranges::find_if(
      words, [](const std::string& word) { return word == "|" || word == "&&"; });
  words.erase(end, words.end());
  return words;
}

}  // namespace

TEST_CASE("every command says what it is, and how it is typed") {
  const CommandLineHelp help = command_line_help();
  std::set<std::string_view> names;
  for (const Options& command : help.commands) {
    CAPTURE(std::string{command.name});
    CHECK(names.insert(command.name).second);
    CHECK(!command.about.empty());
    CHECK(command.examples.size() >= 2);
    for (const Argument& argument : command.arguments) CHECK(!argument.text.empty());
  }
  CHECK(names.size() == command_table().size());
}

TEST_CASE("no option has two meanings, and each has one") {
  const CommandLineHelp help = command_line_help();
  for (const Options& command : help.commands) {
    CAPTURE(std::string{command.name});
    std::set<std::string_view> names;
    for (const Options* options : {&command, &help.global}) {
      for (const Option& option : options->options) {
        CAPTURE(std::string{option.names.back()});
        for (const std::string_view name : option.names) CHECK(names.insert(name).second);
        CHECK(option.text.empty() == option.is_hidden);
        CHECK(option.value.empty() == (option.count == ValueCount::none));
      }
    }
  }
}

TEST_CASE("every example can be typed") {
  const CommandLineHelp help = command_line_help();
  std::size_t seen = 0;
  for (const Options& command : help.commands) {
    for (const std::string_view example : command.examples) {
      const std::vector<std::string> words = typed(example);
      if (words.empty()) continue;  // source <(care completion bash)
      CAPTURE(std::string{example});
      ++seen;
      CommandLine line;
      CHECK_NOTHROW(line = parse(words));
      CHECK((line.command == command.name || line.command.empty()));
    }
  }
  CHECK(seen > 2 * help.commands.size() - 4);
}

TEST_CASE("options may stand before the command, and words behind a lone -- are text") {
  CHECK(parse({"--owner", "dana", "week"}).command == "week");
  CHECK(parse({"--only", "request", "week"}).command == "week");
  CHECK(parse({"--only", "request,birthday"}).command == "");
  CHECK(parse({"log", "acme", "--", "--thanks"}).command == "log");
  CHECK_THROWS_AS((void)parse({"log", "acme", "--nothanks"}), UsageError);
  CHECK_THROWS_AS((void)parse({"show", "--", "a", "b"}), UsageError);
  CHECK_THROWS_AS((void)parse({"undo", "--", "a"}), UsageError);
}

}  // namespace care
