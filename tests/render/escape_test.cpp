#include "render/escape.hpp"

#include <ostream>

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

using namespace care;
using namespace std::string_literals;

namespace {

struct Row {
  std::string name;
  std::string text;
  std::string expected;
};

std::string json(std::string_view text) {
  std::string out = "key:";
  append_json(out, text);
  CHECK(out.starts_with("key:"));
  return out.substr(4);
}

}  // namespace

TEST_CASE("JSON strings, with invisible characters as escapes") {
  const Row rows[] = {
      {"plain", "Acme Tower", R"("Acme Tower")"},
      {"nothing", "", R"("")"},
      {"quotes and backslashes", R"(a "b" \c)", R"("a \"b\" \\c")"},
      {"a slash needs none", "a/b", R"("a/b")"},
      {"line ends and tabs", "a\nb\tc\r", R"("a\nb\tc\u000d")"},
      {"other controls", "\x1b[31m\0\x7f"s, R"("\u001b[31m\u0000\u007f")"},
      {"C1", "\u009b", R"("\u009b")"},
      {"bidi",
       "a\u202e"
       "b",
       R"("a\u202eb")"},
      {"line separators", "\u2028\u2029", R"("\u2028\u2029")"},
      {"a tag beyond the first plane", "\U000e0041", R"("\udb40\udc41")"},
      {"accents and other scripts", "Renée 東京", "\"Renée 東京\""},
      {"an emoji", "\U0001f600", "\"\U0001f600\""},
      {"ill-formed bytes", "a\xff\xfe", R"("a\ufffd\ufffd")"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(json(row.text) == row.expected);
  }
}

TEST_CASE("CSV fields: quoted where they must be, and never a formula") {
  const Row rows[] = {
      {"plain", "Acme", "Acme"},
      {"nothing", "", ""},
      {"a comma", "a,b", R"("a,b")"},
      {"a blank", "Acme Tower", R"("Acme Tower")"},
      {"quotes", R"(a "b")", R"("a ""b""")"},
      {"an apostrophe", "O'Brien", R"("O'Brien")"},
      {"a formula", "=1+1", R"("'=1+1")"},
      {"a sum", "@SUM(1)", R"x("'@SUM(1)")x"},
      {"a plus, as of a phone", "+1602", R"("'+1602")"},
      {"a minus", "-1", R"("'-1")"},
      {"a tab", "\t=1", "\"'\t=1\""},
      {"a carriage return", "\r=1", "\"'\n=1\""},
      {"a formula with quotes", R"(="a")", R"("'=""a""")"},
      {"a line end", "a\nb", "\"a\nb\""},
      {"an escape", "\x1b[31m", R"("\x1b[31m")"},
      {"bidi, as it is", "\u202e=1", "\"\u202e=1\""},
      {"a price", "$5", R"("$5")"},
      {"a month", "Mar-12", R"("Mar-12")"},
      {"a word and a number", "Q1", "Q1"},
      {"a truth", "TRUE", R"("TRUE")"},
      {"our own", "true", "true"},
      {"no formula", "a=1", "a=1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(csv_field(row.text) == row.expected);
  }
}

TEST_CASE("a row of CSV has numbers and truths as they are, and texts without a formula") {
  const std::vector<std::string> list{"=1", "b"};
  CHECK(csv_row(std::to_array<Cell>({"a", -1000.0, 1e20, 0.1, true, list, "-1000", {}})) ==
        "a,-1000,1e+20,0.1,true,\"'=1; b\",\"'-1000\",\r\n");
  CHECK(csv_row({}) == "\r\n");
  CHECK(csv_row(std::vector<Cell>{Cell{}, Cell{}}) == ",\r\n");
}

TEST_CASE("Markdown finds nothing to format in a text") {
  const Row rows[] = {
      {"plain", "Acme Tower, 24/7.", "Acme Tower, 24/7."},
      {"emphasis", "*a* _b_ ~c~", R"(\*a\* \_b\_ \~c\~)"},
      {"a link", "[a](b)", R"(\[a\]\(b\))"},
      {"a picture", "![a](b)", R"(\!\[a\]\(b\))"},
      {"HTML", "<script>&amp;", R"(\<script\>\&amp;)"},
      {"code", "`a`", R"(\`a\`)"},
      {"a heading", "# a", R"(\# a)"},
      {"a list", "- a + b", R"(\- a \+ b)"},
      {"a table", "a | b", R"(a \| b)"},
      {"braces", "{a}", R"(\{a\})"},
      {"a backslash", R"(a\b)", R"(a\\b)"},
      {"a line end", "a\n# b", "a\\\n    \\# b"},
      {"an escape", "\x1b[31m", R"(\\x1b\[31m)"},
      {"bidi", "\u202e", R"(\\u202e)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(markdown_text(row.text) == row.expected);
  }
}
