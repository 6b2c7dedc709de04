#include <doctest/doctest.h>

#include <care/record.hpp>
#include <care/render_formats.hpp>

#include <algorithm>
#include <regex>

#include "documents.hpp"
#include "project.hpp"

// What care(1) says of formats is what is written.

using namespace care::test;

TEST_SUITE("readme") {
  TEST_CASE("the manual page has every format, column and name that is written") {
    const std::string examples = (project_directory() / "examples").string();
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

  TEST_CASE("the manual page has every name of a customer") {
    Scene scene;
    scene.input = R"(
[[plan]]
name = "welcome"
starts = "new"
from = 2026-01-01
steps = [{ after = "2wd", what = "call", how = "call" }, { after = "2w", what = "card" }]
[[customer]]
id = "a"
name = "A"
sounds_like = "ay"
phone = "1"
address = "X"
tier = "A"
notes = "n"
since = 2026-11-02
birthday = "11-24"
referred_by = "b"
extra = { car = "red" }
[[customer.contact]]
name = "J"
call_me = "j"
sounds_like = "jay"
role = "r"
birthday = "02-29"
notes = "n"
left = 2026-11-20
[[customer.plan]]
what = "oil"
from = 2026-03-02
every = "6m"
[[customer]]
id = "b"
name = "B"
[[touch]]
customer = "a"
on = 2026-11-06
plan = ["welcome", "oil"]
[[fact]]
customer = "a"
on = 2026-11-07
phone = "2"
[[fact]]
customer = "b"
on = 2026-11-07
status = "former"
because = "closed"
died = 2026-11-01
)";
    std::set<std::string> written;
    for (const char* who : {"a", "b"}) {
      const Lines words{"--book", "-", "show", who, "--format", "json", "--today", "2026-11-23"};
      for (const std::string& name : found_in(said(words, scene), R"x("([a-z_]+)":)x")) {
        written.insert(name);
      }
    }
    const std::set<std::string> named = names_in(manual_list("CUSTOMERS"), false);
    const std::set<std::string> of_pages = names_in(manual_list("JSON"), false);
    const auto keys = care::record_keys();
    for (const std::string& name : named) CHECK_MESSAGE(written.contains(name), name);
    for (const std::string& name : written) {
      CHECK_MESSAGE((named.contains(name) || of_pages.contains(name) ||
                     std::ranges::find(keys, name) != keys.end()),
                    name);
    }
  }

  TEST_CASE("the manual page has every column of a table") {
    const std::string book = (project_directory() / "examples/corner-shop.toml").string();
    const auto tables = manual_list("TABLES");
    CHECK(tables.size() == 5);
    for (const auto& [command, text] : tables) {
      Lines words{"--book", book, command, "--format", "csv", "--today", "2026-11-23"};
      if (command == "find") words.emplace_back("a");
      const std::string table = said(words);
      Lines columns = found_in(table.substr(0, table.find("\r\n")), "([a-z_]+)");
      if (command == "journal")
        std::erase_if(columns, [](const std::string& column) {
          const auto keys = care::record_keys();
          return std::ranges::find(keys, column) != keys.end();
        });
      const std::string of = command;
      CAPTURE(of);
      CHECK(names_in({{command, text}}, false) ==
            std::set<std::string>{columns.begin(), columns.end()});
    }
  }
}
