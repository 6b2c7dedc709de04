#include "reading/support.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace care;
using namespace care::test;

TEST_CASE("who or what could not be read stays visible") {
  struct Row {
    std::string_view name;
    std::string_view text;
    Lines expected;
  };
  const Row rows[] = {
      {"a customer",
       "[[customer]]\nid = \"acme\"\nname = \"Acme Tower\"\nsince = 2023-02-30\n",
       {"the customer \"Acme Tower\" could not be read: book.toml:1"}},
      {"whose name is the mistake",
       "\n[[customer]]\nid = 'acme' # x\nname = \"Acme\n",
       {"the customer \"Acme\" could not be read: book.toml:2"}},
      {"who has only an id",
       "[[customer]]\nid: acme\nx = y\n",
       {"the customer \"acme\" could not be read: book.toml:1"}},
      {"of whom nothing is left",
       "[[customer]]\nphone = 1 2\n[[customer.contact]]\nname = \"M\"\n",
       {"a customer could not be read: book.toml:1"}},
      {"two of one id",
       "[[customer]]\nid = \"a\"\nname = \"A\"\n[[customer]]\nid = \"a\"\nname = \"B\"\n",
       {"the customer \"B\" could not be read: book.toml:4"}},
      {"one touch", "[[touch]]\nx = y\n", {"1 touch could not be read: book.toml:1"}},
      {"three",
       "[[touch]]\nx = y\n[[touch]]\nx = y\n[[request]]\nx = y\n[[touch]]\nx = y\n",
       {"3 touches could not be read: book.toml:1, 3, 7",
        "1 request could not be read: book.toml:5"}},
      {"many",
       "[[ready]]\n[[ready]]x\n[[ready]]x\n[[ready]]x\n[[ready]]x\n[[ready]]x\n[[ready]]x\n",
       {"6 ready marks could not be read: book.toml:2, 3, 4, 5, 6 and 1 more"}},
      {"the book", "[book]\nname = A\n", {"[book] could not be read: book.toml:1"}},
      {"the policy",
       "[policy]\nevery = 2w\n",
       {"the policy, so defaults are used, could not be read: book.toml:1"}},
      {"one of the staff",
       "[[staff]]\nid = \"nick\"\nname = Nick\n",
       {"one of the staff could not be read: book.toml:1"}},
      {"the top",
       "# remark\n\nowner = nick\n[book]\n",
       {"what stands before the first table could not be read: book.toml:3"}},
      {"a table that nobody knows",
       "[recipe]\nx = y\n",
       {"a table that nobody knows could not be read: book.toml:1"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(unreadable(read_text(row.text).book) == row.expected);
  }
}

TEST_CASE("what is known of a lost customer is known by its entry") {
  const Book book = read_text("\n  [[customer]]\nname = \"Acme\"\nid = \"acme\"\nx\n").book;
  REQUIRE(book.unreadable.size() == 1);
  CHECK(book.unreadable[0].id == "acme");
  CHECK(book.unreadable[0].name == "Acme");
  CHECK(book.unreadable[0].at == Position{0, 2, 3});
}

TEST_CASE("records of a lost customer are not told one by one, but what is open of it stands") {
  const Reading reading = read_text(R"([[customer]]
id = "acme"
name = Acme
[[touch]]
customer = "acme"
on = 2026-11-01
[[snooze]]
customer = "acme"
on = 2026-11-01
until = 2026-11-08
because = "away"
[[request]]
customer = "acme"
asked = 2026-11-01
what = "a key"
[[request]]
customer = "acme"
asked = 2026-11-02
what = "a lock"
[[request]]
customer = "acme"
asked = 2026-11-03
what = "a bell"
closed = 2026-11-04
outcome = "done"
[[promise]]
customer = "acme"
due = 2026-11-05
what = "the report"
[[promise]]
customer = "acme"
due = 2026-11-06
what = "the better report"
replaces = "acme-2026-11-05"
[[touch]]
customer = "acme"
on = 2026-11-03
request = "acme-2026-11-02"
outcome = "done"
)");
  CHECK(told(reading) == "syntax 3:8");
  CHECK(
      unreadable(reading.book) ==
      Lines{"the customer \"Acme\" could not be read: book.toml:1",
            "the request \"a key\" of \"acme\", who could not be read: book.toml:12",
            "the promise \"the better report\" of \"acme\", who could not be read: book.toml:30"});
}

TEST_CASE("what is open of nobody known stands, with its problem") {
  const Reading reading = read_text(R"([[request]]
asked = 2026-11-01
what = "a key"
[[request]]
customer = "acne"
what = "a lock"
[[promise]]
customer = "acne"
due = 2026-11-05
what = "the report"
[[touch]]
customer = "acne"
on = 2026-11-05
promise = "acne-2026-11-05"
)");
  CHECK(told(reading) ==
        "missing-key 1:1, missing-key 4:1, no-such-customer 5:12, no-such-customer 8:12, "
        "no-such-customer 12:12");
  CHECK(unreadable(reading.book) ==
        Lines{"the request \"a key\" of a customer who is not named: book.toml:1",
              "the request \"a lock\" of the unknown customer \"acne\": book.toml:4"});
}

TEST_CASE("lost requests and staff are not told again where they are named") {
  const Reading reading = read_text(R"([[staff]]
id = "nick"
name = Nick
[[customer]]
id = "acme"
name = "Acme"
owner = "nick"
[[request]]
id = "key"
what = x
[[request]]
customer = "acme"
asked = 2026-11-02
what = x
[[promise]]
customer = "acme"
due = 2026-11-02
what = x
[[touch]]
customer = "acme"
on = 2026-11-03
by = "nick"
request = "key"
outcome = "done"
promise = "acme-2026-11-02"
[[touch]]
customer = "acme"
on = 2026-11-03
request = "acme-2026-11-02"
)");
  CHECK(told(reading) == "syntax 3:8, syntax 10:8, syntax 14:8, syntax 18:8");
  CHECK(reading.book.staff.at(0).name == "Nick");
  CHECK(reading.book.customers[0].owner == StaffIndex{0});
  CHECK(reading.book.touches.all.at(0).by == "nick");
}

TEST_CASE("a lost policy does not make every tier unknown") {
  const Reading reading = read_text(
      "[policy]\ntiers = { X = 1 2 }\n[[customer]]\nid = \"a\"\nname = \"A\"\ntier = \"X\"\n");
  CHECK(told(reading) == "syntax 2:9");
}

TEST_CASE("entries stand in the order of the files, each with the name of its file") {
  const Reading reading = read_book(
      {{"a.toml", "[[touch]]\nx = y\n[[customer]]\nx = y\n"}, {"b.toml", "[[touch]]\nx = y\n"}});
  CHECK(unreadable(reading.book) == Lines{"1 touch could not be read: a.toml:1",
                                          "a customer could not be read: a.toml:3",
                                          "1 touch could not be read: b.toml:1"});
  CHECK(told(reading) == "syntax 0/2:5, syntax 0/4:5, syntax 1/2:5");
}
