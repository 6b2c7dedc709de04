#include <doctest/doctest.h>

#include <care/calendar_typed.hpp>
#include <care/render_formats.hpp>

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "documents.hpp"
#include "project.hpp"

// What the README says is what the program says. Its ```console blocks are transcripts, its lines
// for cron are run by one (clients/cron_test.sh), its commands to build by .ci/run.

using namespace care::test;

TEST_SUITE("readme") {
  TEST_CASE("it has fewer than 300 lines") { CHECK(lines_of(readme()).size() < 300); }

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
        CHECK(!found_in(help, "[ \n](" + option + ")[ ,\n]").empty());
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
    REQUIRE(named.size() == 10);
    CHECK(readme().find("; ten formats") != std::string::npos);
  }

  TEST_CASE("its headings are those of the pages") {
    std::set<std::string> named;
    for (const Lines& row : table("| heading |")) named.insert(row.at(0));
    std::set<std::string> seen;
    for (const char* book : {"corner-shop.toml", "saguaro"}) {
      const std::string path = (project_directory() / "examples" / book).string();
      const std::string page = '\n' + said({"--book", path, "today", "--today", "2026-11-23"});
      for (const std::string& heading : found_in(page, "\n([A-Z][A-Z ]+)(?=\n)")) {
        seen.insert(heading);
      }
    }
    CHECK(named == seen);
  }

  TEST_CASE("the releases that it names are those that are downloaded") {
    const std::string cmake = file("CMakeLists.txt") + file("tests/CMakeLists.txt");
    const auto rows = table("| library |");
    CHECK(rows.size() == 5);
    for (const Lines& row : rows) {
      CAPTURE(row.at(0));
      CHECK(!found_in(cmake, "URL .*/v?(" + row.at(2) + ")").empty());
    }
  }

  TEST_CASE("what it links to is there") {
    const Lines links = found_in(readme(), R"(\]\(((?!https?:)[^)]+)\))");
    CHECK(links.size() >= 5);
    for (const std::string& link : links) {
      CAPTURE(link);
      CHECK(std::filesystem::exists(project_directory() / link));
    }
  }

  TEST_CASE("what its sentences name is there: tables, options, variables, the pager") {
    const std::string book_page = said({"man", "book"});
    const Lines tables = found_in(readme(), R"x(`\[\[([a-z._]+)\]\]`)x");
    CHECK(tables.size() >= 10);
    for (const std::string& name : tables) {
      CHECK_MESSAGE(book_page.find(".Ss [[" + name + "]]") != std::string::npos, name);
    }

    std::string help = said({"--help"});
    for (const std::string& name : commands()) help += said({name, "--help"});
    const std::string prose = std::regex_replace(readme(), std::regex{"cmake --[^`]*"}, "");
    const Lines options = found_in(prose, "[` \n](--[a-z-]+)");
    CHECK(options.size() >= 60);
    for (const std::string& option : options) {
      CHECK_MESSAGE(!found_in(help, "[ \n](" + option + ")[ ,\n]").empty(), option);
    }

    std::set<std::string> variables;
    const auto manual = manual_list("ENVIRONMENT");
    for (const auto& row : manual) {
      for (const std::string& name : found_in(row.first, "([A-Z_]+)")) variables.insert(name);
      for (const std::string& pager : found_in(readme(), "`(less [^`]+)`")) {
        if (row.first.starts_with("CARE_PAGER")) {
          CHECK_MESSAGE(row.second.find(pager) != std::string::npos, pager);
        }
      }
    }
    const Lines named = found_in(readme(), R"x(`(?:\$|(?=[A-Z_]+=))([A-Z_]+))x");
    CHECK(named.size() >= 7);
    for (const std::string& name : named) CHECK_MESSAGE(variables.contains(name), name);
  }

  TEST_CASE("the days that people say are understood") {
    const std::size_t from = readme().find("written as people say them");
    REQUIRE(from != std::string::npos);
    const std::string sentence = readme().substr(from, readme().find("says when", from) - from);
    Lines days = found_in(sentence, "`([^`]+)`");
    std::erase_if(days, [](const std::string& word) { return word.starts_with("--"); });
    CHECK(days.size() == 11);
    const care::Moment now = care::parse_iso("2026-11-23T09:00")->moment();
    for (const std::string& day : days) {
      CHECK_MESSAGE(
          care::parse_typed_day(day, now, care::WorkCalendar{}, care::Lean::future).has_value(),
          day);
    }
  }
}
