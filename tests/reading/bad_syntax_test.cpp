#include "reading/bad_books.hpp"
#include "reading/support.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace care;
using namespace care::test;
using std::string_view_literals::operator""sv;

namespace {

constexpr Bad bad_syntax[] = {
    {"a date that no calendar has", R"([[customer]]
id = "acme"
name = "Acme"
since = 2023-02-30
)",
     "syntax 4:9", "zen touches=1 unreadable=1"},
    {"an impossible date in a touch", R"([[touch]]
customer = "zen"
on = 2026-13-01
)",
     "syntax 3:6", "zen touches=1 unreadable=1"},
    {"a text without its closing quote", R"([[touch]]
customer = "zen
on = 2026-11-01
)",
     "syntax 2:12", "zen touches=1 unreadable=1"},
    {"a list that is not closed", R"([[customer]]
id = "acme"
name = "Acme"
tags = ["west",
)",
     "syntax 4:8", "zen touches=1 unreadable=1"},
    {"a long text that is not closed", R"([[customer]]
id = "acme"
name = """Acme
)",
     "syntax 3:8", "zen touches=1 unreadable=1"},
    {"a text without quotes", R"([[customer]]
id = "acme"
name = Acme Tower
)",
     "syntax 3:8", "zen touches=1 unreadable=1"},
    {"quotes of a word processor", R"([[customer]]
id = "acme"
name = “Acme”
)",
     "syntax 3:8", "zen touches=1 unreadable=1"},
    {"a colon for the equals sign", R"([[customer]]
id = "acme"
name: "Acme"
)",
     "syntax 3:5", "zen touches=1 unreadable=1"},
    {"no equals sign", R"([[customer]]
id = "acme"
remember the milk
)",
     "syntax 3:1", "zen touches=1 unreadable=1"},
    {"two words as a key", R"([[customer]]
id = "acme"
name = "Acme"
call me = "Maria"
)",
     "syntax 4:1", "zen touches=1 unreadable=1"},
    {"no value", R"([[customer]]
id = "acme"
name =
)",
     "syntax 3:6", "zen touches=1 unreadable=1"},
    {"true with a capital", R"([[touch]]
customer = "zen"
on = 2026-11-01
reached = False
)",
     "syntax 4:11", "zen touches=1 unreadable=1"},
    {"a number with a comma", R"([[purchase]]
customer = "zen"
on = 2026-11-01
what = "sensors"
amount = 12,50
)",
     "syntax 5:10", "zen touches=1 unreadable=1"},
    {"a birthday without quotes", R"([[customer]]
id = "acme"
name = "Acme"
birthday = 02-29
)",
     "syntax 4:12", "zen touches=1 unreadable=1"},
    {"a day of the month first", R"([[touch]]
customer = "zen"
on = 20.11.2026
)",
     "syntax 3:6", "zen touches=1 unreadable=1"},
    {"the same key twice", R"([[customer]]
id = "acme"
name = "Acme"
name = "Acme Tower"
)",
     "syntax 4:1", "zen touches=1 unreadable=1"},
    {"the same sub-table twice", R"([[customer]]
id = "acme"
name = "Acme"
[customer.extra]
a = 1
[customer.extra]
b = 1
)",
     "syntax 6:1", "zen touches=1 unreadable=1"},
    {"a header without its second bracket", R"([[customer]
id = "acme"
name = "Acme"
)",
     "syntax 1:1", "zen touches=1 unreadable=1"},
    {"two keys in a line", R"([[customer]]
id = "acme" name = "Acme"
)",
     "syntax 2:12", "zen touches=1 unreadable=1"},
    {"a word where a header was meant", R"([[customer]]
id = "acme"
name = "Acme"
[customer.extra
coffee = "black"
)",
     "syntax 4:1", "zen touches=1 unreadable=1"},
    {"a control character",
     "[[customer]]\n"
     "id = \"acme\"\n"
     "name = \"Ac\x01"
     "me\"\n",
     "syntax 3:11", "zen touches=1 unreadable=1"},
    {"a NUL byte",
     "[[customer]]\n"
     "id = \"acme\"\n"
     "name = \"Ac\x00"
     "me\"\n"sv,
     "syntax 3:11", "zen touches=1 unreadable=1"},
    {"a carriage return alone",
     "[[customer]]\n"
     "id = \"acme\"\x0d"
     "name = \"Acme\"\n",
     "stray-sign 2:12", "acme zen touches=1"},
    {"Latin-1",
     "[[customer]]\n"
     "id = \"acme\"\n"
     "name = \"Caf\xe9"
     "\"\n",
     "not-utf8 3:12", "zen touches=1 unreadable=1"},
    {"a surrogate in UTF-8",
     "[[customer]]\n"
     "id = \"acme\"\n"
     "name = \"\xed\xa0\x80"
     "\"\n",
     "not-utf8 3:9", "zen touches=1 unreadable=1"},
    {"too many dots in a key", R"([[customer]]
id = "acme"
a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a = 1
)",
     "too-deep 3:66", "zen touches=1 unreadable=1"},
    {"too many dots in a header", R"([[customer]]
id = "acme"
[customer.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a]
)",
     "too-deep 3:1", "zen touches=1 unreadable=1"},
    {"too many brackets", R"([[touch]]
said = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
)",
     "too-deep 2:72", "zen touches=1 unreadable=1"},
    {"a conflict left by git", R"([[customer]]
id = "acme"
name = "Acme"
<<<<<<< HEAD
call_me = "Maria"
=======
company = "Acme Inc."
>>>>>>> other
)",
     "conflict-marker 4:1", "acme zen touches=1"},
};

}  // namespace

TEST_CASE("what is not TOML is told where it is, and costs its own table alone") {
  check_each(bad_syntax);
}

TEST_CASE("what is said of a list that nobody closed depends on no line end behind it") {
  for (const std::string_view end : {"", "\n", "\r\n", "\n\n", "\n \t\n"}) {
    const Reading reading = read_text("x = [[1,\n[2, [3, [" + std::string{end});
    REQUIRE(reading.problems.size() == 1);
    CHECK(told(reading) == "syntax 2:9");
    CHECK(reading.problems[0].what == "the list that begins here is not closed, or lacks a comma");
  }
}

TEST_CASE("a bad header is shown without the carriage return of its line end") {
  const Reading reading = read_text("[[touch]\r\ncustomer = \"acme\"\r\n");
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].what == "\"[[touch]\" is not the header of a table");
}
