#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

std::string value_of(std::string_view text) {
  const Today one{text, "2026-11-23"};
  REQUIRE(one.agenda.entries.size() == 1);
  return std::string{one.agenda.entries[0].value};
}

const std::string due = promise("2026-11-23");
const std::string quiet = acme(no_follow_up);

}  // namespace

TEST_CASE("R11: one entry per customer, placed by its most urgent item, in the order of classes") {
  const Today one(
      policy("anniversaries = 'none'") + customer("zen", no_follow_up) +
          table("[[promise]]", "customer = 'zen'", "what = 'report'", "due = 2026-11-22") +
          acme(no_follow_up, "birthday = '11-25'") + promise("2026-11-30") +
          purchase("2026-11-20") + request("2026-11-20"),
      "2026-11-23");
  CHECK(entries(one.agenda) ==
        Shown{
            "acme: 2 request key overdue, due Fri 20 Nov 14:00, 3 late | "
            "6 thanks spring order today, due Tue 24 Nov | "
            "8 birthday acme coming, due Wed 25 Nov | "
            "8 promise report coming, due Mon 30 Nov",
            "zen: 2 promise report overdue, due Sun 22 Nov, act Fri 20 Nov, 1 late",
        });
}

TEST_CASE("R11: an entry says whom they last talked to, with what was heard then") {
  const Today one(quiet + due + touch("2026-11-18", "heard = 'fine'") +
                      touch("2026-11-19", "said = 'hello'") +
                      attempt("2026-11-20", "heard = 'beep'"),
                  "2026-11-23");
  REQUIRE(one.agenda.entries.size() == 1);
  REQUIRE(one.agenda.entries[0].last != nullptr);
  CHECK(one.agenda.entries[0].last->on.day == day("2026-11-19"));
  CHECK(one.agenda.entries[0].last->heard.empty());
  CHECK(Today(quiet + due, "2026-11-23").agenda.entries.at(0).last == nullptr);
}

TEST_CASE("R11: an entry keeps their last words, a missed attempt, and what waits for their word") {
  const Today one(
      quiet + due + touch("2026-11-18", "heard = 'my mother is ill'") +
          touch("2026-11-19", "how = 'letter'") + attempt("2026-11-20") + request("2026-11-17") +
          touch("2026-11-17", "request = 'key'", "outcome = 'alternative'", "offered = 'a lock'"),
      "2026-11-23");
  const Entry& entry = one.agenda.entries.at(0);
  REQUIRE(entry.heard != nullptr);
  CHECK(entry.heard->heard == "my mother is ill");
  REQUIRE(entry.last != nullptr);
  CHECK(entry.last->on.day == day("2026-11-19"));
  REQUIRE(entry.tried != nullptr);
  CHECK(entry.tried->on.day == day("2026-11-20"));
  CHECK(entry.offered == std::vector<Text>{"a lock"});
  const Today quiet_one(quiet + due + attempt("2026-11-19") + touch("2026-11-20"), "2026-11-23");
  CHECK(quiet_one.agenda.entries.at(0).heard == nullptr);
  CHECK(quiet_one.agenda.entries.at(0).tried == nullptr);
  CHECK(quiet_one.agenda.entries.at(0).offered.empty());
}

TEST_CASE("R11: an entry says what to thank for") {
  const Today one(acme(no_follow_up, "since = 2019-11-01") + due, "2026-11-23");
  REQUIRE(one.agenda.entries.at(0).thank_for.has_value());
  CHECK(to_string(*one.agenda.entries[0].thank_for) == "7 years with us");
}

TEST_CASE(
    "R11: one value point, the customer's then the book's, moving on with each reached touch") {
  const std::string book_of_two = "[book]\nvalue = ['third', 'fourth']\n";
  const std::string both = book_of_two + acme(no_follow_up, "value = ['first', 'second']") + due;
  const std::string talk = touch("2026-11-02");
  CHECK(value_of(both) == "first");
  CHECK(value_of(both + talk) == "second");
  CHECK(value_of(both + talk + talk) == "third");
  CHECK(value_of(both + talk + talk + talk) == "fourth");
  CHECK(value_of(both + talk + talk + talk + talk) == "first");
  CHECK(value_of(both + attempt("2026-11-02")) == "first");
  CHECK(value_of(both + touch("2026-11-24")) == "first");
  CHECK(value_of(quiet + due) == "");
  CHECK(value_of(book_of_two + quiet + due + talk) == "fourth");
}

TEST_CASE("R11: customers start at different value points, by their place in the book") {
  const std::string points = "[book]\nvalue = ['first', 'second', 'third']\n";
  const std::string others = customer("old", "status = 'former'") + customer("zen", no_follow_up);
  CHECK(value_of(points + quiet + due) == "first");
  CHECK(value_of(points + others + quiet + due) == "third");
  CHECK(value_of(points + others + quiet + due + touch("2026-11-02")) == "first");
}

TEST_CASE("R11: no value point in an emergency, for the strained, or for do-not-contact") {
  constexpr std::string_view points = "value = ['first']";
  CHECK(value_of(acme(no_follow_up, points) + due) == "first");
  CHECK(value_of(acme(no_follow_up, points, "mood = 'strained'") + due) == "");
  CHECK(value_of(acme(no_follow_up, points, "status = 'do-not-contact'") + due) == "");
  CHECK(value_of(acme(no_follow_up, points) + due + request("2026-11-23", "urgent = true")) == "");
  CHECK(value_of(acme(no_follow_up, points) + due + request("2026-11-23")) == "first");
}

TEST_CASE("R4: an entry has the ways not tried from the third attempt on") {
  const std::string two = acme("phone = '1'", "email = 'a@b'") + touch("2026-10-23") +
                          attempt("2026-11-02", "how = 'call'") +
                          attempt("2026-11-03", "how = 'call'");
  const Today early{two, "2026-11-23"};
  CHECK(early.agenda.entries.at(0).other_ways.empty());
  const Today late{two + attempt("2026-11-04", "how = 'call'"), "2026-11-23"};
  CHECK(late.agenda.entries.at(0).other_ways == std::vector<std::string>{"email"});
}

TEST_CASE("R11: how to address them is the first contact's way who has not left") {
  const std::string people = quiet +
                             table("[[customer.contact]]", "name = 'Ann'", "left = 2026-11-23") +
                             table("[[customer.contact]]", "name = 'Joe Park'", "call_me = 'Joe'");
  const Reading reading = book(people);
  CHECK(address_of(reading.book.customers[0], day("2026-11-22")) == "Ann");
  CHECK(address_of(reading.book.customers[0], day("2026-11-23")) == "Joe");
}

TEST_CASE("only what is of class 8 asks for nothing today") {
  const Today coming{policy("anniversaries = 'none'") + acme(no_follow_up, "birthday = '11-25'"),
                     "2026-11-23"};
  CHECK_FALSE(anything_due(coming.agenda));
  CHECK(anything_due(Today(quiet + due, "2026-11-23").agenda));
  CHECK_FALSE(anything_due(Today(quiet, "2026-11-23").agenda));
}
