#include <care/text_shell.hpp>

#include <doctest/doctest.h>

#include <string_view>

using care::shell_option;
using care::shell_word;

TEST_CASE("a text is one word of a shell") {
  CHECK(shell_word("rosa-2") == "rosa-2");
  CHECK(shell_word("") == "\"\"");
  CHECK(shell_word("opening day") == "\"opening day\"");
  CHECK(shell_word("Roof & Co; x") == "\"Roof & Co; x\"");
  CHECK(shell_word("Bo's \"den\"") == "'Bo'\\''s \"den\"'");
  CHECK(shell_word("$HOME `x` !1") == "'$HOME `x` !1'");
  CHECK(shell_word("Müller") == "\"Müller\"");
}

TEST_CASE("no sign that drives a terminal stands in a word of a shell") {
  CHECK(shell_word("x\ny") == R"($'x\ny')");
  CHECK(shell_word("it's\ta \\ b\n") == R"($'it\'s\ta \\ b\n')");
  CHECK(shell_word("a\x1b[2J") == R"($'a\x1b[2J')");
  CHECK(shell_word("a\u202e b") == R"($'a\u202e b')");
}

TEST_CASE("a value that begins with a dash is no option") {
  CHECK(shell_option("note", "tea") == " --note tea");
  CHECK(shell_option("note", "- tea") == " --note=\"- tea\"");
}
