#include <care/report.hpp>

#include <fstream>
#include <iterator>
#include <set>

#include "books.hpp"
#include "examples.hpp"

using namespace care;
using namespace care::test;

namespace {

std::string readme() {
  std::ifstream file{care::test::project_directory() / "src/plan/README.md"};
  return {std::istreambuf_iterator<char>{file}, {}};
}

/// The section of a rule, with its heading; empty where there is none.
std::string section(std::string_view rule) {
  const std::string text = readme();
  const auto from = text.find("\n## " + std::string{rule} + " ");
  if (from == std::string::npos) return {};
  return text.substr(from, text.find("\n## ", from + 1) - from);
}

}  // namespace

TEST_CASE("every rule has a section with an example") {
  for (int rule = 1; rule <= 17; ++rule) {
    CAPTURE(rule);
    CHECK(section("R" + std::to_string(rule)).find("\n> ") != std::string::npos);
  }
  CHECK(section("R18").empty());
}

TEST_CASE("every rule that an item or an account names has a section") {
  std::set<std::string_view> named;
  for (const KindRow& row : kinds) {
    if (!row.rule.empty()) named.insert(row.rule);
  }
  for (const std::string_view name : {"corner-shop.toml", "saguaro"}) {
    const Reading reading = example(name);
    for (CustomerIndex i = 0; i < reading.book.customers.size(); ++i) {
      for (const Step& step : derive(reading.book, i, at("2026-11-23")).steps) {
        named.insert(step.rule);
      }
    }
  }
  CHECK(named.size() > 8);
  for (const std::string_view rule : named) {
    CAPTURE(rule);
    CHECK_FALSE(section(rule).empty());
  }
}

TEST_CASE("the rules name every kind of item in the order in which they stand") {
  const std::string order = section("R10");
  std::size_t from = order.find("then by kind");
  REQUIRE(from != std::string::npos);
  for (const KindRow& row : kinds) {
    if (row.kind == Kind::unreadable) continue;
    CAPTURE(row.word);
    std::string text = order;
    std::ranges::replace(text, '\n', ' ');
    from = text.find(row.word, from);
    CHECK(from != std::string::npos);
  }
}
