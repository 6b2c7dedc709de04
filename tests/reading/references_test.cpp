#include "reading/support.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace care;
using namespace care::test;

namespace {

std::string promise(std::string_view id, std::string_view replaces) {
  std::string text = "[[promise]]\ncustomer = \"zen\"\ndue = 2026-11-01\nwhat = \"x\"\n";
  text += "id = \"" + std::string{id} + "\"\n";
  if (!replaces.empty()) text += "replaces = \"" + std::string{replaces} + "\"\n";
  return text;
}

constexpr const char* zen = "[[customer]]\nid = \"zen\"\nname = \"Zen\"\n";

}  // namespace

TEST_CASE("promises that replace each other in a circle all stay open") {
  struct Row {
    std::string_view name;
    std::string text;
    std::size_t in_circle;
    std::size_t replaced;
  };
  const Row rows[] = {
      {"a chain", promise("a", "") + promise("b", "a") + promise("c", "b"), 0, 2},
      {"itself", promise("a", "a"), 1, 0},
      {"two", promise("a", "b") + promise("b", "a"), 2, 0},
      {"three, and one that leads in",
       promise("a", "b") + promise("b", "c") + promise("c", "a") + promise("d", "b"), 3, 1},
      {"two circles", promise("a", "b") + promise("b", "a") + promise("c", "d") + promise("d", "c"),
       4, 0},
      {"two for one", promise("a", "") + promise("b", "a") + promise("c", "a"), 0, 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Reading reading = read_text(zen + row.text);
    std::size_t circles = 0;
    for (const Problem& problem : reading.problems)
      circles += problem.code == "replaces-in-a-circle" ? 1 : 0;
    CHECK(circles == row.in_circle);
    CHECK(reading.problems.size() == row.in_circle);
    std::size_t replaced = 0;
    for (const Promise& one : reading.book.promises.all) replaced += one.replaces ? 1 : 0;
    CHECK(replaced == row.replaced);
  }
}

TEST_CASE("an id that is implied twice is a problem only where it is named") {
  const std::string two = std::string{zen} +
                          "[[request]]\ncustomer = \"zen\"\nasked = 2026-11-01\nwhat = \"a\"\n"
                          "[[request]]\ncustomer = \"zen\"\nasked = 2026-11-01\nwhat = \"b\"\n";
  CHECK(told(read_text(two)) == "");
  const Reading named =
      read_text(two +
                "[[touch]]\ncustomer = \"zen\"\non = 2026-11-02\nrequest = \"zen-2026-11-01\"\n"
                "outcome = \"done\"\n");
  CHECK(told(named) == "ambiguous-id 15:11");
  CHECK_FALSE(named.book.touches.all[0].request.has_value());
  CHECK_FALSE(named.book.touches.all[0].outcome.has_value());
}

TEST_CASE("a request and a promise may have the same id") {
  const Reading reading = read_text(
      std::string{zen} + promise("x", "") +
      "[[request]]\ncustomer = \"zen\"\nasked = 2026-11-01\nwhat = \"a\"\nid = \"x\"\n"
      "[[touch]]\ncustomer = \"zen\"\non = 2026-11-02\nrequest = \"x\"\npromise = \"x\"\n");
  CHECK(told(reading) == "");
  CHECK(reading.book.touches.all[0].request == 0U);
  CHECK(reading.book.touches.all[0].promise == 0U);
}

TEST_CASE("the nearest id is offered, and whose it is") {
  struct Row {
    std::string_view text;
    std::string_view what;
    std::string_view instead;
  };
  const Row rows[] = {
      {"[[touch]]\ncustomer = \"zem\"\non = 2026-11-02\n", "no customer has the id \"zem\"",
       "customer = \"zen\""},
      {"[[touch]]\ncustomer = \"someone\"\non = 2026-11-02\n", "no customer has the id \"someone\"",
       "one that stands in the book, or add it there"},
      {"[[touch]]\ncustomer = \"zen\"\non = 2026-11-02\nrequest = \"ky\"\n",
       "no request has the id \"ky\"", "request = \"key\""},
      {"[[touch]]\ncustomer = \"zen\"\non = 2026-11-02\nrequest = \"other\"\n",
       "\"other\" is a request of the customer \"acme\"", "a request of \"zen\""},
      {"[[touch]]\ncustomer = \"zen\"\non = 2026-11-02\ncontact = \"Marie\"\n",
       "no contact of this customer is called \"Marie\"", "contact = \"Maria\""},
      {"[[ready]]\ncustomer = \"zen\"\non = 2026-11-02\nwhat = \"far\"\n",
       "no event of this customer is called \"far\"", "what = \"Fair\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Reading reading = read_text(
        std::string{zen} +
        "[[customer.contact]]\nname = \"Maria\"\n"
        "[[customer.event]]\nwhat = \"Fair\"\ndate = \"06-12\"\n"
        "[[customer]]\nid = \"acme\"\nname = \"Acme\"\n"
        "[[request]]\ncustomer = \"zen\"\nasked = 2026-11-01\nwhat = \"a\"\nid = \"key\"\n"
        "[[request]]\ncustomer = \"acme\"\nasked = 2026-11-01\nwhat = \"a\"\nid = \"other\"\n" +
        std::string{row.text});
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].what == row.what);
    CHECK(reading.problems[0].instead == row.instead);
  }
}

TEST_CASE("references go over files and either way") {
  const Reading reading = read_book(
      {{"a.toml",
        "[[touch]]\ncustomer = \"b\"\non = 2026-11-02\nrequest = \"r\"\nby = \"nick\"\n"
        "[[promise]]\ncustomer = \"b\"\ndue = 2026-11-02\nwhat = \"x\"\nreplaces = \"p\"\n"
        "[[customer]]\nid = \"a\"\nname = \"A\"\nreferred_by = \"b\"\nowner = \"nick\"\n"
        "[book]\nowner = \"nick\"\n"},
       {"b.toml",
        "[[request]]\ncustomer = \"b\"\nasked = 2026-11-01\nwhat = \"x\"\nid = \"r\"\n"
        "[[promise]]\ncustomer = \"b\"\ndue = 2026-11-01\nwhat = \"x\"\nid = \"p\"\n"
        "[[customer]]\nid = \"b\"\nname = \"B\"\n"
        "[[staff]]\nid = \"ana\"\nname = \"Ana\"\nbackup = \"nick\"\n"
        "[[staff]]\nid = \"nick\"\nname = \"Nick\"\n"}});
  CHECK(told(reading) == "");
  const Book& book = reading.book;
  CHECK(book.owner == StaffIndex{1});
  CHECK(book.staff[0].backup == StaffIndex{1});
  CHECK(book.customers[0].referred_by == CustomerIndex{1});
  CHECK(book.touches.all[0].customer == 1);
  CHECK(book.touches.all[0].request == 0U);
  CHECK(book.promises.all[0].replaces == 1U);
  CHECK(book.touches.of(1).size() == 1);
  CHECK(book.referred_by(1).size() == 1);
}

TEST_CASE("a contact is named in whatever characters look the same") {
  const Reading reading = read_text(
      "[[customer]]\nid = \"a\"\nname = \"A\"\n[[customer.contact]]\nname = \"Zoë\"\n"
      "[[touch]]\ncustomer = \"a\"\non = 2026-11-02\ncontact = \"Zoe\u0308\"\n"
      "[[touch]]\ncustomer = \"a\"\non = 2026-11-02\ncontact = \"Zoe\"\n");
  CHECK(reading.book.touches.all.at(0).contact == 0U);
  CHECK_FALSE(reading.book.touches.all.at(1).contact.has_value());
  CHECK(told(reading).starts_with("no-such-contact"));
}

TEST_CASE("a record that only repeats another of its id counts once") {
  const std::string customer = "[[customer]]\nid = \"a\"\nname = \"A\"\n";
  const std::string request =
      "[[request]]\nid = \"r\"\ncustomer = \"a\"\nwhat = \"x\"\nasked = 2026-11-02\n";
  const std::string promise =
      "[[promise]]\nid = \"p\"\ncustomer = \"a\"\nwhat = \"x\"\ndue = 2026-11-02\n";
  const std::string done =
      "[[touch]]\ncustomer = \"a\"\non = 2026-11-03\nrequest = \"r\"\noutcome = \"done\"\n";
  struct Row {
    std::string text, told, left;
  };
  const Row rows[] = {
      {request + request + done, "duplicate-id 10:6", "a touches=1 requests=1"},
      {request + "# x\n" + request + request + done, "duplicate-id 11:6, duplicate-id 16:6",
       "a touches=1 requests=1"},
      {request + request + "urgent = true\n" + done, "duplicate-id 10:6, ambiguous-id 18:11",
       "a touches=1 requests=2"},
      {promise + promise, "duplicate-id 10:6", "a promises=1"},
      {promise + promise + "kept = 2026-11-02\n", "duplicate-id 10:6", "a promises=2"},
      {promise + promise + "replaces = \"q\"\n", "duplicate-id 10:6, no-such-promise 14:12",
       "a promises=2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Reading reading = read_text(customer + row.text);
    CHECK(told(reading) == row.told);
    CHECK(left(reading.book) == row.left);
  }
  const Reading reading = read_text(customer + request + request);
  CHECK(reading.problems[0].what == "the same stands at book.toml:4 already; it counts once");
}
