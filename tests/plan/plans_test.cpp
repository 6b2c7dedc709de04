#include "books.hpp"

#include <care/plan_courses.hpp>
#include <care/plan_past.hpp>

using namespace care;
using namespace care::test;

namespace {

constexpr const char* long_past = "from = 2020-01-01";

template <class... Rows>
std::string plan(std::string_view name, std::string_view starts, const Rows&... rows) {
  return table("[[plan]]", "name = '" + std::string{name} + "'",
               "starts = '" + std::string{starts} + "'", rows...);
}

const std::string welcome =
    plan("welcome", "new", long_past,
         "steps = [{ after = '2wd', what = 'call' }, { after = '3w', what = 'card' }]");
template <class... Rows>
std::string newcomer(const Rows&... rows) {
  return acme(no_follow_up, "since = 2026-11-02", rows...);
}
std::string did(std::string_view on, std::string_view plan, std::string_view more = "") {
  return touch(on, "plan = '" + std::string{plan} + "'", more);
}

const std::string after_purchase =
    plan("ask", "purchase", long_past, "steps = [{ after = '5wd', what = 'ask' }]") +
    acme(no_follow_up) + "[policy]\nthank_window = '1d'\n";

/// One plan of the customer's own.
template <class... Rows>
std::string own(std::string_view from, const Rows&... rows) {
  return acme(no_follow_up) +
         table("[[customer.plan]]", "what = 'grease'", "from = " + std::string{from}, rows...);
}
const std::string grease = own("2026-03-02", "every = '6m'");

/// What is planned on that day, coming steps too.
std::string planned(const std::string& text, std::string_view on) {
  const Reading reading = book(text);
  std::vector<Item> items = plan_customer(reading.book, 0, at(on)).items;
  std::erase_if(items, [](const Item& item) { return item.kind != Kind::plan; });
  return words(items);
}

struct Row {
  const char* about;
  std::string text;
  std::string_view on;
  std::string_view expected;
};
void check_planned(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.about);
    CAPTURE(row.on);
    CHECK(planned(row.text, row.on) == row.expected);
  }
}

}  // namespace

TEST_CASE("R17: each step of a course is due behind the start, or behind the step before it") {
  const std::string first = welcome + newcomer();
  check_planned({
      {"before it began", first, "2026-11-01", ""},
      {"coming", first, "2026-11-02", "8 plan call coming, due Wed 4 Nov [later]"},
      {"its day", first, "2026-11-04", "6 plan call today, due Wed 4 Nov"},
      {"late", first, "2026-11-06", "6 plan call overdue, due Wed 4 Nov, 2 late"},
      {"step 2 counts from the day of step 1", first + did("2026-11-06", "welcome"), "2026-11-27",
       "6 plan card today, due Fri 27 Nov"},
      {"done before it was due", first + did("2026-11-03", "Welcome"), "2026-11-24",
       "6 plan card today, due Tue 24 Nov"},
      {"over", first + did("2026-11-06", "welcome") + did("2026-11-09", "welcome"), "2026-12-30",
       ""},
      {"one touch does one step", first + touch("2026-11-06", "plan = ['welcome', 'WELCOME']"),
       "2026-11-27", "6 plan card today, due Fri 27 Nov"},
      {"an attempt does nothing", first + did("2026-11-03", "welcome", "reached = false"),
       "2026-11-05", "6 plan call overdue, due Wed 4 Nov, 1 late"},
      {"nor what they began", first + did("2026-11-03", "welcome", "from = 'them'"), "2026-11-04",
       "6 plan call today, due Wed 4 Nov"},
      {"nor a touch before the start", first + did("2026-11-01", "welcome"), "2026-11-04",
       "6 plan call today, due Wed 4 Nov"},
      {"no working day",
       plan("w", "new", long_past, "steps = [{ after = '5d', what = 'call' }]") + newcomer(),
       "2026-11-07", "8 plan call coming, due Sat 7 Nov, act Mon 9 Nov [later]"},
  });
}

TEST_CASE("R17: a plan fits by tier and tag, and begins nothing from before its own day") {
  const std::string tiers = plan("w", "new", long_past, "tiers = ['A', 'B']",
                                 "steps = [{ after = '2wd', what = 'call' }]");
  const std::string tags = plan("w", "new", long_past, "tags = ['west', 'vip']",
                                "steps = [{ after = '2wd', what = 'call' }]");
  constexpr const char* due = "6 plan call today, due Wed 4 Nov";
  check_planned({
      {"their tier", tiers + newcomer("tier = 'B'"), "2026-11-04", due},
      {"another tier", tiers + newcomer("tier = 'C'"), "2026-11-04", ""},
      {"no tier", tiers + newcomer(), "2026-11-04", ""},
      {"one of their tags", tags + newcomer("tags = ['vip', 'new']"), "2026-11-04", due},
      {"no tag", tags + newcomer(), "2026-11-04", ""},
      {"before the plan",
       plan("w", "new", "from = 2026-11-03", "steps = [{ after = '2wd', what = 'call' }]") +
           newcomer(),
       "2026-11-04", ""},
      {"before the book", "[book]\nstarted = 2026-11-03\n" + welcome + newcomer(), "2026-11-04",
       ""},
      {"who is not to be contacted", welcome + newcomer("status = 'do-not-contact'"), "2026-11-04",
       "6 plan call today, due Wed 4 Nov [do not contact]"},
      {"who is no customer any more", welcome + newcomer("status = 'former'"), "2026-11-04", ""},
  });
}

TEST_CASE("R17: a later start begins afresh, but never puts off a first step that is not due yet") {
  const std::string replied = plan("ask", "purchase", long_past, "ends_on_reply = true",
                                   "steps = [{ after = '5wd', what = 'ask' }]") +
                              acme(no_follow_up) + "[policy]\nthank_window = '1d'\n" +
                              purchase("2026-11-02");
  check_planned({
      {"the later one alone", after_purchase + purchase("2026-10-01") + purchase("2026-11-20"),
       "2026-11-27", "6 plan ask today, due Fri 27 Nov"},
      {"whoever buys every other day",
       after_purchase + purchase("2026-11-16") + purchase("2026-11-18") + purchase("2026-11-20"),
       "2026-11-23", "6 plan ask today, due Mon 23 Nov"},
      {"a start on the day that step 1 is due changes nothing",
       after_purchase + purchase("2026-11-16") + purchase("2026-11-23"), "2026-11-24",
       "6 plan ask overdue, due Mon 23 Nov, 1 late"},
      {"step 1 is done, so it begins anew",
       after_purchase + purchase("2026-11-16") + did("2026-11-17", "ask") + purchase("2026-11-18"),
       "2026-11-25", "6 plan ask today, due Wed 25 Nov"},
      {"done on the day of the second start: it was open before it",
       after_purchase + purchase("2026-11-16") + did("2026-11-18", "ask") + purchase("2026-11-18"),
       "2026-11-25", ""},
      {"a reply ends it", replied + touch("2026-11-03", "from = 'them'"), "2026-11-09", ""},
      {"an attempt of theirs, too",
       replied + touch("2026-11-03", "from = 'them'", "reached = false"), "2026-11-09", ""},
      {"not on its first day", replied + touch("2026-11-02", "from = 'them'"), "2026-11-09",
       "6 plan ask today, due Mon 9 Nov"},
      {"nor a touch of ours", replied + touch("2026-11-03"), "2026-11-09",
       "6 plan ask today, due Mon 9 Nov"},
      {"after a reply a purchase begins it again",
       replied + touch("2026-11-03", "from = 'them'") + purchase("2026-11-04"), "2026-11-11",
       "6 plan ask today, due Wed 11 Nov"},
  });
}

TEST_CASE("R17: plans for the strained and after emergencies cannot wait") {
  const std::string recovery =
      plan("recovery", "strained", long_past, "steps = [{ after = '1wd', what = 'visit' }]") +
      acme(no_follow_up, "mood = 'strained'");
  const std::string emergency =
      plan("after", "emergency", long_past, "steps = [{ after = '1wd', what = 'ask' }]") +
      acme(no_follow_up) +
      request("2026-11-16", "urgent = true", "closed = 2026-11-17", "outcome = 'done'") +
      touch("2026-11-18");
  check_planned({
      {"a mood alone begins nothing", recovery, "2026-11-23", ""},
      {"the first strained touch",
       recovery + touch("2026-11-19", "mood = 'strained'") +
           touch("2026-11-20", "mood = 'strained'"),
       "2026-11-20", "5 plan visit today, due Fri 20 Nov"},
      {"gone with the state",
       recovery + touch("2026-11-16", "mood = 'strained'") +
           touch("2026-11-17", "mood = 'content'") + touch("2026-11-18", "mood = 'content'"),
       "2026-11-20", ""},
      {"a state of its own",
       recovery + touch("2026-11-16", "mood = 'strained'") +
           touch("2026-11-17", "mood = 'content'") + touch("2026-11-18", "mood = 'content'") +
           touch("2026-11-19", "mood = 'strained'"),
       "2026-11-20", "5 plan visit today, due Fri 20 Nov"},
      {"a better mood that was learned ends it",
       recovery + touch("2026-11-16", "mood = 'strained'") +
           table("[[fact]]", "customer = 'acme'", "on = 2026-11-17", "mood = 'content'") +
           touch("2026-11-19", "mood = 'strained'"),
       "2026-11-20", "5 plan visit today, due Fri 20 Nov"},
      {"no snooze hides it",
       recovery + touch("2026-11-18", "mood = 'strained'") + snooze("2026-11-19", "2026-11-23"),
       "2026-11-19", "5 plan visit today, due Thu 19 Nov"},
      {"an attempt makes it wait",
       recovery + touch("2026-11-18", "mood = 'strained'") + attempt("2026-11-19"), "2026-11-19",
       "5 plan visit today, due Thu 19 Nov [waiting]"},
      {"after the end of an emergency", emergency, "2026-11-19",
       "5 plan ask overdue, due Wed 18 Nov, 1 late"},
      {"others a snooze hides", welcome + newcomer() + snooze("2026-11-04", "2026-11-06"),
       "2026-11-05", "6 plan call overdue, due Wed 4 Nov, 1 late [snoozed]"},
  });
}

TEST_CASE("R17: what is due again and again is one item, and done a little early it is done") {
  check_planned({
      {"never done", grease, "2026-11-23", "6 plan grease overdue, due Mon 2 Mar, 266 late"},
      {"done in November it was that of September", grease + did("2026-11-23", "grease"),
       "2026-11-23", "8 plan grease coming, due Tue 2 Mar 2027 [later]"},
      {"done in December it was that of March", grease + did("2026-12-05", "grease"), "2026-12-05",
       "8 plan grease coming, due Thu 2 Sep 2027 [later]"},
      {"the first, done early", grease + did("2025-12-02", "grease"), "2026-03-02",
       "8 plan grease coming, due Wed 2 Sep [later]"},
      {"the first, done far too early", grease + did("2025-11-29", "grease"), "2026-03-02",
       "6 plan grease today, due Mon 2 Mar"},
      {"month ends", own("2026-01-31", "every = '1m'") + did("2026-01-31", "grease"), "2026-02-28",
       "8 plan grease coming, due Sat 28 Feb, act Mon 2 Mar [later]"},
      {"month ends, never chained", own("2026-01-31", "every = '1m'") + did("2026-02-28", "grease"),
       "2026-03-31", "6 plan grease today, due Tue 31 Mar"},
      {"once", own("2026-03-02"), "2026-11-23", "6 plan grease overdue, due Mon 2 Mar, 266 late"},
      {"once, done at any time", own("2026-03-02") + did("2020-01-01", "grease"), "2026-11-23", ""},
      {"before the book", "[book]\nstarted = 2026-09-03\n" + own("2026-03-02", "every = '6m'"),
       "2027-03-02", "6 plan grease today, due Tue 2 Mar 2027"},
      {"once, before the book", "[book]\nstarted = 2026-09-03\n" + own("2026-03-02"), "2026-11-23",
       "6 plan grease overdue, due Mon 2 Mar, 266 late"},
      {"until its end", own("2026-03-02", "until = 2026-11-23"), "2026-11-22",
       "6 plan grease overdue, due Mon 2 Mar, 265 late"},
      {"nothing from then on", own("2026-03-02", "until = 2026-11-23"), "2026-11-23", ""},
      {"no occurrence from then on",
       own("2026-03-02", "every = '6m'", "until = 2026-09-02") + did("2026-03-02", "grease"),
       "2026-05-01", ""},
      {"every day since long ago", own("1900-01-01", "every = '1d'") + did("2026-11-22", "grease"),
       "2026-11-23", "6 plan grease today, due Mon 23 Nov"},
  });
}

TEST_CASE("R17: the order of an entry, and what stands on which page") {
  const std::string two = welcome + newcomer() +
                          table("[[customer.plan]]", "what = 'grease'", "from = 2026-11-03") +
                          table("[[plan]]", "name = 'again'", "starts = 'new'", long_past,
                                "steps = [{ after = '1wd', what = 'mail' }]");
  const Reading reading = book(two);
  const Agenda agenda = agenda_of_today(reading.book, at("2026-11-06"), {});
  REQUIRE(agenda.entries.size() == 1);
  CHECK(words(agenda.entries[0].items) ==
        "6 plan mail overdue, due Tue 3 Nov, 3 late | 6 plan grease overdue, due Tue 3 Nov, 3 late "
        "| 6 plan call overdue, due Wed 4 Nov, 2 late");
  const Agenda week =
      agenda_of_range(reading.book, at("2026-11-02"), day("2026-11-02"), day("2026-11-08"), {});
  REQUIRE(week.entries.size() == 2);
  CHECK(day_words(week.entries[0].day) == "Tue 3 Nov");
  CHECK(words(week.entries[1].items) == "6 plan call today, due Wed 4 Nov");
}

TEST_CASE("R17: a plan that names a customer is one of their own") {
  const std::string later = table("[[plan]]", "customer = 'acme'", "what = 'grease'",
                                  "from = 2026-03-02", "every = '6m'", "on = 2026-11-20") +
                            acme(no_follow_up);
  check_planned({
      {"never done", later, "2026-11-23", "6 plan grease overdue, due Mon 2 Mar, 266 late"},
      {"done", later + did("2026-11-23", "grease"), "2026-11-23",
       "8 plan grease coming, due Tue 2 Mar 2027 [later]"},
  });
}

TEST_CASE("R10: an own plan that is open is a next touch") {
  const std::string never = acme("every = 'never'");
  const auto shown = [](const std::string& text) {
    const Reading reading = read_text(text);
    return words(agenda_of_today(reading.book, at("2026-11-23"), {}).entries.empty()
                     ? std::vector<Item>{}
                     : agenda_of_today(reading.book, at("2026-11-23"), {}).entries[0].items);
  };
  CHECK(shown(never) == "7 no_plan today, due Mon 23 Nov");
  CHECK(shown(never + table("[[customer.plan]]", "what = 'x'", "from = 2027-03-02")) == "");
  CHECK(shown(never + table("[[customer.plan]]", "what = 'x'", "from = 2026-03-02") +
              did("2026-03-02", "x")) == "7 no_plan today, due Mon 23 Nov");
}

TEST_CASE(
    "R10: where their own plan ends, somebody without a rhythm has no plan from that day on") {
  const Reading reading = read_text(acme("every = 'never'", "[[customer.plan]]", "what = 'x'",
                                         "from = 2026-11-24", "until = 2026-11-25"));
  const Agenda week =
      agenda_of_range(reading.book, at("2026-11-23"), day("2026-11-23"), day("2026-11-29"), {});
  REQUIRE(week.entries.size() == 2);
  CHECK(day_words(week.entries[1].day) == "Wed 25 Nov");
  CHECK(words(week.entries[1].items) == "7 no_plan today, due Wed 25 Nov");
}

TEST_CASE(
    "R20: the steps of a period are those to be done on its first day, its last, and between") {
  const Reading reading =
      read_text(acme(no_follow_up, "[[customer.plan]]", "what = 'x'", "from = 2026-11-02",
                     "every = '1w'", "until = 2026-11-30"));
  const auto steps_between = [&](std::string_view from, std::string_view to) {
    std::string days;
    for (const PlannedStep& step :
         planned_steps(reading.book, 0, at("2026-12-31"), day(from), day(to)))
      days += iso(step.act) + ' ';
    return days;
  };
  CHECK(steps_between("2026-11-09", "2026-11-16") == "2026-11-09 2026-11-16 ");
  CHECK(steps_between("2026-11-10", "2026-11-15") == "");
  CHECK(steps_between("2026-11-10", "2026-11-16") == "2026-11-16 ");
  // Not on the day on which it ends.
  CHECK(steps_between("2026-11-23", "2026-12-07") == "2026-11-23 ");
}
