#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

// Asked on Friday 20 November at 10:00: to answer by 15:00, to solve by Monday 17:00.
const std::string key = acme(no_follow_up) + request("2026-11-20T10:00");

std::string about(std::string_view on, std::string_view more) {
  return touch(on, "request = 'key'", more);
}
std::string offer(std::string_view on, std::string_view more = "") {
  return about(on, "outcome = 'alternative'\noffered = 'a lock'\n" + std::string{more});
}
std::string answer(std::string_view on, std::string_view word) {
  return about(on, "from = 'them'\nanswer = '" + std::string{word} + "'");
}

constexpr const char* waits = "8 request key coming, due Thu 26 Nov 17:00";
constexpr const char* refused = "2 request key overdue, due Mon 23 Nov 17:00";

}  // namespace

TEST_CASE("R7: an alternative without an answer leaves 3 working days to think") {
  check_shown({
      {"offered on Monday", key + offer("2026-11-23"), "2026-11-23", waits},
      {"on the third working day", key + offer("2026-11-23"), "2026-11-26T17:00",
       "3 request key today, due Thu 26 Nov 17:00"},
      {"after that", key + offer("2026-11-23"), "2026-11-26T17:01",
       "2 request key overdue, due Thu 26 Nov 17:00"},
      {"offered on Saturday", key + offer("2026-11-21"), "2026-11-21",
       "8 request key coming, due Wed 25 Nov 17:00"},
      {"offered to an answering machine: it is answered",
       key + offer("2026-11-23", "reached = false"), "2026-11-23", waits},
      {"the latest offer counts", key + offer("2026-11-20") + offer("2026-11-23"), "2026-11-23",
       waits},
      {"an offer that is still to come", key + offer("2026-11-24"), "2026-11-23",
       "2 request key overdue, due Fri 20 Nov 15:00, 3 late"},
      {"the request's own offer",
       acme(no_follow_up) + request("2026-11-20T10:00", "closed = 2026-11-23",
                                    "outcome = 'alternative'", "offered = 'a lock'"),
       "2026-11-23", waits},
      {"an emergency stays one, by the time to solve it",
       acme(no_follow_up) + request("2026-11-20T10:00", "urgent = true") + offer("2026-11-20"),
       "2026-11-20T11:00", "1 emergency key today, due Fri 20 Nov 14:00"},
  });
}

TEST_CASE("R7: an alternative that they accepted ends the request") {
  check_shown({
      {"later", key + offer("2026-11-20") + answer("2026-11-23", "accepted"), "2026-11-23", ""},
      {"at once", key + offer("2026-11-23", "answer = 'accepted'"), "2026-11-23", ""},
      {"their word is still to come", key + offer("2026-11-23") + answer("2026-11-24", "accepted"),
       "2026-11-23", waits},
      {"a word before any offer", key + answer("2026-11-20", "accepted") + offer("2026-11-23"),
       "2026-11-23", waits},
      {"accepted, then another offer refused",
       key + offer("2026-11-20", "answer = 'accepted'") + offer("2026-11-23", "answer = 'refused'"),
       "2026-11-23", ""},
  });
}

TEST_CASE("R7: of two ends on one day the first counts") {
  const auto outcome = [](const std::string& ends) {
    const Reading reading = read_text(key + ends);
    const CustomerPlan plan = plan_customer(reading.book, 0, at("2026-11-24"));
    REQUIRE(plan.requests.size() == 1);
    REQUIRE(plan.requests[0].ending);
    CHECK(plan.requests[0].ending->day == day("2026-11-23"));
    return plan.requests[0].ending->outcome;
  };
  const std::string accepted = offer("2026-11-23", "answer = 'accepted'");
  const std::string withdrawn = about("2026-11-23", "outcome = 'withdrawn'");
  CHECK(outcome(accepted + withdrawn) == Outcome::alternative);
  CHECK(outcome(withdrawn + accepted) == Outcome::withdrawn);
}

TEST_CASE("R7: an offer that was refused is overdue at once") {
  check_shown({
      {"on the day of the refusal", key + offer("2026-11-23", "answer = 'refused'"), "2026-11-23",
       refused},
      {"the end of that day, where that is sooner than solve-by",
       acme(no_follow_up) + request("2026-11-20T10:00", "due = 2026-11-30") +
           offer("2026-11-20", "answer = 'refused'"),
       "2026-11-23", "2 request key overdue, due Fri 20 Nov 17:00, 3 late"},
      {"a Sunday ends at 23:59",
       acme(no_follow_up) + request("2026-11-20T10:00", "due = 2026-11-30") +
           offer("2026-11-22", "answer = 'refused'"),
       "2026-11-22", "2 request key overdue, due Sun 22 Nov 23:59, act Fri 20 Nov"},
      {"solve-by, where that is sooner", key + offer("2026-11-24", "answer = 'refused'"),
       "2026-11-24", "2 request key overdue, due Mon 23 Nov 17:00, 1 late"},
      {"the day of the refusal counts, not that of the offer",
       acme(no_follow_up) + request("2026-11-20T10:00", "due = 2026-11-30") + offer("2026-11-20") +
           answer("2026-11-23", "refused"),
       "2026-11-23", refused},
      {"another offer starts anew",
       key + offer("2026-11-20", "answer = 'refused'") + offer("2026-11-23"), "2026-11-23", waits},
      {"an emergency stays one",
       acme(no_follow_up) + request("2026-11-20T10:00", "urgent = true", "due = 2026-11-30") +
           offer("2026-11-23", "answer = 'refused'"),
       "2026-11-23", "1 emergency key overdue, due Mon 23 Nov 17:00"},
  });
  const Reading reading = book(key + offer("2026-11-23", "answer = 'refused'"));
  CHECK(plan_customer(reading.book, 0, at("2026-11-23")).items.at(0).aim == Aim::other_offer);
  const Reading waiting = book(key + offer("2026-11-23"));
  CHECK(plan_customer(waiting.book, 0, at("2026-11-23")).items.at(0).aim == Aim::word_on_offer);
}

TEST_CASE("R7: a later answer replaces an earlier one to the same offer") {
  check_shown({
      {"refused, then accepted",
       key + offer("2026-11-20", "answer = 'refused'") + answer("2026-11-23", "accepted"),
       "2026-11-23", ""},
      {"accepted, then refused",
       key + offer("2026-11-20", "answer = 'accepted'") + answer("2026-11-23", "refused"),
       "2026-11-23", refused},
  });
  const Reading reading =
      book(key + offer("2026-11-20", "answer = 'accepted'") + answer("2026-11-23", "accepted"));
  const CustomerPlan plan = plan_customer(reading.book, 0, at("2026-11-25"));
  REQUIRE(plan.requests.at(0).ending.has_value());
  CHECK(plan.requests.at(0).ending->day == day("2026-11-23"));
  CHECK(plan.requests.at(0).ending->outcome == Outcome::alternative);
}

TEST_CASE("R7: the request's own offer counts before the touches of its day") {
  const auto own = [](std::string_view closed) {
    return acme(no_follow_up) + request("2026-11-19T10:00", "due = 2026-11-30",
                                        "closed = " + std::string{closed},
                                        "outcome = 'alternative'", "offered = 'a lock'");
  };
  check_shown({
      {"accepted on its day", own("2026-11-20") + answer("2026-11-20", "accepted"), "2026-11-23",
       ""},
      {"accepted later", own("2026-11-20") + answer("2026-11-23", "accepted"), "2026-11-23", ""},
      {"a word of the day before is none on it",
       own("2026-11-20") + answer("2026-11-19", "accepted"), "2026-11-23",
       "8 request key coming, due Wed 25 Nov 17:00"},
      {"a touch's offer of that day is the later one",
       own("2026-11-20") + offer("2026-11-20", "answer = 'refused'"), "2026-11-20",
       "2 request key overdue, due Fri 20 Nov 17:00"},
      {"it replaces an earlier offer of a touch",
       offer("2026-11-19", "answer = 'refused'") + own("2026-11-20"), "2026-11-23",
       "8 request key coming, due Wed 25 Nov 17:00"},
      {"a touch's later offer replaces it", own("2026-11-20") + offer("2026-11-23"), "2026-11-23",
       waits},
  });
}

TEST_CASE("R7: an acceptance before the first outcome is how a request ended") {
  const auto ending = [](std::string_view rows) {
    const Reading reading = book(key + std::string{rows});
    const CustomerPlan plan = plan_customer(reading.book, 0, at("2026-11-27"));
    REQUIRE(plan.requests.at(0).ending.has_value());
    return std::string{word(plan.requests.at(0).ending->outcome)} + " " +
           day_words(plan.requests.at(0).ending->day);
  };
  CHECK(ending(offer("2026-11-20", "answer = 'accepted'") +
               about("2026-11-23", "outcome = 'done'")) == "alternative Fri 20 Nov");
  CHECK(ending(offer("2026-11-20") + about("2026-11-23", "outcome = 'done'") +
               answer("2026-11-24", "accepted")) == "done Mon 23 Nov");
  CHECK(ending(offer("2026-11-20") + about("2026-11-23", "outcome = 'done'") +
               answer("2026-11-23", "accepted")) == "done Mon 23 Nov");
}

TEST_CASE(
    "R7: while we wait for their part, they have 3 working days, and our clock stands still") {
  const std::string part = about("2026-11-20T12:00", "waiting = 'their drawing'");
  const std::string given = about("2026-11-23T10:00", "from = 'them'");
  check_shown({
      {"we wait", key + part, "2026-11-23", "8 request key coming, due Wed 25 Nov 17:00"},
      {"asked by an answering machine",
       key + about("2026-11-20T12:00", "waiting = 'it'\nreached = false"), "2026-11-23",
       "8 request key coming, due Wed 25 Nov 17:00"},
      {"asked again", key + part + about("2026-11-23", "waiting = 'their drawing'"), "2026-11-23",
       "8 request key coming, due Thu 26 Nov 17:00"},
      {"they are late", key + part, "2026-11-26",
       "2 request key overdue, due Wed 25 Nov 17:00, 1 late"},
      {"they gave it: 5 hours were waited", key + part + given, "2026-11-23T11:00",
       "8 request key coming, due Tue 24 Nov 15:00"},
      {"we go on without it", key + part + about("2026-11-23T10:00", ""), "2026-11-23T11:00",
       "8 request key coming, due Tue 24 Nov 15:00"},
      {"its own due stays",
       acme(no_follow_up) + request("2026-11-20T10:00", "due = 2026-11-24T10:00") + part + given,
       "2026-11-23T11:00", "8 request key coming, due Tue 24 Nov 10:00"},
      {"what was offered needs an answer, not a wait",
       key + part + offer("2026-11-23", "waiting = 'it'"), "2026-11-23", waits},
      {"an emergency does not wait",
       acme(no_follow_up) + request("2026-11-20T10:00", "urgent = true") +
           about("2026-11-20T10:10", "waiting = 'it'"),
       "2026-11-20T11:00", "1 emergency key today, due Fri 20 Nov 14:00"},
  });
}
