#include <doctest/doctest.h>

#include <care/render_formats.hpp>

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
}
