#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

/// Last talk on Friday 23 October; 30 days later is Sunday 22 November.
template <class... Rows>
std::string talked_to(const Rows&... rows) {
  return acme(rows...) + touch("2026-10-23");
}

std::string started(std::string_view date) {
  return "[book]\nstarted = " + std::string{date} + "\n";
}

/// `7/30 first too_late`: days late over the days of the interval, and what else is known.
std::string details(std::string_view text, std::string_view now) {
  const Reading reading = book(text);
  for (const Item& item : plan_customer(reading.book, 0, at(now)).items) {
    if (!item.follow_up) continue;
    const FollowUp& follow_up = *item.follow_up;
    std::string words =
        std::to_string(follow_up.ratio.late) + "/" + std::to_string(follow_up.ratio.interval);
    if (follow_up.first) words += " first";
    if (follow_up.strained) words += " strained";
    if (follow_up.after_care) words += " after_care";
    if (follow_up.too_late) words += " too_late";
    if (follow_up.try_another_way) words += " try_another_way";
    return words;
  }
  return "none";
}

struct Detail {
  std::string name;
  std::string text;
  std::string now;
  std::string expected;
};

template <std::size_t N>
void check_details(const Detail (&rows)[N]) {
  for (const Detail& row : rows) {
    CAPTURE(row.name);
    CHECK(details(row.text, row.now) == row.expected);
  }
}

}  // namespace

TEST_CASE(
    "R4: a follow-up is due an interval after the last talk, to do on the working day after") {
  check_planned({
      {"before its day: coming, and only ranges show it", talked_to(), "2026-11-22",
       "7 follow_up coming, due Sun 22 Nov, act Mon 23 Nov [later]"},
      {"on its day", talked_to(), "2026-11-23",
       "7 follow_up today, due Sun 22 Nov, act Mon 23 Nov"},
      {"after it", talked_to(), "2026-11-24",
       "7 follow_up overdue, due Sun 22 Nov, act Mon 23 Nov, 1 late"},
      {"one item however many intervals were missed", talked_to(), "2027-11-23",
       "7 follow_up overdue, due Sun 22 Nov, act Mon 23 Nov, 365 late"},
      {"act passes over holidays", policy("holidays = [2026-11-23]") + talked_to(), "2026-11-24",
       "7 follow_up today, due Sun 22 Nov, act Tue 24 Nov"},
      {"a month keeps to the month's end", acme("every = '1m'") + touch("2026-01-31"), "2026-03-02",
       "7 follow_up today, due Sat 28 Feb, act Mon 2 Mar"},
  });
}

TEST_CASE("R4: the interval is the customer's own, else the tier's, else the policy's") {
  const std::string tiers = policy("every = '20d'", "tiers = { A = '5d', Q = '10d' }");
  check_planned({
      {"by default 30 days", talked_to(), "2026-10-24",
       "7 follow_up coming, due Sun 22 Nov, act Mon 23 Nov [later]"},
      {"by default 2 weeks in tier A", talked_to("tier = 'A'"), "2026-11-06",
       "7 follow_up today, due Fri 6 Nov"},
      {"by default a month in tier B", talked_to("tier = 'B'"), "2026-11-23",
       "7 follow_up today, due Mon 23 Nov"},
      {"by default 3 months in tier C", talked_to("tier = 'C'"), "2027-01-25",
       "7 follow_up today, due Sat 23 Jan 2027, act Mon 25 Jan 2027"},
      {"the policy's", tiers + talked_to(), "2026-11-12", "7 follow_up today, due Thu 12 Nov"},
      {"the tier's", tiers + talked_to("tier = 'Q'"), "2026-11-02",
       "7 follow_up today, due Mon 2 Nov"},
      {"the customer's own", tiers + talked_to("tier = 'Q'", "every = '3wd'"), "2026-10-28",
       "7 follow_up today, due Wed 28 Oct"},
      {"never, of the customer", talked_to(no_follow_up), "2027-11-23", ""},
      {"never, of the tier", policy("tiers = { Z = 'never' }") + talked_to("tier = 'Z'"),
       "2027-11-23", ""},
      {"never, of the policy", policy("every = 'never'") + talked_to(), "2027-11-23", ""},
  });
}

TEST_CASE("R4: the last talk is the latest that reached them, on or before today, by either side") {
  check_planned({
      {"they called us", talked_to() + touch("2026-10-30", "from = 'them'"), "2026-11-30",
       "7 follow_up today, due Sun 29 Nov, act Mon 30 Nov"},
      {"an earlier one stands later in the file", talked_to() + touch("2026-10-20"), "2026-11-23",
       "7 follow_up today, due Sun 22 Nov, act Mon 23 Nov"},
      {"one that is still to come", talked_to() + touch("2026-11-24"), "2026-11-23",
       "7 follow_up today, due Sun 22 Nov, act Mon 23 Nov"},
      {"one of today", talked_to() + touch("2026-11-23"), "2026-11-23",
       "7 follow_up coming, due Wed 23 Dec [later]"},
      {"one that reached nobody", talked_to() + attempt("2026-10-30"), "2026-11-23",
       "7 follow_up today, due Sun 22 Nov, act Mon 23 Nov"},
      {"a call of theirs that we missed",
       talked_to() + touch("2026-10-30", "reached = false", "from = 'them'"), "2026-11-23",
       "7 follow_up today, due Sun 22 Nov, act Mon 23 Nov"},
  });
}

TEST_CASE("R4: someone never contacted is due first_contact after since or the book's start") {
  check_planned({
      {"2 working days after since", acme("since = 2026-11-19"), "2026-11-23",
       "7 follow_up today, due Mon 23 Nov"},
      {"the policy's first_contact", policy("first_contact = '1w'") + acme("since = 2026-11-15"),
       "2026-11-23", "7 follow_up today, due Sun 22 Nov, act Mon 23 Nov"},
      {"since is later than the start", started("2026-11-10") + acme("since = 2026-11-19"),
       "2026-11-23", "7 follow_up today, due Mon 23 Nov"},
      {"the start is later than since", started("2026-11-19") + acme("since = 2026-11-10"),
       "2026-11-23", "7 follow_up today, due Mon 23 Nov"},
      {"the start alone", started("2026-11-19") + acme(), "2026-11-23",
       "7 follow_up today, due Mon 23 Nov"},
      {"neither: today, be it a Sunday", acme(), "2026-11-22", "7 follow_up today, due Sun 22 Nov"},
      {"since is still to come", acme("since = 2026-12-01"), "2026-11-23",
       "7 follow_up coming, due Thu 3 Dec [later]"},
      {"attempts are no contact", acme("since = 2026-11-17") + attempt("2026-11-18"), "2026-11-20",
       "7 follow_up overdue, due Thu 19 Nov, 1 late"},
  });
}

TEST_CASE("R4: the ratio is days late over interval days, at most 1 before the first contact") {
  check_details({
      {"on its day", talked_to(), "2026-11-23", "0/30"},
      {"after its day", talked_to(), "2026-11-30", "7/30"},
      {"months have the days that they have", acme("every = '1m'") + touch("2026-01-31"),
       "2026-03-03", "1/28"},
      {"working days too", acme("every = '5wd'") + touch("2026-11-13"), "2026-11-23", "3/7"},
      {"long ago", talked_to(), "2027-01-02", "40/30 too_late"},
      {"never contacted", acme("since = 2026-10-19"), "2026-10-31", "10/30 first"},
      {"never contacted: just 1", acme("since = 2026-10-19"), "2026-11-20", "30/30 first too_late"},
      {"never contacted: no more than 1", acme("since = 2026-10-19"), "2026-12-24",
       "30/30 first too_late"},
      {"neither since nor start: the interval from today", acme("every = '1m'"), "2026-03-01",
       "0/31 first"},
  });
}

TEST_CASE("R4: lateness before the book started does not count") {
  // Due on Sunday 20 September, to do on Monday the 21st.
  const std::string old_talk = acme("every = '30d'") + touch("2026-08-21");
  check_planned({
      {"on the day the book starts", started("2026-11-16") + old_talk, "2026-11-16",
       "7 follow_up overdue, due Sun 20 Sep, act Mon 21 Sep"},
      {"a week later", started("2026-11-16") + old_talk, "2026-11-23",
       "7 follow_up overdue, due Sun 20 Sep, act Mon 21 Sep, 7 late"},
      {"a start before act changes nothing", started("2026-09-20") + old_talk, "2026-09-23",
       "7 follow_up overdue, due Sun 20 Sep, act Mon 21 Sep, 2 late"},
  });
  check_details({{"nor in the ratio", started("2026-11-16") + old_talk, "2026-11-23", "7/30"}});
}

TEST_CASE("R4: with the strained, half the interval is due, to do on the working day before") {
  const auto strained = [](std::string_view every) {
    return acme("mood = 'strained'", "every = '" + std::string{every} + "'") + touch("2026-10-23");
  };
  check_planned({
      {"half of 30 days", strained("30d"), "2026-11-05",
       "5 follow_up coming, due Sat 7 Nov, act Fri 6 Nov [later]"},
      {"on its day", strained("30d"), "2026-11-06",
       "5 follow_up today, due Sat 7 Nov, act Fri 6 Nov"},
      {"late is counted from act", strained("30d"), "2026-11-09",
       "5 follow_up overdue, due Sat 7 Nov, act Fri 6 Nov, 3 late"},
      {"half of 31 days is 15", strained("31d"), "2026-11-06",
       "5 follow_up today, due Sat 7 Nov, act Fri 6 Nov"},
      {"not before the next working day", strained("4d"), "2026-10-26",
       "5 follow_up today, due Mon 26 Oct"},
      {"3 days, where that is later", strained("6d"), "2026-10-26",
       "5 follow_up today, due Mon 26 Oct"},
      {"4 days", strained("8d"), "2026-10-27", "5 follow_up today, due Tue 27 Oct"},
      {"never contacted: it moves no date", acme("mood = 'strained'", "since = 2026-11-19"),
       "2026-11-23", "5 follow_up today, due Mon 23 Nov"},
  });
  check_details({
      {"the ratio keeps the whole interval", strained("30d"), "2026-11-09", "3/30 strained"},
      {"never contacted", acme("mood = 'strained'", "since = 2026-11-19"), "2026-11-23",
       "0/30 first"},
  });
}

TEST_CASE("R4: it is too late once more than half an interval has passed") {
  check_details({
      {"15 of 30 days", talked_to(), "2026-12-08", "15/30"},
      {"16 of 30 days", talked_to(), "2026-12-09", "16/30 too_late"},
      {"15 of 31 days", acme("every = '31d'") + touch("2026-10-23"), "2026-12-08", "15/31"},
      {"16 of 31 days", acme("every = '31d'") + touch("2026-10-23"), "2026-12-09",
       "16/31 too_late"},
  });
}

TEST_CASE("R4: after an attempt that reached nobody the item waits, and moves no date") {
  constexpr const char* today = "7 follow_up today, due Sun 22 Nov, act Mon 23 Nov";
  constexpr const char* one_late = "7 follow_up overdue, due Sun 22 Nov, act Mon 23 Nov, 1 late";
  constexpr const char* two_late = "7 follow_up overdue, due Sun 22 Nov, act Mon 23 Nov, 2 late";
  const auto waiting = [](const char* words) { return std::string{words} + " [waiting]"; };
  check_planned({
      {"on its day", talked_to() + attempt("2026-11-23"), "2026-11-23", waiting(today)},
      {"the day before 2 working days are over", talked_to() + attempt("2026-11-23"), "2026-11-24",
       waiting(one_late)},
      {"after 2 working days", talked_to() + attempt("2026-11-23"), "2026-11-25", two_late},
      {"the latest attempt counts", talked_to() + attempt("2026-11-24") + attempt("2026-11-23"),
       "2026-11-25", waiting(two_late)},
      {"the policy's retry", policy("retry = '1d'") + talked_to() + attempt("2026-11-23"),
       "2026-11-24", one_late},
      {"an attempt on the day of the last talk is none",
       acme("every = '1d'") + touch("2026-11-20") + attempt("2026-11-20"), "2026-11-23",
       "7 follow_up today, due Sat 21 Nov, act Mon 23 Nov"},
      {"a call of theirs is no attempt of ours",
       talked_to() + touch("2026-11-23", "reached = false", "from = 'them'"), "2026-11-23", today},
      {"nor does one put off the end of the wait",
       talked_to() + attempt("2026-11-23") +
           touch("2026-11-25", "reached = false", "from = 'them'"),
       "2026-11-25", two_late},
      {"an attempt that is still to come", talked_to() + attempt("2026-11-24"), "2026-11-23",
       today},
      {"before its day it is not there anyway", talked_to() + attempt("2026-11-20"), "2026-11-20",
       "7 follow_up coming, due Sun 22 Nov, act Mon 23 Nov [later]"},
      {"nothing else waits",
       std::string{occasions_only} + acme(no_follow_up, "birthday = '11-23'") +
           promise("2026-11-23") + attempt("2026-11-23"),
       "2026-11-23",
       "3 promise report today, due Mon 23 Nov | 4 birthday acme today, due Mon 23 Nov"},
  });
}

TEST_CASE("R4: from the third attempt since the last talk on, another way is to be tried") {
  const std::string two = attempt("2026-11-02") + attempt("2026-11-03");
  check_details({
      {"two", talked_to() + two, "2026-11-23", "0/30"},
      {"three", talked_to() + two + attempt("2026-11-04"), "2026-11-23", "0/30 try_another_way"},
      {"four", talked_to() + two + two, "2026-11-23", "0/30 try_another_way"},
      {"those before the last talk do not count", talked_to() + two + attempt("2026-10-22"),
       "2026-11-23", "0/30"},
      {"nor those of its day", talked_to() + two + attempt("2026-10-23"), "2026-11-23", "0/30"},
      {"nor calls of theirs",
       talked_to() + two + touch("2026-11-04", "reached = false", "from = 'them'"), "2026-11-23",
       "0/30"},
      {"never contacted", acme("since = 2026-10-19") + two + attempt("2026-10-20"), "2026-11-06",
       "16/30 first too_late try_another_way"},
  });
}

TEST_CASE("R4: nobody is late from before they were added") {
  const std::string added = "added = 2026-11-23";
  check_planned({
      {"counts from the day they were added", acme(added), "2026-11-23",
       "7 follow_up coming, due Wed 25 Nov [later]"},
      {"from the latest of since, added and started",
       "[book]\nstarted = 2026-11-01\n" + acme("since = 2026-11-20", added), "2026-11-25",
       "7 follow_up today, due Wed 25 Nov"},
      {"with a talk from long before", acme(added) + touch("2026-01-05"), "2026-11-25",
       "7 follow_up overdue, due Wed 4 Feb, 2 late"},
      {"on that day", acme(added) + touch("2026-01-05"), "2026-11-23",
       "7 follow_up overdue, due Wed 4 Feb"},
  });
  check_details({
      {"never contacted: more than 1, as it is known since when", acme(added), "2026-12-31",
       "36/30 first too_late"},
  });
}
