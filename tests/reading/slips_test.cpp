#include "reading/support.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace care;
using namespace care::test;

TEST_CASE("a mistake in the spelling is told in words, with what to write instead") {
  struct Row {
    std::string_view line;
    unsigned column;
    std::string_view what;
    std::string_view instead;
  };
  const Row rows[] = {
      {"since = 2023-02-30", 9, "2023-02-30 is not a day of the calendar", "since = 2023-02-28"},
      {"since = 2024-00-10", 9, "2024-00-10 is not a day of the calendar", "since = 2024-12-31"},
      {"name = Maria", 8, "the text \"Maria\" needs quotes", "name = \"Maria\""},
      {"name = Maria # our best", 8, "the text \"Maria\" needs quotes", "name = \"Maria\""},
      {"name = \"Maria", 8, "this text has no closing quote", "name = \"Maria\""},
      {"name = 'Maria", 8, "this text has no closing quote", "name = \"Maria\""},
      {"name = “Maria”", 8, "these quotes come from a word processor", "name = \"Maria\""},
      {"name = „Maria“", 8, "these quotes come from a word processor", "name = \"Maria\""},
      {"tags = [“west”]", 9, "these quotes come from a word processor", "[\"west\", \"north\"]"},
      {"name: \"Maria\"", 5, "a key and its value have an = between them", "name = \"Maria\""},
      {"name: Maria", 5, "a key and its value have an = between them", "name = \"Maria\""},
      {"call me = \"Maria\"", 1, "\"call me\" is not a key: a key is one word", "call_me = …"},
      {"= 3", 1, "no key stands before the =", "name = \"…\""},
      {"name =", 6, "no value stands behind name =", "name = \"…\""},
      {"name = # unknown", 8, "no value stands behind name =", "name = \"…\""},
      {"name == \"x\"", 7, "one = stands between a key and its value", "name = \"…\""},
      {"remember the milk", 1,
       "\"remember the milk\" has no =", "`key = \"…\"`, or # before a remark of your own"},
      {"amount = 12,50", 10, "a number is not written \"12,50\"", "amount = 12.50"},
      {"amount = 1.250,00", 10, "a number is not written \"1.250,00\"", "amount = 1250.00"},
      {"amount = 1,250", 10, "a number is not written \"1,250\"", "amount = 1250"},
      {"amount = -1,5", 10, "a number is not written \"-1,5\"", "amount = -1.5"},
      {"amount = $12", 10, "the text \"$12\" needs quotes", "amount = \"$12\""},
      {"phone = +1 602 555 0101", 9, "the text \"+1 602 555 0101\" needs quotes",
       "phone = \"+1 602 555 0101\""},
      {"phone = 0602", 9, "the text \"0602\" needs quotes", "phone = \"0602\""},
      {"every = 2w", 9, "the text \"2w\" needs quotes", "every = \"2w\""},
      {"birthday = 02-29", 12, "the text \"02-29\" needs quotes", "birthday = \"02-29\""},
      {"on = 20.11.2026", 6, "a date is not written \"20.11.2026\"",
       "on = 2026-11-20 (year, month, day)"},
      {"on = 11/20/2026", 6, "a date is not written \"11/20/2026\"",
       "on = 2026-11-20 (year, month, day)"},
      {"on = 2026-11-2", 6, "a date is not written \"2026-11-2\"",
       "on = 2026-11-20 (year, month, day)"},
      {"on = 2026-11-20T9:00", 6, "\"2026-11-20T9:00\" is not a moment", "on = 2026-11-20T15:00"},
      {"on = 2026-11-20 25:00", 6, "\"2026-11-20 25:00\" is not a moment", "on = 2026-11-20T15:00"},
      {"reached = True", 11, "\"True\" is neither true nor false", "reached = true"},
      {"reached = no", 11, "\"no\" is neither true nor false", "reached = false"},
      {"reached = truely", 11, "the text \"truely\" needs quotes", "reached = \"truely\""},
      {"tags = [west]", 8, "this is not a list: a quote, comma or bracket is missing",
       "[\"west\", \"north\"]"},
      {"hours = 09:00-12:30", 9, "a list of windows needs brackets and quotes",
       "hours = [\"09:00-12:30\", \"13:30-17:00\"]"},
      {"away = { from 2026-12-21 }", 8,
       "this is not a table: an =, a quote, comma or brace is missing",
       "{ from = 2026-12-28, to = 2026-12-31 }"},
      {"said = \"he said \"hi\" twice\"", 18,
       "something stands behind the closing quote: \"hi\" twice\"\"",
       "\\\" for a quote within a text, or '…' around it"},
      {"said = \"x\" y", 11, "something stands behind the closing quote: \"y\"",
       "nothing but a comment behind a value"},
      {"on = 2026-11-20 by = \"nick\"", 16, "a second key stands in this line",
       "each key on a line of its own"},
      {"path = \"C:\\data\"", 11, "a backslash in a text begins an escape such as \\n",
       "\\\\ for a backslash, or '…' around the text"},
      {"email = maria@example.com", 9, "the text \"maria@example.com\" needs quotes",
       "email = \"maria@example.com\""},
      {"said = it\"s", 8, "the text \"it\"s\" needs quotes", "said = 'it\"s'"},
      {"name = \x1b[31mred", 8, "the control character \\x1b stands here", "plain text without it"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const Reading reading = read_text("[[touch]]\n" + std::string{row.line} + "\n");
    REQUIRE(reading.problems.size() == 1);
    const Problem& problem = reading.problems[0];
    CHECK(problem.code == "syntax");
    CHECK(problem.at == Position{0, 2, row.column});
    CHECK(problem.what == row.what);
    CHECK(problem.instead == row.instead);
  }
}

TEST_CASE("a mistake over several lines is told where it begins") {
  struct Row {
    std::string_view text;
    Position at;
    std::string_view what;
  };
  const Row rows[] = {
      {"[[touch]]\ngreeted = [\"a\",\n\"b\"\non = 1\n",
       {0, 2, 11},
       "the list that begins here is not closed, or lacks a comma"},
      {"[[touch]]\nx = 1\nsaid = \"\"\"a\nb\n",
       {0, 3, 8},
       "the text that begins here does not end"},
      {"[[touch]]\nsaid = '''a\nb\n", {0, 2, 8}, "the text that begins here does not end"},
      {"[[touch]]\ngreeted = [[1,\n2]\n",
       {0, 2, 11},
       "the list that begins here is not closed, or lacks a comma"},
      {"[[staff]]\naway = [{ from = 1,\nto = 2\n",
       {0, 2, 9},
       "the table that begins here is not closed on its line"},
      {"[[touch]]\nsaid = 1\nsaid = 2\n", {0, 3, 1}, "\"said\" stands here a second time"},
      {"[[touch]]\r\nsaid = 'a\rb'\r\n",
       {0, 2, 10},
       "a carriage return stands here without a line feed"},
      {"[[touch\nsaid = 1\n", {0, 1, 1}, "\"[[touch\" is not the header of a table"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Reading reading = read_text(row.text);
    REQUIRE_FALSE(reading.problems.empty());
    CHECK(reading.problems[0].at == row.at);
    CHECK(reading.problems[0].what == row.what);
  }
}

TEST_CASE("no message drives a terminal or runs on for ever") {
  const std::string evil =
      "\xe2\x80\xae\xc2\x9b"
      "31m" +
      std::string(5000, 'x');
  const Reading reading = read_text("[[customer]]\nid = \"a\"\nname = \"A\"\n\"" + evil +
                                    "\" = 1\nevery = \"" + evil + "\"\n");
  REQUIRE(reading.problems.size() == 2);
  for (const Problem& problem : reading.problems) {
    CHECK(problem.what.size() < 200);
    CHECK(problem.what.find('\xe2') != 0);
    CHECK(problem.what.find("\\u202e") != std::string::npos);
    CHECK(problem.what.find('\x9b') == std::string::npos);
  }
}
