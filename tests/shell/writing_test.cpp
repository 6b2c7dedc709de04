#include <ostream>

#include <doctest/doctest.h>

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "shell/command_line/command.hpp"

namespace care {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view book =
    "[[customer]]\nid = \"acme\"\nname = \"Acme\"\nsince = 2021-03-01\n"
    "[[customer.event]]\nwhat = \"opening day\"\ndate = \"12-04\"\nprepare = \"1w\"\n"
    "[[request]]\nid = \"doors\"\ncustomer = \"acme\"\nwhat = \"new doors\"\n"
    "asked = 2026-11-20T15:00:00\n";

/// A folder of its own with a book in it.
class Folder {
 public:
  Folder() : path_{fs::temp_directory_path() / "care-test-XXXXXX"} {
    std::string name = path_.string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
    std::ofstream{path_ / "book.toml"} << book;
    std::ofstream{path_ / "people.csv"} << "name\nBirch\n";
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string file(std::string_view name) const { return path_ / name; }
  [[nodiscard]] std::string text(std::string_view name) const {
    std::ifstream in{path_ / name};
    return {std::istreambuf_iterator<char>{in}, {}};
  }

 private:
  fs::path path_;
};

struct Ran {
  ExitCode code;
  std::string out, err;
};

/// Runs care where standard output has no room, or has.
Ran ran(std::vector<std::string> words, const Folder& folder, bool has_room) {
  Ran result{};
  World world;
  world.now = [] { return parse_iso("2026-11-30T09:00")->moment(); };
  world.environment = [](std::string_view) { return std::nullopt; };
  world.write_out = [&](std::string_view text) {
    errno = ENOSPC;
    result.out += text;
    return has_room;
  };
  world.write_error = [&](std::string_view text) {
    result.err += text;
    return true;
  };
  if (words.front() == "import") words.push_back(folder.file("people.csv"));
  if (words.front() == "init") {
    words.push_back(folder.file("new.toml"));
  } else {
    words.insert(words.end(), {"--book", folder.file("book.toml")});
  }
  result.code = run(words, world);
  return result;
}

TEST_CASE("an import of thousands says how far it is, on a terminal") {
  const Folder folder;
  std::string table = "name\n";
  for (int i = 0; i < 2600; ++i) table += "P" + std::to_string(i) + "\n";
  std::ofstream{folder.file("people.csv")} << table;
  for (const bool is_terminal : {false, true}) {
    World world;
    std::string err;
    world.now = [] { return parse_iso("2026-11-30T09:00")->moment(); };
    world.environment = [](std::string_view) { return std::nullopt; };
    world.write_out = [](std::string_view) { return true; };
    world.write_error = [&](std::string_view text) { return !(err += text).empty(); };
    world.out_is_terminal = is_terminal;
    const ExitCode code = run(
        {"import", folder.file("people.csv"), "--yes", "--book", folder.file("book.toml")}, world);
    CHECK(code == ExitCode::done);
    CHECK(err == (is_terminal ? "\r2000 looked at\r2500 looked at\r" + std::string(24, ' ') + "\r"
                              : std::string{}));
  }
}

/// A command that writes the book, and what it says has happened where its answer finds no room.
struct WritingRow {
  std::vector<std::string> words;
  std::string_view file, says;
};

const WritingRow writing[] = {
    {{"log", "acme", "talked"}, "book.toml", "the record is in the book"},
    {{"request", "acme", "a price"}, "book.toml", "the record is in the book"},
    {{"done", "acme"}, "book.toml", "the record is in the book"},
    {{"offer", "acme", "used doors"}, "book.toml", "the record is in the book"},
    {{"promise", "acme", "a plan", "--due", "fri"}, "book.toml", "the record is in the book"},
    {{"purchase", "acme", "a door"}, "book.toml", "the record is in the book"},
    {{"ready", "acme"}, "book.toml", "the record is in the book"},
    {{"snooze", "acme", "2w", "away"}, "book.toml", "the record is in the book"},
    {{"add", "Birch"}, "book.toml", "the record is in the book"},
    {{"import", "--yes"}, "book.toml", "the customers are in the book"},
    {{"set", "acme", "--phone", "2"}, "book.toml", "the record is in the book"},
    {{"former", "birch"}, "book.toml", "the record is in the book"},
    {{"no-contact", "acme", "they asked"}, "book.toml", "the record is in the book"},
    {{"undo"}, "book.toml", "the record is taken back"},
    {{"init"}, "new.toml", "the book is there"},
};

const std::set<std::string_view> only_reading{
    "today",      "week", "agenda",  "show", "list",    "why",  "edit",  "export", "check",
    "completion", "man",  "message", "go",   "journal", "open", "dates", "find",   "review"};

}  // namespace

TEST_CASE("a command that wrote the book says so, also where its answer finds no room") {
  for (const WritingRow& row : writing) {
    CAPTURE(row.words.front());
    const Folder folder;
    if (row.words.front() == "undo") {
      REQUIRE(ran({"log", "acme", "talked"}, folder, true).code == ExitCode::done);
    }
    if (row.words.front() == "former") {
      REQUIRE(ran({"add", "Birch"}, folder, true).code == ExitCode::done);
    }
    const std::string before = folder.text(row.file);
    const Ran failed = ran(row.words, folder, false);
    CHECK(failed.code == ExitCode::not_read_or_written);
    CHECK(failed.err ==
          "care: standard output: No space left on device; " + std::string{row.says} + "\n");
    CHECK(folder.text(row.file) != before);
    CHECK(!folder.text(row.file).empty());
  }
}

TEST_CASE("every command that writes the book is in the table") {
  std::set<std::string_view> known = only_reading;
  for (const WritingRow& row : writing) CHECK(known.insert(row.words.front()).second);
  for (const CommandRow& row : command_table()) {
    CAPTURE(std::string{row.name});
    CHECK(known.erase(row.name) == 1);
  }
  CHECK(known.empty());
}

}  // namespace care
