#include <care/text.hpp>
#include <care/text_shell.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace care;

TEST_CASE(
    "a word of a command line is one word on one line, that stays as it is where it is shown") {
  struct Row {
    std::string_view text, word;
  };
  const Row rows[] = {
      {"odile@example.com", "odile@example.com"},
      {"", R"("")"},
      {"likes tea", R"("likes tea")"},
      {"Joe's", R"("Joe's")"},
      {"~joe", R"("~joe")"},
      {R"(the "Oak")", R"('the "Oak"')"},
      {R"(Joe's "Oak")", R"('Joe'\''s "Oak"')"},
      {"$5 off!", "'$5 off!'"},
      {"a\\nb", R"('a\nb')"},
      {"x\ny", R"($'x\ny')"},
      {"x\r\ny\tz", R"($'x\x0d\ny\tz')"},
      {"it's\n\"so\\\"!", R"($'it\'s\n"so\\"\x21')"},
      {"\x1b[1m", R"($'\x1b[1m')"},
      {"a\u202Eb Zo\u00eb", "$'a\\xe2\\x80\\xaeb Zo\u00eb'"},
      {"a\xff b", R"($'a\xff b')"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(shell_word(row.text) == row.word);
    CHECK(neutralised(row.word) == row.word);
  }
}

TEST_CASE("a value that begins with a hyphen is no option") {
  CHECK(shell_option("note", "likes tea") == R"( --note "likes tea")");
  CHECK(shell_option("call-me", "-Bobby") == " --call-me=-Bobby");
  CHECK(shell_option("note", "- tea\n- rum") == R"( --note=$'- tea\n- rum')");
}
