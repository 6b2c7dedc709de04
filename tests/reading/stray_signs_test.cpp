#include "reading/stray_signs.hpp"

#include <ostream>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "reading/drafting.hpp"
#include "reading/same.hpp"
#include "reading/support.hpp"

using namespace care;
using namespace care::test;

namespace {

constexpr std::string_view book =
    "[policy]\n"
    "every = \"5w\"\n"
    "\n"
    "[[customer]]\n"
    "id = \"acme\"\n"
    "name = \"Acme\"\n"
    "\n"
    "[[customer]]\n"
    "id = \"zen\"\n"
    "name = \"Zen\"\n"
    "[[customer.contact]]\n"
    "name = \"Ann\"\n"
    "[customer.extra]\n"
    "x = 1\n"
    "[[touch]]\n"
    "customer = \"acme\"\n"
    "on = 2026-11-02\n"
    "# end\n"
    "[[touch]]\n"
    "customer = \"zen\"\n"
    "on = 2026-11-02\n";
constexpr unsigned lines = 21;

std::string with_line_ends(std::string text, std::string_view end) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += end.size())
    text.replace(at, 1, end);
  return text;
}

/// The book with something before its n-th line, from 1.
std::string with_before_line(unsigned line, std::string_view sign) {
  std::string text{book};
  std::size_t at = 0;
  for (unsigned i = 1; i < line; ++i) at = text.find('\n', at) + 1;
  return text.insert(at, sign);
}

Reading read_both_ways(const std::string& text) {
  const std::vector<Source> sources{{"book.toml", text}};
  Reading reading = read_book(sources);
  CHECK(are_same(reading, care::reading::read_with_care(sources)));
  return reading;
}

std::string told_unreadable(const Book& read) {
  std::string all;
  for (const Unreadable& one : read.unreadable) all += (all.empty() ? "" : "; ") + one.what;
  return all;
}

bool has_what_the_book_has(const Book& one) {
  return left(one) == "acme zen touches=2" &&
         one.policy.every == read_text(book).book.policy.every && one.customers[0].name == "Acme" &&
         one.customers[1].contacts.size() == 1 && one.customers[1].extra.size() == 1;
}

}  // namespace

TEST_CASE("a sign before any line costs nothing and is told") {
  for (const std::string_view sign :
       {"\u00a0",   "\ufeff",       "\u200b",  "\u3000", "\u2028", "\u2029",     "\u00ad",
        "\u202f",   "\f",           "\r",      "> ",     ">> ",    "+",          "+ ",
        "* ",       "** ",          "| ",      "$ ",     "`",      "\u2022 ",    "\u2013 ",
        " \u00a0 ", "\ufeff\u200b", ">\u00a0", "\t> ",   "\x1b",   "\x1b[1;31m", "\x07",
        "\x01",     "\x7f",         "\u0085",  "// ",    "//",     "; ",         ";",
        "<< ",      ": ",           "% "}) {
    for (const std::string_view end : {"\n", "\r\n"}) {
      for (unsigned line = 1; line <= lines; ++line) {
        // Before a line feed it is a line end.
        if (sign == "\r" && (line == 3 || line == 7)) continue;
        const bool is_mark = sign.ends_with(" ") && sign.find('>') == 0;
        const std::string text = with_line_ends(with_before_line(line, sign), end);
        CAPTURE(text);
        const Reading reading = read_both_ways(text);
        CHECK(has_what_the_book_has(reading.book));
        // The mark at the start of a file belongs there.
        if (line == 1 && sign == "\ufeff") continue;
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].code == "stray-sign");
        CHECK(reading.problems[0].at.line == line);
        CHECK((!is_mark || reading.problems[0].at.column == 1));
      }
    }
  }
}

TEST_CASE("a list's - stands before headers and keys alone") {
  for (unsigned line = 1; line <= lines; ++line) {
    const std::string text = with_before_line(line, "- ");
    if (line == 3 || line == 7) continue;
    CAPTURE(text);
    const Reading reading = read_both_ways(text);
    CHECK(has_what_the_book_has(reading.book));
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].code == "stray-sign");
  }
  CHECK(told(read_text("[policy]\n-every = \"2w\"\n")) == "unknown-key 2:1");
  CHECK(told(read_text("[policy]\n--- \n[book]\n")) == "syntax 2:1");
}

TEST_CASE("a header in a comment whose keys are none is missed") {
  for (const std::string_view sign : {"# ", "#", "## ", "\t# "}) {
    for (const unsigned line : {1U, 4U, 8U, 11U, 15U, 19U}) {
      const std::string text = with_before_line(line, sign);
      CAPTURE(text);
      const Reading reading = read_both_ways(text);
      CHECK(has_what_the_book_has(reading.book));
      REQUIRE(reading.problems.size() == 1);
      CHECK(reading.problems[0].code == "stray-sign");
      CHECK(reading.problems[0].at.line == line);
      CHECK(reading.problems[0].what.ends_with(", but not before the keys below it"));
    }
  }
  constexpr std::string_view two = "[[customer]]\nid = 'a'\nname = 'A'\n";
  for (const std::string_view between :
       {"#[[customer]]\n", "# [[customer]]\n\n", "# [[customer]]\n# from the fair\n",
        "# [[customer]]\nphone = '1'\n", "[customer.extra]\n# [[customer]]\n",
        "[[customer.contact]]\nname = 'C'\n#[[customer]] # new\n"}) {
    const std::string text = fmt::format("{}{}id = 'b'\nname = 'B'\n", two, between);
    CAPTURE(text);
    const Reading reading = read_both_ways(text);
    CHECK(left(reading.book) == "a b");
    CHECK(told(reading).starts_with("stray-sign "));
  }
}

TEST_CASE("a header in a comment is one where its keys are too, or where the table goes on") {
  for (const std::string_view text :
       {"[[customer]]\nid = 'a'\n# [[customer.contact]]\n# name = 'C'\nname = 'A'\n",
        "[[customer]]\n# [[customer]]\nid = 'a'\nname = 'A'\n",
        "[policy]\n# [[staff]]\nper_day = 5\n",
        "[[customer]]\nid = 'a'\nname = 'A'\n[customer.extra]\n# [[touch]]\nlifts = 2\n",
        "[[customer]]\nid = 'a'\nname = 'A'\n# [[customer]]\nnotes = \"\"\"\nid = 1\n\"\"\"\n",
        "[[customer]]\nid = 'a'\nname = 'A'\n# [[customer]]\n"}) {
    CAPTURE(text);
    CHECK(told(read_text(text)).empty());
  }
}

TEST_CASE("whatever stands before a header, nobody is left out") {
  const auto both = [](std::string_view line) {
    return fmt::format("[[customer]]\nid = 'a'\nname = 'A'\n\n{}\nid = 'b'\nname = 'B'\n", line);
  };
  for (const std::string_view before :
       {"Next: ", "<p>", "-- ", "--", "- - ", "> - ", "/* ", "?", "(", "\x85", "new customer ",
        "\x1b[0m\x1b[1m", "\u201c", "&gt; "}) {
    const std::string text = both(std::string{before} + "[[customer]]");
    CAPTURE(text);
    const Reading reading = read_both_ways(text);
    CHECK(left(reading.book) == "a b");
    CHECK(told(reading) == "stray-sign 5:1");
  }
  for (const std::string_view line :
       {"\"[[customer]]\"", "**[[customer]]**", "((customer))", "{{customer}}", "customer",
        "customer:", "<customer>", "\uff3b\uff3bcustomer\uff3d\uff3d", "[ [customer] ]",
        "[[[customer]]]", "[[cust\x1bomer]]", "[[customer]];", "[[customer]", "[[]]",
        "[[Customer]]", "[[costumer]]", "[[customers]]", "[[customer]] Bo"}) {
    const std::string text = both(line);
    CAPTURE(text);
    const Reading reading = read_both_ways(text);
    CHECK(left(reading.book) == "a unreadable=1");
    REQUIRE(reading.book.unreadable.size() == 1);
    CHECK(reading.book.unreadable[0].id == "b");
    CHECK(reading.problems.back().at.line == 5);
  }
  CHECK(told(read_text("[customer.extra]\n\"see [[customer]]\" = 1\n")).find("stray") ==
        std::string::npos);
}

TEST_CASE("where a header is lost, all who stood below it are named") {
  for (const std::string_view line : {"", "## B", "Mr. B", "==="}) {
    const std::string text = fmt::format(
        "[[customer]]\nid = 'a'\nname = 'A'\n{}\nid = 'b'\nname = 'B'\n[[touch]]\n"
        "customer = 'a'\non = 2026-11-02\n{}\ncustomer = 'b'\non = 2026-11-03\n",
        line, line);
    CAPTURE(text);
    const Reading reading = read_both_ways(text);
    CHECK(told_unreadable(reading.book) ==
          "the customer \"A\" could not be read: book.toml:1; "
          "the customer \"B\" could not be read: book.toml:5; "
          "2 touches could not be read: book.toml:7, 11");
  }
}

TEST_CASE("a whole book that was quoted or sent as a diff is one mistake") {
  for (const std::string_view sign : {"> ", "+", "\u00a0", "\u3000\u3000"}) {
    std::string text;
    for (std::string_view rest = book; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1))
      text += std::string{sign} + std::string{rest.substr(0, rest.find('\n') + 1)};
    CAPTURE(text);
    const Reading reading = read_both_ways(text);
    CHECK(has_what_the_book_has(reading.book));
    CHECK(told(reading) == "stray-sign 1:1");
  }
}

TEST_CASE("the number of a list stands before headers alone, and a fence anywhere") {
  const auto numbered = [](std::string_view number) {
    return fmt::format("[book]\nname = 'x'\n{}[[customer]]\nid = 'x'\nname = 'X'\n", number);
  };
  for (const std::string_view number : {"1. ", "12) "}) {
    CAPTURE(std::string{number});
    const Reading reading = read_both_ways(numbered(number));
    CHECK(reading.book.customers.size() == 1);
    CHECK(told(reading) == "stray-sign 3:1");
  }
  CHECK(told(read_text("[book]\n1. name = 'x'\n")) == "unknown-key 2:1");
  CHECK(told(read_text("```toml\n[book]\nname = 'x'\n```\n")) == "stray-sign 1:1, stray-sign 4:1");
  CHECK(told(read_text("[book]\nname = 'x'\n``` and more\n")) == "syntax 3:1");
}

TEST_CASE("line ends that are none in TOML end lines") {
  for (const std::string_view end : {"\r", "\u2028", "\u2029", "\u2028\n", "\r\r\n"}) {
    std::string plain{book};
    plain.erase(plain.find("# end\n"), 6);
    plain.pop_back();
    const std::string text = with_line_ends(plain, end);
    CAPTURE(text);
    const Reading reading = read_both_ways(text);
    CHECK(has_what_the_book_has(reading.book));
    CHECK(told(reading) == "stray-sign 1:9");
  }
  CHECK(told(read_text("# a\r[book]\rname = 'x'")) == "stray-sign 1:4");
  CHECK(told(read_text("# a\u2028[book]\n")).empty());
}

TEST_CASE("signs within values are theirs") {
  CHECK(told(read_text("[book]\nname = \"a\u00a0b\u2028c\"\nvalue = ['''\n> [[touch]]\n''',\n"
                       "'\u00a0']\n"))
            .empty());
}

TEST_CASE("what was found is said by its name") {
  struct Row {
    std::string_view text, what;
  };
  const Row rows[] = {
      {"\u00a0[[customer]]\nid = 'x'\nname = 'X'",
       "the invisible character U+00A0 (no-break space) stands before [[customer]]"},
      {"[book]\n \ufeff[policy] # x",
       "the invisible character U+FEFF (byte order mark) stands before [policy]"},
      {"[book]\n\u2003name = 'x'", "the invisible character U+2003 stands before name"},
      {"[book]\n\u3000\n", "the invisible character U+3000 (ideographic space) stands here"},
      {"> [book]\n> name = 'x'\n", "\">\" stands before [book] and in the next line"},
      {"\x1b[1m[[customer]]\nid = 'x'\nname = 'X'",
       "the control character U+001B (escape) stands before [[customer]]"},
      {"\x02[book]", "the control character U+0002 stands before [book]"},
      {"// [book]\n// name = 'x'\n", "\"//\" stands before [book] and in the next line"},
      {"1. [[customer]]\nid = 'x'\nname = 'X'", "\"1.\" stands before [[customer]]"},
      {"And here is the new one: [[customer]]\nid = 'x'\nname = 'X'",
       "\"And here is the new one:\" stands before [[customer]]"},
      {"# [book]\nname = 'x'\n", "\"#\" stands before [book], but not before the keys below it"},
      {"((touch))\n", "\"((touch))\" is not the header of a table"},
      {"- [book]\n- name = 'x'\n- owner = 1\n",
       "\"-\" stands before [book] and in the next 2 lines"},
      {"[[touch]]\u00a0\n", "the invisible character U+00A0 (no-break space) stands here"},
      {"[book]\nname\u00a0= 'x'\n", "the invisible character U+00A0 (no-break space) stands here"},
      {"[book]\nname = 'x'\u200b\n",
       "the invisible character U+200B (zero-width space) stands here"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Reading reading = read_text(row.text);
    REQUIRE(!reading.problems.empty());
    CHECK(reading.problems[0].what == row.what);
  }
}
