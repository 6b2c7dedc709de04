#include "reading/support.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace care;
using namespace care::test;

namespace {

Book book_of(const std::string& text) {
  return read_text("[[customer]]\nid = \"zen\"\nname = \"Zen\"\n" + text).book;
}

/// A record outlives its book here, so its texts must not be looked at.
Touch touch_with(const std::string& line) {
  return book_of("[[touch]]\ncustomer = \"zen\"\non = 2026-11-02\n" + line + "\n")
      .touches.all.at(0);
}

Request request_with(const std::string& lines) {
  return book_of("[[request]]\ncustomer = \"zen\"\nwhat = \"a key\"\n" + lines + "\n")
      .requests.all.at(0);
}

}  // namespace

TEST_CASE("a bad value takes the side on which nobody is forgotten") {
  CHECK(book_of("status = \"gone\"").customers[0].status == Status::do_not_contact);
  CHECK(book_of("status = 3").customers[0].status == Status::do_not_contact);
  CHECK(book_of("mood = \"so-so\"").customers[0].mood == Mood::strained);
  CHECK(book_of("mood = [1]").customers[0].mood == Mood::strained);
  CHECK(touch_with("mood = \"so-so\"").mood == Mood::strained);
  CHECK_FALSE(touch_with("reached = \"yes\"").reached);
  CHECK_FALSE(touch_with("reached = 1").reached);
  CHECK(request_with("urgent = \"no\"").urgent);
  CHECK(request_with("urgent = 0").urgent);
  CHECK_FALSE(request_with("urgent = false").urgent);
}

TEST_CASE("never without a reason stays never") {
  const Book book = book_of("every = \"never\"");
  CHECK(book.customers[0].every == Cadence{});
  CHECK(book.customers[0].because.empty());
}

TEST_CASE("other bad values count as absent") {
  const Book book = book_of(
      "since = 2021\nbirthday = \"02-30\"\nevery = \"soon\"\ntier = \"Z\"\n"
      "owner = \"nobody\"\nleap_day = \"x\"\ntags = 3\nphone = 1\n"
      "referred_by = \"zem\"\n");
  const Customer& zen = book.customers[0];
  CHECK_FALSE(zen.since.has_value());
  CHECK_FALSE(zen.birthday.has_value());
  CHECK_FALSE(zen.every.has_value());
  CHECK_FALSE(zen.tier.has_value());
  CHECK_FALSE(zen.owner.has_value());
  CHECK_FALSE(zen.leap_day.has_value());
  CHECK_FALSE(zen.referred_by.has_value());
  CHECK(zen.tags.empty());
  CHECK(zen.phone.empty());
  CHECK(zen.lines.every == 0);
  CHECK(zen.lines.since == 0);
  CHECK_FALSE(touch_with("how = \"pigeon\"").how.has_value());
  CHECK(touch_with("by = \"nobody\"").by.empty());
  CHECK_FALSE(touch_with("from = \"him\"").from_them);
}

TEST_CASE("a bad element costs itself alone") {
  const Book book = book_of("tags = [\"west\", 3, \"north\", [\"a\"]]");
  const Customer& zen = book.customers[0];
  REQUIRE(zen.tags.size() == 2);
  CHECK(zen.tags[1] == "north");
}

TEST_CASE("a customer without a name is called by its id") {
  const Book book = read_text("[[customer]]\nid = \"acme\"\nphone = \"1\"\n").book;
  CHECK(book.customers.at(0).name == "acme");
  CHECK(first_of(book.customers.at(0).phone) == "1");
}

TEST_CASE("a request or promise without its day stands") {
  CHECK_FALSE(request_with("").asked.has_value());
  CHECK_FALSE(request_with("asked = \"2026-11-20\"").asked.has_value());
  const Book book = book_of("[[promise]]\ncustomer = \"zen\"\nwhat = \"x\"\ndue = \"soon\"\n");
  CHECK_FALSE(book.promises.all.at(0).due.has_value());
  CHECK(book.promises.all.at(0).id.empty());
}

TEST_CASE("a closing without a valid outcome ends nothing") {
  const std::string asked = "asked = 2026-11-01\n";
  for (const char* lines :
       {"closed = 2026-11-02", "outcome = \"done\"", "closed = 2026-11-02\noutcome = \"no\"",
        "closed = 2026-11-02\noutcome = \"dome\"", "closed = \"2026-11-02\"\noutcome = \"done\"",
        "closed = 2026-11-02\noutcome = \"alternative\""}) {
    CAPTURE(lines);
    const Request request = request_with(asked + lines);
    CHECK_FALSE(request.closed.has_value());
    CHECK_FALSE(request.outcome.has_value());
  }
  const Request offered =
      request_with(asked + "closed = 2026-11-02\noutcome = \"alternative\"\noffered = \"a lock\"");
  CHECK(offered.outcome == Outcome::alternative);
}

TEST_CASE("a touch says nothing of a request that it does not name") {
  for (const char* lines : {"outcome = \"done\"", "answer = \"accepted\"", "offered = \"x\"",
                            "request = \"none\"\noutcome = \"done\"\nanswer = \"refused\""}) {
    CAPTURE(lines);
    const Touch touch = touch_with(lines);
    CHECK_FALSE(touch.outcome.has_value());
    CHECK_FALSE(touch.answer.has_value());
    CHECK(touch.offered.empty());
  }
}

TEST_CASE("an event that comes once needs its year, and comes each year until it has one") {
  const Book book =
      book_of("[[customer.event]]\nwhat = \"Fair\"\ndate = \"06-12\"\nyearly = false\n");
  CHECK(book.customers[0].events[0].yearly);
  const Book odd = book_of("[[customer.event]]\nwhat = \"Fair\"\ndate = \"06-12\"\nyearly = 0\n");
  CHECK(odd.customers[0].events[0].yearly);
}

TEST_CASE("a policy keeps the default of what cannot be read") {
  const Reading reading = read_text(
      "[policy]\nevery = \"soon\"\nrespond = \"0h\"\nhours = [\"9-5\"]\nworkdays = [\"someday\"]\n"
      "per_day = -1\nanniversaries = \"some\"\ntiers = \"A\"\nthank_within = \"2h\"\n");
  const Policy& policy = reading.book.policy;
  CHECK(reading.problems.size() == 8);
  CHECK(policy.every == Cadence{Duration{30, Unit::day}});
  CHECK(policy.respond == Duration{4, Unit::hour});
  CHECK(policy.per_day == 10);
  CHECK(policy.tiers.size() == 3);
  CHECK(policy.at.empty());
  const Date friday = make_date(2026, 11, 20).value();
  CHECK(policy.calendar.is_working(friday));
  CHECK(policy.calendar.opening(friday) == Moment{friday} + std::chrono::hours{9});
}
