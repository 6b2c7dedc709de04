#include "reading/support.hpp"

#include <ctime>
#include <ostream>

#include <doctest/doctest.h>

using namespace care;
using namespace care::test;

namespace {

constexpr std::size_t size = 1'000'000;

std::string repeated(std::string_view part) {
  std::string all;
  while (all.size() < size) all += part;
  return all;
}

std::string numbered(std::string_view before, std::string_view behind) {
  std::string all;
  for (int i = 0; all.size() < size; ++i)
    all += std::string{before} + std::to_string(i) + std::string{behind};
  return all;
}

}  // namespace

TEST_CASE("nothing that somebody could write takes long, and a sound table below it is read") {
  struct Row {
    std::string_view name;
    std::string text;
  };
  const std::string touch = "[[touch]]\n";
  const Row rows[] = {
      {"brackets", repeated("[")},
      {"closing brackets", repeated("]")},
      {"brackets in a value", touch + "x = " + repeated("[")},
      {"braces in a value", touch + "x = " + repeated("{a=")},
      {"long quotes", repeated("\"\"\"")},
      {"long quotes in a value", touch + "x = " + repeated("\"\"\"")},
      {"quotes", touch + "x = " + repeated("\"")},
      {"a dotted key", touch + repeated("a.") + "a = 1"},
      {"a dotted header", "[" + repeated("a.") + "a]"},
      {"dotted keys in a table", touch + "x = { " + repeated("a.") + "a = 1 }"},
      {"escaped long quotes", repeated("[[touch]]\nx = \\\"\"\"\n")},
      {"texts that are never closed", repeated("[[touch]]\nx = \"\"\"\n")},
      {"of both kinds", repeated("[[touch]]\nx = \"\"\"\n[[touch]]\nx = '''\n")},
      {"lists that are never closed", repeated("[[touch]]\nx = [\n")},
      {"headers in a text", "[[touch]]\nx = \"\"\"\n" + repeated("[[touch]]\n")},
      {"sub-tables", "[[customer]]\n" + repeated("[[customer.contact]]\nname = \"x\"\n")},
      {"many sub-tables",
       "[[customer]]\n" + numbered("[customer.a", ".b]\n") + numbered("[customer.a", "]\n")},
      {"many dotted keys", touch + numbered("a", ".b = 1\n") + numbered("a", ".c = 1\n")},
      {"sub-tables that stand apart", repeated("[customer.x]\n[y]\n")},
      {"unknown tables", numbered("[x", "]\n")},
      {"unknown keys", touch + numbered("x", " = 1\n")},
      {"unknown customers", numbered("[[touch]]\non = 2026-11-01\ncustomer = \"x", "\"\n")},
      {"the same id", repeated("[[customer]]\nid = \"a\"\nname = \"A\"\n")},
      {"conflicts", repeated("<<<<<<< x\n=======\n>>>>>>> x\n")},
      {"bytes that are not UTF-8", repeated("[[touch]]\n\xff\n")},
      {"NUL bytes", "x" + std::string(size, '\0')},
      {"one long line", touch + "said = \"" + repeated("x")},
      {"blank lines", repeated("\n")},
      {"a chain of promises",
       "[[customer]]\nid = \"a\"\nname = \"A\"\n" +
           numbered("[[promise]]\ncustomer = \"a\"\ndue = 2026-11-01\nwhat = \"x\"\nreplaces = \"x",
                    "\"\n")},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::clock_t start = std::clock();
    const Reading reading = read_text(row.text + "\n[[customer]]\nid = \"zen\"\nname = \"Zen\"\n");
    const auto taken = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    // Seconds of this process alone: mostly 0.05, ten times that with sanitizers. What grows with
    // the square of the size takes minutes.
    CHECK(taken < 20);
    REQUIRE(reading.book.customers.size() >= 1);
    CHECK(reading.book.customers.back().id == "zen");
  }
}

TEST_CASE("any cut of a book is read without a fault") {
  const std::string text =
      "[book]\nname = \"P\" # x\n[policy]\nhours = { mon = [\"09:00-12:00\"] }\n[[customer]]\n"
      "id = \"acme\"\nname = \"\"\"A\n\"b\" \"\"\"\ntags = [\n 'w', # x\n\"\\u00e4\"]\n"
      "[[customer.contact]]\nname = \"ä\"\n[customer.extra]\na.b = 2026-11-20 15:00\n"
      "[[touch]]\r\ncustomer = \"acme\"\r\non = 2026-11-01\r\n";
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    const Reading start = read_text(text.substr(0, cut));
    const Reading end = read_text(text.substr(cut));
    CHECK(start.book.customers.size() + start.book.unreadable.size() <= 4);
    CHECK(end.book.customers.size() + end.book.unreadable.size() <= 4);
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const char c : {'"', '\'', '[', '{', '\\', '\n', '=', '\0', '\xff', '#'}) {
      std::string damaged = text;
      damaged[at] = c;
      const Reading reading = read_text(damaged);
      // Whatever one wrong byte does, it costs at most the table that it stands in.
      CHECK(reading.book.customers.size() + reading.book.unreadable.size() >= 1);
    }
  }
}
