#include <ostream>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "shell/command_line/completion.hpp"

namespace care {
namespace {

using Words = std::vector<std::string>;

std::string first_of(const Completion& completion) {
  return completion.candidates.empty() ? "" : completion.candidates.front().text;
}

}  // namespace

TEST_CASE("what could stand in each place of a command line") {
  const CommandLineHelp help = command_line_help();
  struct Row {
    Words words;
    Wanted wanted;
    std::string first;
  };
  const Row rows[] = {
      {{""}, Wanted::words, "today"},
      {{"sh"}, Wanted::words, "today"},
      {{"help", ""}, Wanted::words, "today"},
      {{"help", "show", ""}, Wanted::words, ""},
      {{"show", ""}, Wanted::customer, ""},
      {{"show", "x", ""}, Wanted::words, ""},
      {{"tody", ""}, Wanted::words, ""},
      {{"--book", ""}, Wanted::file, ""},
      {{"--book", "x", "show", ""}, Wanted::customer, ""},
      {{"--book=x", "show", ""}, Wanted::customer, ""},
      {{"--owner", ""}, Wanted::staff, ""},
      {{"--owner", "x", "week", "-o", ""}, Wanted::file, ""},
      {{"--brief", ""}, Wanted::words, "today"},
      {{"week", "--"}, Wanted::words, "--owner"},
      {{"week", "--only", "event", ""}, Wanted::words, "emergency"},
      {{"--only", "request", "week", "--tag", ""}, Wanted::tag, ""},
      {{"check", "--format", ""}, Wanted::words, "text"},
      {{"log", "x", "--thanks", "--by", ""}, Wanted::staff, ""},
      {{"log", "x", "--request", ""}, Wanted::request, ""},
      {{"log", "x", "--request", "--"}, Wanted::words, "--on"},
      {{"log", "x", "--request=", ""}, Wanted::words, ""},
      {{"log", "x", "--promise="}, Wanted::promise, ""},
      {{"log", "x", "--contact", ""}, Wanted::contact, ""},
      {{"log", "x", "--on", ""}, Wanted::words, "today"},
      {{"log", "x", "hello", ""}, Wanted::words, ""},
      {{"log", "--", ""}, Wanted::customer, ""},
      {{"log", "--", "x", "--by", ""}, Wanted::words, ""},
      {{"ready", "x", ""}, Wanted::event, ""},
      {{"snooze", "x", ""}, Wanted::words, "today"},
      {{"add", "x", "--referred-by", ""}, Wanted::customer, ""},
      {{"add", "x", "--tier", ""}, Wanted::tier, ""},
      {{"init", ""}, Wanted::file, ""},
      {{"import", "people.csv", "--map", "phone=Te"}, Wanted::column, ""},
      {{"import", "people.csv", "--map", "phone", "Te"}, Wanted::column, ""},
      {{"import", "people.csv", "--map", "phone=Tel", ""}, Wanted::file, ""},
      {{"completion", ""}, Wanted::words, "bash"},
      {{}, Wanted::words, "today"},
  };
  for (const Row& row : rows) {
    std::string typed;
    for (const std::string& word : row.words) typed += "<" + word + ">";
    CAPTURE(typed);
    const Completion completion = complete(help, row.words);
    CHECK(completion.wanted == row.wanted);
    CHECK(first_of(completion) == row.first);
  }
}

TEST_CASE("what stands before the cursor is known") {
  const Completion completion = complete(
      command_line_help(), {"--book", "x.toml", "--today=fri", "log", "acme", "--request=pri"});
  CHECK(completion.book == "x.toml");
  CHECK(completion.today == "fri");
  CHECK(completion.command == "log");
  CHECK(completion.who == "acme");
  CHECK(completion.lead == "--request=");
  CHECK(completion.prefix == "pri");
}

TEST_CASE("every option of the program whose value the book has is completed from it") {
  const CommandLineHelp help = command_line_help();
  std::set<std::string_view> seen;
  for (const Options& command : help.commands) {
    for (const Option& option : command.options) {
      const std::string name{option.names.back()};
      const bool from_book = option.value == "STAFF" || option.value == "TAG" ||
                             option.value == "[ID]" || option.value == "WHO";
      if (!from_book) continue;
      seen.insert(option.value);
      CAPTURE(std::string{command.name});
      CAPTURE(name);
      CHECK(complete(help, {std::string{command.name}, "x", name, ""}).wanted != Wanted::words);
    }
  }
  CHECK(seen.size() == 4);
}

}  // namespace care
