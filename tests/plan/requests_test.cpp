#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

const std::string quiet = acme(no_follow_up);

std::string moment(Moment moment) {
  return day_words(day_of(moment)) + " " + iso(moment).substr(11);
}

/// Until when a request of the first customer is to be answered and solved.
std::string clocks(std::string_view text, std::string_view now) {
  const Reading reading = read_text(text);
  const CustomerPlan plan = plan_customer(reading.book, 0, at(now));
  REQUIRE(plan.requests.size() == 1);
  return "answer " + moment(plan.requests[0].respond_by) + ", solve " +
         moment(plan.requests[0].solve_by);
}

struct Clocks {
  std::string name;
  std::string text;
  std::string now;
  std::string expected;
};
template <std::size_t N>
void check_clocks(const Clocks (&rows)[N]) {
  for (const Clocks& row : rows) {
    CAPTURE(row.name);
    CHECK(clocks(row.text, row.now) == row.expected);
  }
}

Aim aim(std::string_view text, std::string_view now) {
  const Reading reading = book(text);
  const CustomerPlan plan = plan_customer(reading.book, 0, at(now));
  REQUIRE(plan.items.size() == 1);
  return plan.items[0].aim;
}

}  // namespace

TEST_CASE("R7: the clock of a request runs in working time, from its day's first window") {
  const auto asked = [](std::string_view when) { return quiet + request(when); };
  check_clocks({
      {"a day alone: from its first window", asked("2026-11-23"), "2026-11-23",
       "answer Mon 23 Nov 14:00, solve Tue 24 Nov 17:00"},
      {"a Saturday alone: from Monday's first window; working days count from Saturday",
       asked("2026-11-21"), "2026-11-21", "answer Mon 23 Nov 14:00, solve Mon 23 Nov 17:00"},
      {"a moment in a window", asked("2026-11-23T10:00"), "2026-11-23",
       "answer Mon 23 Nov 15:00, solve Tue 24 Nov 17:00"},
      {"a moment shortly before the weekend", asked("2026-11-20T16:30"), "2026-11-20",
       "answer Mon 23 Nov 12:30, solve Mon 23 Nov 17:00"},
      {"a moment on a Saturday", asked("2026-11-21T12:00"), "2026-11-21",
       "answer Mon 23 Nov 14:00, solve Mon 23 Nov 17:00"},
      {"no day that could be read: from today's opening",
       quiet + table("[[request]]", "customer = 'acme'", "what = 'key'"), "2026-11-23T11:00",
       "answer Mon 23 Nov 14:00, solve Tue 24 Nov 17:00"},
      {"no day that could be read, and a day to answer",
       policy("respond = '1d'") + quiet + table("[[request]]", "customer = 'acme'", "what = 'key'"),
       "2026-11-23T11:00", "answer Tue 24 Nov 09:00, solve Tue 24 Nov 17:00"},
      {"no day that could be read, on a Sunday",
       quiet + table("[[request]]", "customer = 'acme'", "what = 'key'"), "2026-11-22",
       "answer Mon 23 Nov 14:00, solve Mon 23 Nov 17:00"},
  });
}

TEST_CASE("R7: respond and solve are the policy's, in whatever unit") {
  const auto under = [](std::string_view rows, std::string_view asked) {
    return policy(rows) + quiet + request(asked);
  };
  check_clocks({
      {"minutes", under("respond = '30min'", "2026-11-23T12:15"), "2026-11-23",
       "answer Mon 23 Nov 13:45, solve Tue 24 Nov 17:00"},
      {"solve in hours", under("solve = '10h'", "2026-11-23T10:00"), "2026-11-23",
       "answer Mon 23 Nov 15:00, solve Tue 24 Nov 14:00"},
      {"working days end with their last window", under("respond = '2wd'", "2026-11-21T12:00"),
       "2026-11-21", "answer Tue 24 Nov 17:00, solve Mon 23 Nov 17:00"},
      {"days keep the clock time", under("respond = '1d'", "2026-11-21T12:10"), "2026-11-21",
       "answer Sun 22 Nov 12:10, solve Mon 23 Nov 17:00"},
      {"days count from the moment that the clock starts", under("respond = '1d'", "2026-11-21"),
       "2026-11-21", "answer Tue 24 Nov 09:00, solve Mon 23 Nov 17:00"},
      {"weeks", under("solve = '1w'", "2026-11-21"), "2026-11-21",
       "answer Mon 23 Nov 14:00, solve Mon 30 Nov 09:00"},
      {"months", under("solve = '1m'", "2026-01-31T10:00"), "2026-01-31",
       "answer Mon 2 Feb 14:00, solve Sat 28 Feb 10:00"},
      {"years", under("solve = '1y'", "2026-11-23T10:00"), "2026-11-23",
       "answer Mon 23 Nov 15:00, solve Tue 23 Nov 2027 10:00"},
      {"a working day that nobody keeps office hours on is passed over",
       under("hours = { sat = [], mon = ['10:00-18:00'] }", "2026-11-21"), "2026-11-21",
       "answer Mon 23 Nov 14:00, solve Mon 23 Nov 18:00"},
  });
}

TEST_CASE("R7: its own due is what a request is to be solved by") {
  const auto due = [](std::string_view when) {
    return quiet + request("2026-11-23T10:00", "due = " + std::string{when});
  };
  check_clocks({
      {"a working day: the end of its last window", due("2026-11-27"), "2026-11-23",
       "answer Mon 23 Nov 15:00, solve Fri 27 Nov 17:00"},
      {"a day without a window: its 23:59", due("2026-11-28"), "2026-11-23",
       "answer Mon 23 Nov 15:00, solve Sat 28 Nov 23:59"},
      {"a moment", due("2026-11-28T11:15"), "2026-11-23",
       "answer Mon 23 Nov 15:00, solve Sat 28 Nov 11:15"},
      {"an emergency's", quiet + request("2026-11-23T10:00", "urgent = true", "due = 2026-11-27"),
       "2026-11-23", "answer Mon 23 Nov 10:30, solve Fri 27 Nov 17:00"},
  });
}

TEST_CASE("R7: the clock of an emergency runs in real time, nights and weekends too") {
  const auto urgent = [](std::string_view asked, std::string_view rows = "") {
    return policy(rows) + quiet + request(asked, "urgent = true");
  };
  check_clocks({
      {"at night", urgent("2026-11-21T23:45"), "2026-11-21",
       "answer Sun 22 Nov 00:15, solve Sun 22 Nov 03:45"},
      {"a day alone: from its opening", urgent("2026-11-23", "hours = ['08:00-16:00']"),
       "2026-11-23", "answer Mon 23 Nov 08:30, solve Mon 23 Nov 12:00"},
      {"a Saturday alone: from 09:00", urgent("2026-11-21"), "2026-11-21",
       "answer Sat 21 Nov 09:30, solve Sat 21 Nov 13:00"},
      {"the policy's times",
       urgent("2026-11-23T10:00", "emergency_respond = '1h'\nemergency_solve = '1wd'"),
       "2026-11-23", "answer Mon 23 Nov 11:00, solve Tue 24 Nov 17:00"},
      {"midnight is the next day's", urgent("2026-11-23T20:00"), "2026-11-23",
       "answer Mon 23 Nov 20:30, solve Tue 24 Nov 00:00"},
  });
}

TEST_CASE("R7: an open request is on every agenda, and overdue after its target") {
  // Asked on Monday at 10:00: to answer by 15:00, to solve by Tuesday 17:00.
  const std::string key = quiet + request("2026-11-23T10:00");
  const std::string answered = key + touch("2026-11-23", "request = 'key'");
  const std::string far = quiet + request("2026-11-23T10:00", "due = 2026-11-28");
  const std::string far_answered = far + touch("2026-11-23", "request = 'key'");
  check_shown({
      {"before the target", key, "2026-11-23T11:00", "3 request key today, due Mon 23 Nov 15:00"},
      {"at the target", key, "2026-11-23T15:00", "3 request key today, due Mon 23 Nov 15:00"},
      {"a minute later", key, "2026-11-23T15:01", "2 request key overdue, due Mon 23 Nov 15:00"},
      {"days later", key, "2026-11-26", "2 request key overdue, due Mon 23 Nov 15:00, 3 late"},
      {"answered: until it is to be solved", answered, "2026-11-24",
       "3 request key today, due Tue 24 Nov 17:00"},
      {"answered, the day before: coming", answered, "2026-11-23T15:01",
       "8 request key coming, due Tue 24 Nov 17:00"},
      {"answered, not solved", answered, "2026-11-25",
       "2 request key overdue, due Tue 24 Nov 17:00, 1 late"},
      {"not answered: never coming", policy("respond = '5wd'") + far, "2026-11-23",
       "3 request key today, due Sat 28 Nov 23:59, act Fri 27 Nov"},
      {"to do on the working day before", far_answered, "2026-11-26",
       "8 request key coming, due Sat 28 Nov 23:59, act Fri 27 Nov"},
      {"to do on the working day before: today", far_answered, "2026-11-27",
       "3 request key today, due Sat 28 Nov 23:59, act Fri 27 Nov"},
      {"today through its day", far_answered, "2026-11-28T23:59",
       "3 request key today, due Sat 28 Nov 23:59, act Fri 27 Nov"},
      {"its own due is sooner than the answer",
       quiet + request("2026-11-23T10:00", "due = 2026-11-23T11:00"), "2026-11-23T11:01",
       "2 request key overdue, due Mon 23 Nov 11:00"},
      {"still to be asked", quiet + request("2026-11-24"), "2026-11-23", ""},
      {"two of them",
       key + table("[[request]]", "customer = 'acme'", "what = 'bell'", "asked = 2026-11-23T09:00"),
       "2026-11-23",
       "3 request bell today, due Mon 23 Nov 14:00 | "
       "3 request key today, due Mon 23 Nov 15:00"},
  });
}

TEST_CASE("R7: emergencies are of class 1 whatever their state, and never only coming") {
  const std::string key = quiet + request("2026-11-23T10:00", "urgent = true", "due = 2026-11-27");
  check_shown({
      {"not answered", key, "2026-11-23T10:30", "1 emergency key today, due Mon 23 Nov 10:30"},
      {"not answered in time", key, "2026-11-23T10:31",
       "1 emergency key overdue, due Mon 23 Nov 10:30"},
      {"answered, to be solved days later", key + touch("2026-11-23", "request = 'key'"),
       "2026-11-23T12:00", "1 emergency key today, due Fri 27 Nov 17:00"},
  });
}

TEST_CASE("R7: answered means that a reached touch from us names it") {
  const std::string key = quiet + request("2026-11-23T10:00");
  constexpr const char* open = "3 request key today, due Mon 23 Nov 15:00";
  check_shown({
      {"a touch that reached nobody", key + attempt("2026-11-23", "request = 'key'"),
       "2026-11-23T12:00", open},
      {"a call of theirs", key + touch("2026-11-23", "request = 'key'", "from = 'them'"),
       "2026-11-23T12:00", open},
      {"a touch that names it not", key + touch("2026-11-23"), "2026-11-23T12:00", open},
      {"a touch that is still to come", key + touch("2026-11-24", "request = 'key'"),
       "2026-11-23T12:00", open},
      {"one that is still to be asked, before it in the file",
       quiet +
           table("[[request]]", "customer = 'acme'", "what = 'bell'", "id = 'bell'",
                 "asked = 2026-11-24") +
           request("2026-11-23T10:00") +
           touch("2026-11-23", "request = 'bell'", "outcome = 'done'"),
       "2026-11-23T12:00", open},
      {"one that is still to be asked, after it in the file",
       key + touch("2026-11-23", "request = 'bell'", "outcome = 'done'") +
           table("[[request]]", "customer = 'acme'", "what = 'bell'", "id = 'bell'",
                 "asked = 2026-11-24"),
       "2026-11-23T12:00", open},
      {"a talk", key + touch("2026-11-23", "request = 'key'"), "2026-11-23T12:00",
       "8 request key coming, due Tue 24 Nov 17:00"},
      {"only the one that was named",
       key + touch("2026-11-23", "request = 'bell'") +
           table("[[request]]", "customer = 'acme'", "what = 'bell'", "id = 'bell'",
                 "asked = 2026-11-23T09:00"),
       "2026-11-23T12:00",
       "3 request key today, due Mon 23 Nov 15:00 | 8 request bell coming, due Tue 24 Nov 17:00"},
  });
}

TEST_CASE("R7: what a request waits for") {
  const std::string key = quiet + request("2026-11-23T10:00");
  CHECK(aim(key, "2026-11-23") == Aim::answer);
  CHECK(aim(key + touch("2026-11-23", "request = 'key'"), "2026-11-23") == Aim::solution);
  CHECK(aim(quiet + request("2026-11-23T10:00", "due = 2026-11-23T14:59"), "2026-11-23") ==
        Aim::solution);
  CHECK(aim(quiet + request("2026-11-23T10:00", "due = 2026-11-23T15:00"), "2026-11-23") ==
        Aim::answer);
}

TEST_CASE("R7: a request ends at the first outcome done or withdrawn") {
  const std::string key = quiet + request("2026-11-23T10:00");
  constexpr const char* open = "2 request key overdue, due Mon 23 Nov 15:00, 2 late";
  constexpr const char* answered = "2 request key overdue, due Tue 24 Nov 17:00, 1 late";
  check_shown({
      {"a touch ends it", key + touch("2026-11-24", "request = 'key'", "outcome = 'done'"),
       "2026-11-25", ""},
      {"one that reached nobody ends it",
       key + attempt("2026-11-24", "request = 'key'", "outcome = 'withdrawn'"), "2026-11-25", ""},
      {"one that is still to come",
       key + touch("2026-11-26", "request = 'key'", "outcome = 'done'"), "2026-11-25", open},
      {"a talk does not end it", key + touch("2026-11-24", "request = 'key'"), "2026-11-25",
       answered},
      {"its own closing",
       quiet + request("2026-11-23T10:00", "closed = 2026-11-25", "outcome = 'withdrawn'"),
       "2026-11-25", ""},
      {"its own closing is still to come",
       quiet + request("2026-11-23T10:00", "closed = 2026-11-26", "outcome = 'done'"), "2026-11-25",
       open},
  });
  const Reading closed = read_text(quiet + request("2026-11-23T10:00", "closed = 2026-11-24"));
  CHECK(shown(closed.book, at("2026-11-25")) == open);
}

TEST_CASE("R7: the first of several endings is the one that counts") {
  const auto ending = [](std::string_view rows) {
    const Reading reading = book(rows);
    const CustomerPlan plan = plan_customer(reading.book, 0, at("2026-11-27"));
    REQUIRE(plan.requests.size() == 1);
    REQUIRE(plan.requests[0].ending.has_value());
    return std::string{word(plan.requests[0].ending->outcome)} + " " +
           day_words(plan.requests[0].ending->day);
  };
  const auto touched = [](std::string_view on, std::string_view outcome) {
    return touch(on, "request = 'key'", "outcome = '" + std::string{outcome} + "'");
  };
  const std::string key = quiet + request("2026-11-23");
  const std::string own =
      quiet + request("2026-11-23", "closed = 2026-11-25", "outcome = 'withdrawn'");
  CHECK(ending(key + touched("2026-11-26", "done") + touched("2026-11-25", "withdrawn")) ==
        "withdrawn Wed 25 Nov");
  CHECK(ending(own + touched("2026-11-24", "done")) == "done Tue 24 Nov");
  CHECK(ending(own + touched("2026-11-25", "done")) == "withdrawn Wed 25 Nov");
  CHECK(ending(own + touched("2026-11-26", "done")) == "withdrawn Wed 25 Nov");
}
