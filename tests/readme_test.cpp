#include <doctest/doctest.h>

#include <care/render_formats.hpp>

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "project.hpp"
#include "transcript.hpp"

// What the README says is what the program says. Its ```console blocks are transcripts, its lines
// for cron are run by one (clients/cron_test.sh), its commands to build by .ci/run.

using namespace care::test;

namespace {

using Lines = std::vector<std::string>;

std::string file(std::string_view name) {
  std::ifstream in{care::test::project_directory() / name, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

Lines lines_of(const std::string& text) {
  std::istringstream in{text};
  Lines lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

const std::string& readme() {
  static const std::string text = file("README.md");
  return text;
}

/// What stands in the fenced blocks of a language, each by itself.
Lines blocks(std::string_view language) {
  Lines found;
  bool inside = false;
  for (const std::string& line : lines_of(readme())) {
    if (line.starts_with("```")) {
      inside = !inside && line.substr(3) == language;
      if (inside) found.emplace_back();
    } else if (inside) {
      found.back() += line + '\n';
    }
  }
  return found;
}

/// The rows of the table whose head begins with these words, cell by cell.
std::vector<Lines> table(std::string_view head, const std::string& text = readme()) {
  std::vector<Lines> rows;
  bool inside = false;
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with(head)) inside = true;
    if (!line.starts_with("| ") || line.starts_with(head)) {
      inside = inside && line.starts_with('|');
      continue;
    }
    if (!inside) continue;
    Lines cells;
    for (std::size_t at = 2; at < line.size();) {
      const std::size_t end = line.find(" |", at);
      cells.push_back(line.substr(at, end - at));
      at = end + 3;
    }
    rows.push_back(cells);
  }
  return rows;
}

Lines found_in(const std::string& text, const char* pattern) {
  const std::regex regex{pattern};
  Lines found;
  for (std::sregex_iterator it{text.begin(), text.end(), regex}, end; it != end; ++it) {
    found.push_back((*it)[1]);
  }
  return found;
}

std::string said(const Lines& words, const Scene& scene = {}) {
  const Played played = play(words, scene);
  CHECK(played.err == "");
  CHECK(played.code == 0);
  return played.out;
}

/// The commands of `care --help`.
std::set<std::string> commands() {
  const std::string help = said({"--help"});
  const std::size_t from = help.find("\nCommands:\n");
  REQUIRE(from != std::string::npos);
  const Lines names = found_in(help.substr(from, help.find("\n\n", from) - from), "\n  ([a-z-]+)");
  return {names.begin(), names.end()};
}

/// A section of the manual page, as it reads: `.It NAME` and its text, by name.
std::map<std::string, std::string> manual_list(std::string_view section) {
  const std::string page = said({"man"});
  const std::size_t from = page.find(".Sh " + std::string{section} + '\n');
  REQUIRE(from != std::string::npos);
  std::map<std::string, std::string> list;
  std::string name;
  for (const std::string& line : lines_of(page.substr(from, page.find("\n.Sh ", from) - from))) {
    std::string text = std::regex_replace(line, std::regex{R"(\\-)"}, "-");
    if (text.starts_with(".It ")) {
      name = std::regex_replace(text.substr(4), std::regex{"^ *(Ev )?"}, "");
    } else if (text.starts_with('.')) {
      name.clear();
    } else if (!name.empty()) {
      list[name] += (list[name].empty() ? "" : " ") + text;
    }
  }
  return list;
}

/// The names in the heads, or in the texts, of a list of the manual page.
std::set<std::string> names_in(const std::map<std::string, std::string>& list, bool heads) {
  std::set<std::string> names;
  for (const auto& [head, text] : list) {
    const std::string plain =
        std::regex_replace(heads ? head : text, std::regex{R"(\([^)]*\)|\[\]|\{\})"}, "");
    for (const std::string& name : found_in(plain, "([a-z_]+)")) names.insert(name);
  }
  return names;
}

}  // namespace

TEST_SUITE("readme") {
  TEST_CASE("its TOML is a book without a mistake") {
    Scene scene;
    for (const std::string& block : blocks("toml")) scene.input += block;
    CHECK(blocks("toml").size() >= 2);
    CHECK(said({"--book", "-", "check"}, scene) == "");
    CHECK(said({"--book", "-", "list"}, scene).find("Rosa") != std::string::npos);
  }

  TEST_CASE("the three lines of one's own book can be typed as they stand") {
    const std::filesystem::path home =
        std::filesystem::temp_directory_path() / ("care-readme-test-" + std::to_string(getpid()));
    std::filesystem::remove_all(home);
    Scene scene;
    scene.environment["HOME"] = home.string();
    const Lines shell = blocks("sh");
    REQUIRE(shell.size() == 3);
    int typed = 0;
    for (const std::string& line : lines_of(shell.back())) {
      Lines words = split_words(line);
      REQUIRE(words.front() == "care");
      words.erase(words.begin());
      CAPTURE(line);
      CHECK(said(words, scene) != "");
      ++typed;
    }
    CHECK(typed == 3);
    std::filesystem::remove_all(home);
  }

  TEST_CASE("its tables have every command, and no option that there is not") {
    std::set<std::string> named;
    std::size_t options = 0;
    for (const Lines& row : table("| command |")) {
      const std::string both = row.at(0) + ' ' + row.at(1);
      std::string help = said({"--help"});
      for (const std::string& name : found_in(row.at(0), "`care ([a-z-]+)")) {
        named.insert(name);
        help += said({name, "--help"});
      }
      for (const std::string& option : found_in(both, "[` ](--[a-z-]+)")) {
        CAPTURE(both);
        CAPTURE(option);
        CHECK(!found_in(help, ("[ \n](" + option + ")[ ,\n]").c_str()).empty());
        ++options;
      }
    }
    CHECK(named == commands());
    CHECK(options >= 30);
  }

  TEST_CASE("its exit codes are those of the manual page") {
    const auto manual = manual_list("EXIT STATUS");
    std::map<std::string, std::string> codes;
    for (const Lines& row : table("| exit code |"))
      codes[row.at(0)] = std::regex_replace(row.at(1), std::regex{"`"}, "") + '.';
    for (auto& [code, text] : codes) {
      text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    }
    CHECK(codes.size() == 5);
    for (const auto& row : manual) {
      CAPTURE(row.first);
      CHECK(codes[row.first] == row.second);
    }
  }

  TEST_CASE("its formats are those of the program") {
    const std::size_t from = readme().find("`--format` takes");
    REQUIRE(from != std::string::npos);
    const Lines named =
        found_in(readme().substr(from, readme().find('.', from) - from), "`([a-z]+)`");
    Lines formats;
    for (const care::Format& format : care::formats()) {
      if (format.page != nullptr || format.message != nullptr) formats.emplace_back(format.name);
    }
    CHECK(named == formats);
  }

  TEST_CASE("the manual page has every format, column and name that is written") {
    const std::string examples = (care::test::project_directory() / "examples").string();
    std::set<std::string> formats;
    for (const care::Format& format : care::formats()) {
      if (format.page != nullptr || format.message != nullptr) formats.emplace(format.name);
    }
    CHECK(names_in(manual_list("FORMATS"), true) == formats);

    const std::string table = said({"--book", examples + "/corner-shop.toml", "export", "csv"});
    const Lines columns = found_in(table.substr(0, table.find("\r\n")), "([a-z_]+)");
    CHECK(columns.size() == 25);
    CHECK(names_in(manual_list("EXPORTS"), true) ==
          std::set<std::string>{columns.begin(), columns.end()});

    Scene scene;
    scene.input =
        "[book]\nowner = \"b\"\n[policy]\nescalate = \"1d\"\n"
        "[[staff]]\nid = \"b\"\nname = \"B\"\n[[staff]]\nid = \"c\"\nname = \"C\"\n"
        "[[customer]]\nid = \"a\"\nname = \"A\"\ncompany = \"B\"\nevery = \"2w\"\nowner = \"c\"\n"
        "[[promise]]\ncustomer = \"a\"\nwhat = \"x\"\ndue = 2026-11-02\n";
    std::set<std::string> written;
    for (const char* book : {"/corner-shop.toml", "/saguaro", "/broken.toml", "-"}) {
      for (const char* days : {"1", "30"}) {
        const std::string path = *book == '-' ? book : examples + book;
        const Played page = play(
            {"--book", path, "agenda", "--format", "json", "--days", days, "--today", "2026-11-23"},
            scene);
        for (const std::string& name : found_in(page.out, R"x("([a-z_]+)":)x")) {
          written.insert(name);
        }
      }
    }
    CHECK(names_in(manual_list("JSON"), false) == written);
  }

  TEST_CASE("the manual page has every name and column of a review") {
    Scene scene;
    scene.input =
        "[book]\nname = \"B\"\n[[staff]]\nid = \"1\"\nname = \"A\"\n[[staff]]\nid = \"2\"\nname = "
        "\"B\"\n"
        "[[customer]]\nid = \"a\"\nname = \"A\"\nowner = \"1\"\nmood = \"strained\"\n"
        "[[customer]]\nid = \"b\"\nname = \"B\"\nowner = \"2\"\nsince = 2026-08-01\n";
    for (const char* day : {"02", "03", "04", "05", "06"}) {
      const std::string on = std::string{"on = 2026-11-"} + day + "\nhow = \"call\"\n";
      scene.input += "[[touch]]\ncustomer = \"a\"\nheard = \"x\"\n" + on;
      scene.input += "[[touch]]\ncustomer = \"b\"\n" + on;
    }
    std::set<std::string> written;
    for (const char* owner : {"1", "2", ""}) {
      for (const char* to : {"2026-11-23", "2026-12-23", "2027-11-23"}) {
        std::vector<std::string> words{"--book",     "-",       "review",    "--format",
                                       "json",       "--to",    to,          "--from",
                                       "2026-11-10", "--today", "2027-12-01"};
        if (std::string_view{to} == "2026-11-23") words[8] = "2026-11-01";
        if (*owner != '\0') words.insert(words.end(), {"--owner", owner});
        for (const std::string& name : found_in(play(words, scene).out, R"x("([a-z_]+)":)x")) {
          written.insert(name);
        }
      }
    }
    std::set<std::string> named = names_in(manual_list("REVIEWS"), false);
    for (const char* state : {"loyal", "new", "returning", "recommending"}) {
      CHECK(written.erase(state) == 1);
    }
    for (const std::string& name : named) CHECK_MESSAGE(written.contains(name), name);
    for (const std::string& name : written) CHECK_MESSAGE(named.contains(name), name);
    const std::string table = play({"--book", "-", "review", "--format", "csv"}, scene).out;
    const std::string columns = table.substr(0, table.find("\r\n"));
    std::string page = std::regex_replace(said({"man"}), std::regex{R"(\\-|\n)"}, " ");
    for (const std::string& column : found_in(columns, "([a-z_]+)")) {
      CAPTURE(column);
      CHECK(page.find(column) != std::string::npos);
    }
  }

  TEST_CASE("its headings are those of the pages") {
    std::set<std::string> named;
    for (const Lines& row : table("| heading |")) named.insert(row.at(0));
    std::set<std::string> seen;
    for (const char* book : {"corner-shop.toml", "saguaro"}) {
      const std::string path = (care::test::project_directory() / "examples" / book).string();
      const std::string page = '\n' + said({"--book", path, "today", "--today", "2026-11-23"});
      for (const std::string& heading : found_in(page, "\n([A-Z][A-Z ]+)(?=\n)")) {
        seen.insert(heading);
      }
    }
    CHECK(named == seen);
  }

  TEST_CASE("the releases that src/README.md names are those that are downloaded") {
    const std::string cmake = file("CMakeLists.txt") + file("tests/CMakeLists.txt");
    const auto rows = table("| library |", file("src/README.md"));
    CHECK(rows.size() == 5);
    for (const Lines& row : rows) {
      CAPTURE(row.at(0));
      CHECK(!found_in(cmake, ("URL .*/v?(" + row.at(2) + ")").c_str()).empty());
    }
  }

  TEST_CASE("what it links to is there") {
    const Lines links = found_in(readme(), R"(\]\(((?!https?:)[^)]+)\))");
    CHECK(links.size() >= 5);
    for (const std::string& link : links) {
      CAPTURE(link);
      CHECK(std::filesystem::exists(care::test::project_directory() / link));
    }
  }
}
