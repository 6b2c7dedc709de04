#include <ostream>

#include <doctest/doctest.h>

#include "json.hpp"

using namespace care::test;

TEST_CASE("JSON is read as RFC 8259 has it, and no more") {
  const auto is_json = [](std::string_view text) {
    return take_json(text).has_value() && text.empty();
  };
  for (const std::string_view good :
       {"{}", "[]", "null", "true", "-0.5e+10", "0", "\"\\u00e9\\n\\\"\"", " [ ]",
        R"({"a":[1,{"b":null}], "c" : "d"})", "[1,2]\n"}) {
    const std::string text{good.substr(good.find_first_not_of(' '))};
    CAPTURE(text);
    CHECK(is_json(text));
  }
  for (const std::string_view bad : {"",        "{",
                                     "[1,]",    "[1 2]",
                                     "{\"a\"}", "{\"a\":1,}",
                                     "{a:1}",   "'a'",
                                     "\"a",     "\"\n\"",
                                     "\"\\x\"", "\"\\u12g4\"",
                                     "01",      "1.",
                                     ".5",      "1e",
                                     "+1",      "NaN",
                                     "nul",     "[1]]",
                                     "{}{}",    R"({"a":1,"a":2})"}) {
    const std::string text{bad};
    CAPTURE(text);
    CHECK_FALSE(is_json(text));
  }
  CHECK_FALSE(is_json(std::string(65, '[') + std::string(65, ']')));
}

TEST_CASE("members of JSON are found by their names") {
  std::string_view text = R"({"id":"ana","class":8,"items":[{"when":"today"}],"on":null} rest)";
  const auto json = take_json(text);
  REQUIRE(json);
  CHECK(text == "rest");
  CHECK(json->text("id") == "ana");
  CHECK(json->number("class") == 8);
  REQUIRE(json->list("items").size() == 1);
  CHECK(json->list("items")[0].text("when") == "today");
  CHECK(json->member("on") != nullptr);
  CHECK(json->member("off") == nullptr);
  CHECK(json->text("class").empty());
  CHECK(json->list("off").empty());
}
