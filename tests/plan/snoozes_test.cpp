#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

/// Due on Sunday 22 November, to do on Monday the 23rd.
const std::string talked = acme() + touch("2026-10-23");
constexpr const char* due = "7 follow_up today, due Sun 22 Nov, act Mon 23 Nov";
constexpr const char* hidden = "7 follow_up today, due Sun 22 Nov, act Mon 23 Nov [snoozed]";

/// The lines of the snoozes that are refused on a day.
std::string refused(std::string_view text, std::string_view now) {
  const Reading reading = book(text);
  std::string all;
  for (const Snooze* snooze : plan_customer(reading.book, 0, at(now)).refused_snoozes) {
    all += (all.empty() ? "" : " ") + iso(snooze->on.day).substr(5);
  }
  return all;
}

}  // namespace

TEST_CASE("R13: a snooze hides the follow-up until its day, lateness counting on") {
  check_planned({
      {"snoozed today", talked + snooze("2026-11-23", "2026-11-26"), "2026-11-23", hidden},
      {"the day before `until`", talked + snooze("2026-11-20", "2026-11-26"), "2026-11-25",
       "7 follow_up overdue, due Sun 22 Nov, act Mon 23 Nov, 2 late [snoozed]"},
      {"on `until`", talked + snooze("2026-11-20", "2026-11-26"), "2026-11-26",
       "7 follow_up overdue, due Sun 22 Nov, act Mon 23 Nov, 3 late"},
      {"one that is still to come", talked + snooze("2026-11-24", "2026-11-30"), "2026-11-23", due},
      {"the longest counts",
       talked + snooze("2026-11-20", "2026-11-23") + snooze("2026-11-20", "2026-11-30"),
       "2026-11-23", hidden},
  });
}

TEST_CASE("R13: a touch on a later day that reached them, or one from them, ends a snooze") {
  const std::string daily = acme("every = '1d'") + touch("2026-11-19");
  const std::string snoozed = daily + snooze("2026-11-20", "2026-12-01");
  check_planned({
      {"none", snoozed, "2026-11-23", "7 follow_up overdue, due Fri 20 Nov, 3 late [snoozed]"},
      {"a talk of the same day does not", snoozed + touch("2026-11-20"), "2026-11-23",
       "7 follow_up today, due Sat 21 Nov, act Mon 23 Nov [snoozed]"},
      {"a talk of a later day", snoozed + touch("2026-11-21"), "2026-11-23",
       "7 follow_up today, due Sun 22 Nov, act Mon 23 Nov"},
      {"a call of theirs that we missed",
       snoozed + touch("2026-11-21", "reached = false", "from = 'them'"), "2026-11-23",
       "7 follow_up overdue, due Fri 20 Nov, 3 late"},
      {"an attempt of ours does not", snoozed + attempt("2026-11-21"), "2026-11-25",
       "7 follow_up overdue, due Fri 20 Nov, 5 late [snoozed]"},
      {"a talk that is still to come does not", snoozed + touch("2026-11-24"), "2026-11-23",
       "7 follow_up overdue, due Fri 20 Nov, 3 late [snoozed]"},
  });
}

TEST_CASE("R13: it hides thanks too; with `all`, occasions and things to prepare; never the rest") {
  const std::string full = acme("every = '30d'", "birthday = '11-23'") +
                           table("[[customer.event]]", "what = 'gala'", "date = '12-01'",
                                 "heads_up = '0d'", "prepare = '6wd'") +
                           touch("2026-10-23") + purchase("2026-11-20") + promise("2026-11-23") +
                           request("2026-11-23T08:00");
  const std::string kept =
      "3 request key today, due Mon 23 Nov 14:00 | 3 promise report today, due Mon 23 Nov";
  CHECK(shown(full, "2026-11-23") == kept + " | 4 birthday acme today, due Mon 23 Nov" +
                                         " | 4 prepare gala today, due Mon 23 Nov" +
                                         " | 6 thanks spring order today, due Tue 24 Nov" +
                                         " | 7 follow_up today, due Sun 22 Nov, act Mon 23 Nov");
  CHECK(shown(full + snooze("2026-11-20", "2026-12-01"), "2026-11-23") ==
        kept + " | 4 birthday acme today, due Mon 23 Nov" +
            " | 4 prepare gala today, due Mon 23 Nov");
  CHECK(shown(full + snooze("2026-11-20", "2026-12-01", "all = true"), "2026-11-23") == kept);
}

TEST_CASE("R13: with `all`, anniversaries and what is only coming are hidden too") {
  const std::string text = acme(no_follow_up, "since = 2021-11-23") +
                           table("[[customer.event]]", "what = 'gala'", "date = '11-25'");
  CHECK(planned(text + snooze("2026-11-20", "2026-12-01", "all = true"), "2026-11-23") ==
        "4 anniversary (5) today, due Mon 23 Nov [snoozed] | "
        "8 event gala coming, due Wed 25 Nov [snoozed]");
}

TEST_CASE("R13: no_plan is a follow-up here; after-care is never snoozed") {
  const Reading undecided = read_text(acme("every = 'never'") + snooze("2026-11-20", "2026-12-01"));
  CHECK(planned(undecided.book, at("2026-11-23")) == "7 no_plan today, due Mon 23 Nov [snoozed]");
  const std::string after_care =
      acme(no_follow_up) +
      request("2026-11-18T10:00", "urgent = true", "closed = 2026-11-19", "outcome = 'done'");
  CHECK(planned(after_care + snooze("2026-11-20", "2026-12-01", "all = true"), "2026-11-23") ==
        "5 follow_up today, due Mon 23 Nov");
}

TEST_CASE("R13: at most 3 snoozes since the day of the last talk") {
  const std::string three = snooze("2026-11-20", "2026-11-21") +
                            snooze("2026-11-21", "2026-11-22") + snooze("2026-11-22", "2026-11-23");
  const std::string four = three + snooze("2026-11-23", "2026-11-24");
  check_planned({
      {"the third",
       talked + snooze("2026-11-20", "2026-11-21") + snooze("2026-11-21", "2026-11-22") +
           snooze("2026-11-23", "2026-11-24"),
       "2026-11-23", hidden},
      {"the fourth is ignored", talked + four, "2026-11-23", due},
      {"one before the last talk does not count",
       talked + snooze("2026-10-22", "2026-10-23") + snooze("2026-11-20", "2026-11-21") +
           snooze("2026-11-21", "2026-11-22") + snooze("2026-11-23", "2026-11-24"),
       "2026-11-23", hidden},
      {"one of its day does",
       talked + snooze("2026-10-23", "2026-10-24") + snooze("2026-11-20", "2026-11-21") +
           snooze("2026-11-21", "2026-11-22") + snooze("2026-11-23", "2026-11-24"),
       "2026-11-23", due},
      {"never contacted: all count", acme("since = 2026-11-19") + four, "2026-11-23",
       "7 follow_up today, due Mon 23 Nov"},
  });
  CHECK(refused(talked + three, "2026-11-23") == "");
  CHECK(refused(talked + four, "2026-11-23") == "11-23");
  CHECK(refused(talked + four, "2026-11-22") == "");
  CHECK(refused(talked + snooze("2026-12-01", "2026-12-02") + four, "2026-12-01") == "11-23 12-01");
}

TEST_CASE("R13: with somebody strained now, 1 snooze of at most 2 working days") {
  // Half of 30 days after Friday 23 October is Saturday 7 November.
  const std::string strained = acme("mood = 'strained'") + touch("2026-10-23");
  constexpr const char* late = "5 follow_up overdue, due Sat 7 Nov, act Fri 6 Nov, 17 late";
  const std::string put_off = std::string{late} + " [snoozed]";
  check_planned({
      {"2 working days", strained + snooze("2026-11-20", "2026-11-24"), "2026-11-23", put_off},
      {"a day more is ignored", strained + snooze("2026-11-20", "2026-11-25"), "2026-11-23", late},
      {"a second one is ignored",
       strained + snooze("2026-11-19", "2026-11-20") + snooze("2026-11-20", "2026-11-24"),
       "2026-11-23", late},
      {"one that is too long uses up nothing",
       strained + snooze("2026-11-19", "2026-12-20") + snooze("2026-11-20", "2026-11-24"),
       "2026-11-23", put_off},
  });
  CHECK(refused(strained + snooze("2026-11-19", "2026-12-20") + snooze("2026-11-20", "2026-11-24") +
                    snooze("2026-11-21", "2026-11-24"),
                "2026-11-23") == "11-19 11-21");
}
