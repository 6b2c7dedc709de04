#include "books.hpp"

using namespace care;
using namespace care::test;
using std::chrono::year;
using std::chrono::year_month_day;

namespace {

/// A customer with nothing but what is given here.
template <class... Rows>
std::string only(const Rows&... rows) {
  return std::string{occasions_only} + acme(no_follow_up, rows...);
}
template <class... Rows>
std::string with_policy(std::string_view policy_rows, const Rows&... rows) {
  return policy("anniversaries = 'none'", policy_rows) + acme(no_follow_up, rows...);
}
template <class... Rows>
std::string contact(std::string_view name, const Rows&... rows) {
  return table("[[customer.contact]]", "name = '" + std::string{name} + "'", rows...);
}
template <class... Rows>
std::string event(std::string_view date, const Rows&... rows) {
  return table("[[customer.event]]", "what = 'gala'", "date = " + std::string{date}, rows...);
}

}  // namespace

TEST_CASE("R3: an occasion is coming until the working day before it, then today, then belated") {
  // 22 November 2026 is a Sunday, so it is greeted on Friday the 20th.
  const std::string born = only("birthday = 1984-11-22");
  check_shown({
      {"more than heads_up before", born, "2026-11-14", ""},
      {"heads_up before", born, "2026-11-15",
       "8 birthday acme (42) coming, due Sun 22 Nov, act Fri 20 Nov"},
      {"the last day before act", born, "2026-11-19",
       "8 birthday acme (42) coming, due Sun 22 Nov, act Fri 20 Nov"},
      {"on act", born, "2026-11-20", "4 birthday acme (42) today, due Sun 22 Nov, act Fri 20 Nov"},
      {"on the day", born, "2026-11-22",
       "4 birthday acme (42) today, due Sun 22 Nov, act Fri 20 Nov"},
      {"the day after", born, "2026-11-23",
       "6 birthday acme (42) overdue, due Sun 22 Nov, act Fri 20 Nov, 1 late"},
      {"the last belated day", born, "2026-11-29",
       "6 birthday acme (42) overdue, due Sun 22 Nov, act Fri 20 Nov, 7 late"},
      {"after that", born, "2026-11-30", ""},
  });
}

TEST_CASE("R3: an occasion is visible from the earlier of its heads-up and its act") {
  const auto born = [](std::string_view rows) { return with_policy(rows, "birthday = '11-22'"); };
  check_shown({
      {"a heads-up later than act", born("heads_up = '0d'"), "2026-11-19", ""},
      {"a heads-up later than act: from act", born("heads_up = '0d'"), "2026-11-20",
       "4 birthday acme today, due Sun 22 Nov, act Fri 20 Nov"},
      {"two working days back from Sunday: not yet", born("heads_up = '2wd'"), "2026-11-18", ""},
      {"two working days back from Sunday", born("heads_up = '2wd'"), "2026-11-19",
       "8 birthday acme coming, due Sun 22 Nov, act Fri 20 Nov"},
      {"a month ahead", born("heads_up = '1m'"), "2026-10-22",
       "8 birthday acme coming, due Sun 22 Nov, act Fri 20 Nov"},
      {"belated for no day", born("belated = '0d'"), "2026-11-23", ""},
      {"belated for two working days", born("belated = '2wd'"), "2026-11-24",
       "6 birthday acme overdue, due Sun 22 Nov, act Fri 20 Nov, 2 late"},
      {"belated for two working days, no more", born("belated = '2wd'"), "2026-11-25", ""},
  });
}

TEST_CASE("R3: the policy's heads-up and belated are those of every kind of occasion") {
  struct Occasion {
    std::string name;
    std::string text;
  };
  const std::string rule = policy("heads_up = '3d'", "belated = '10d'");
  const Occasion occasions[] = {
      {"birthday acme", rule + acme(no_follow_up, "birthday = '11-25'")},
      {"birthday Maria", rule + acme(no_follow_up) + contact("Maria", "birthday = '11-25'")},
      {"anniversary (5)", rule + acme(no_follow_up, "since = 2021-11-25")},
      {"event gala", rule + acme(no_follow_up) + event("'11-25'")},
  };
  for (const Occasion& one : occasions) {
    CAPTURE(one.name);
    CHECK(shown(one.text, "2026-11-21") == "");
    CHECK(shown(one.text, "2026-11-22") == "8 " + one.name + " coming, due Wed 25 Nov");
    CHECK(shown(one.text, "2026-12-05") == "6 " + one.name + " overdue, due Wed 25 Nov, 10 late");
    CHECK(shown(one.text, "2026-12-06") == "");
  }
}

TEST_CASE("R3: where the working day before is more than 7 days off, act is the day itself") {
  const auto closed = [](std::string_view from) {
    return with_policy("holidays = [{ from = 2026-12-" + std::string{from} + ", to = 2027-01-03 }]",
                       "birthday = '12-31'");
  };
  check_shown({
      {"7 days before", closed("25"), "2026-12-24",
       "4 birthday acme today, due Thu 31 Dec, act Thu 24 Dec"},
      {"8 days before", closed("24"), "2026-12-24", "8 birthday acme coming, due Thu 31 Dec"},
      {"8 days before, on the day", closed("24"), "2026-12-31",
       "4 birthday acme today, due Thu 31 Dec"},
  });
}

TEST_CASE("R3: 29 February falls on leap_day in common years and on the 29th in leap years") {
  constexpr std::string_view march = "leap_day = '03-01'";
  constexpr std::string_view february = "leap_day = '02-28'";
  constexpr std::string_view born = "birthday = 1984-02-29";
  check_shown({
      {"common year, by default on the 28th", only(born), "2027-02-28",
       "4 birthday acme (43) today, due Sun 28 Feb 2027, act Fri 26 Feb 2027"},
      {"common year, the policy's", with_policy(march, born), "2027-03-01",
       "4 birthday acme (43) today, due Mon 1 Mar 2027"},
      {"common year, the customer's before the policy's", with_policy(february, born, march),
       "2027-03-01", "4 birthday acme (43) today, due Mon 1 Mar 2027"},
      {"and the other way round", with_policy(march, born, february), "2027-02-28",
       "4 birthday acme (43) today, due Sun 28 Feb 2027, act Fri 26 Feb 2027"},
      {"leap year", with_policy(march, born), "2028-02-29",
       "4 birthday acme (44) today, due Tue 29 Feb 2028"},
      {"a contact's", only(march) + contact("Maria", "birthday = '02-29'"), "2027-03-01",
       "4 birthday Maria today, due Mon 1 Mar 2027"},
      {"an event's", only(march) + event("'02-29'"), "2027-03-01",
       "4 event gala today, due Mon 1 Mar 2027"},
      {"an anniversary's", acme(no_follow_up, march, "since = 2016-02-29"), "2026-03-01",
       "4 anniversary (10) today, due Sun 1 Mar, act Fri 27 Feb"},
  });
}

TEST_CASE("R3: no birthday is ever skipped: 366 days in 4 years, with either leap_day") {
  for (const std::string_view leap_day : {"02-28", "03-01"}) {
    std::string text = policy("anniversaries = 'none'",
                              "workdays = ['mon', 'tue', 'wed', 'thu', "
                              "'fri', 'sat', 'sun']",
                              "leap_day = '" + std::string{leap_day} + "'");
    std::vector<Date> days_of_2024;
    for (Date date = day("2024-01-01"); date <= day("2024-12-31"); date += std::chrono::days{1}) {
      text += customer("c" + iso(date), no_follow_up, "birthday = '" + iso(date).substr(5) + "'");
      days_of_2024.push_back(date);
    }
    const Reading reading = book(text);
    REQUIRE(reading.book.customers.size() == 366);
    for (const int y : {2025, 2026, 2027, 2028}) {
      for (CustomerIndex i = 0; i < 366; ++i) {
        const auto born = civil(days_of_2024[i]);
        std::string expected = std::to_string(y) + iso(days_of_2024[i]).substr(4);
        if (!year_month_day{year{y}, born.month(), born.day()}.ok()) {
          expected = std::to_string(y) + "-" + std::string{leap_day};
        }
        const CustomerPlan plan = plan_customer(reading.book, i, at(expected));
        CAPTURE(expected);
        REQUIRE(plan.items.size() == 1);
        REQUIRE(iso(plan.items[0].due) == expected);
        REQUIRE(plan.items[0].when == State::today);
      }
    }
  }
}

TEST_CASE("R3: the age is given where the year is known; a birthday is none in the year of birth") {
  check_shown({
      {"the year is known", only("birthday = 1984-11-23"), "2026-11-23",
       "4 birthday acme (42) today, due Mon 23 Nov"},
      {"the year is not known", only("birthday = '11-23'"), "2026-11-23",
       "4 birthday acme today, due Mon 23 Nov"},
      {"born today", only("birthday = 2026-11-23"), "2026-11-23", ""},
      {"the first birthday", only("birthday = 2025-11-23"), "2026-11-23",
       "4 birthday acme (1) today, due Mon 23 Nov"},
      {"a contact whose birthday nobody knows", only() + contact("Maria"), "2027-02-28", ""},
      {"contacts have theirs",
       only() + contact("Maria", "birthday = 1990-11-23") + contact("Joe", "birthday = '11-24'"),
       "2026-11-23",
       "4 birthday Maria (36) today, due Mon 23 Nov | 8 birthday Joe coming, due Tue 24 Nov"},
  });
}

TEST_CASE("R3: the turn of the year parts nobody from their birthday") {
  check_shown({
      {"coming from the next year", only("birthday = 1984-01-04"), "2026-12-28",
       "8 birthday acme (43) coming, due Mon 4 Jan 2027"},
      {"belated from the last year", only("birthday = 1984-12-31"), "2027-01-04",
       "6 birthday acme (42) overdue, due Thu 31 Dec, 4 late"},
      {"belated for longer than ahead",
       with_policy("heads_up = '0d'\nbelated = '10d'", "birthday = '12-30'"), "2027-01-08",
       "6 birthday acme overdue, due Wed 30 Dec, 9 late"},
      {"to greet a week before, in the old year",
       with_policy("heads_up = '0d'\nholidays = [{ from = 2026-12-26, to = 2027-01-01 }]",
                   "birthday = '01-01'"),
       "2026-12-25", "4 birthday acme today, due Fri 1 Jan 2027, act Fri 25 Dec"},
  });
}

TEST_CASE("R3: working days of heads-up count however many they are") {
  CHECK(shown(with_policy("heads_up = '300wd'", "birthday = '01-10'"), "2026-11-16") ==
        "8 birthday acme coming, due Sun 10 Jan 2027, act Fri 8 Jan 2027 | "
        "8 birthday acme coming, due Mon 10 Jan 2028");
}

TEST_CASE("R3: anniversaries of `since` follow the policy, from year 1 on") {
  const auto since = [](std::string_view date) {
    return acme(no_follow_up, "since = " + std::string{date});
  };
  const std::string all = policy("anniversaries = 'all'");
  check_shown({
      {"round: 1 year", since("2025-11-23"), "2026-11-23",
       "4 anniversary (1) today, due Mon 23 Nov"},
      {"round: not 2 years", since("2024-11-23"), "2026-11-23", ""},
      {"round: not 4 years", since("2022-11-23"), "2026-11-23", ""},
      {"round: 5 years", since("2021-11-23"), "2026-11-23",
       "4 anniversary (5) today, due Mon 23 Nov"},
      {"round: not 6 years", since("2020-11-23"), "2026-11-23", ""},
      {"round: 10 years", since("2016-11-23"), "2026-11-23",
       "4 anniversary (10) today, due Mon 23 Nov"},
      {"round: not 11 years", since("2015-11-23"), "2026-11-23", ""},
      {"round: 15 years", since("2011-11-23"), "2026-11-23",
       "4 anniversary (15) today, due Mon 23 Nov"},
      {"round: not the day itself", since("2026-11-23"), "2026-11-23", ""},
      {"all: not the day itself", all + since("2026-11-23"), "2026-11-23", ""},
      {"all: 1 year", all + since("2025-11-23"), "2026-11-23",
       "4 anniversary (1) today, due Mon 23 Nov"},
      {"all: 2 years", all + since("2024-11-23"), "2026-11-23",
       "4 anniversary (2) today, due Mon 23 Nov"},
      {"none", policy("anniversaries = 'none'") + since("2021-11-23"), "2026-11-23", ""},
  });
}

TEST_CASE("R3: yearly events return from their own date on; others come once") {
  constexpr std::string_view once = "yearly = false";
  check_shown({
      {"before its own date", only() + event("2026-11-23"), "2025-11-23", ""},
      {"its own date, without years", only() + event("2026-11-23"), "2026-11-23",
       "4 event gala today, due Mon 23 Nov"},
      {"a year later", only() + event("2026-11-23"), "2027-11-23",
       "4 event gala (1) today, due Tue 23 Nov 2027"},
      {"of no known year", only() + event("'11-23'"), "2026-11-23",
       "4 event gala today, due Mon 23 Nov"},
      {"once: on its day", only() + event("2026-11-23", once), "2026-11-23",
       "4 event gala today, due Mon 23 Nov"},
      {"once: a week ahead", only() + event("2026-11-23", once), "2026-11-16",
       "8 event gala coming, due Mon 23 Nov"},
      {"once: not a year later", only() + event("2026-11-23", once), "2027-11-23", ""},
      {"once: not belated", only() + event("2026-11-23", once), "2026-11-24", ""},
      {"once: belated where it says so", only() + event("2026-11-23", once, "belated = '1d'"),
       "2026-11-24", "6 event gala overdue, due Mon 23 Nov, 1 late"},
      {"yearly: belated as the policy has it", only() + event("'11-23'"), "2026-11-30",
       "6 event gala overdue, due Mon 23 Nov, 7 late"},
      {"yearly: its own belated", only() + event("'11-23'", "belated = '3d'"), "2026-11-27", ""},
      {"its own heads-up", only() + event("'11-23'", "heads_up = '14d'"), "2026-11-09",
       "8 event gala coming, due Mon 23 Nov"},
      {"its own heads-up, not before", only() + event("'11-23'", "heads_up = '14d'"), "2026-11-08",
       ""},
  });
}

TEST_CASE("R3: occurrences before the book started do not exist") {
  const auto started = [](std::string_view date) {
    return "[book]\nstarted = " + std::string{date} + "\n" + only("birthday = '11-22'");
  };
  check_shown({
      {"the day before the book started", started("2026-11-23"), "2026-11-23", ""},
      {"on that day", started("2026-11-22"), "2026-11-23",
       "6 birthday acme overdue, due Sun 22 Nov, act Fri 20 Nov, 1 late"},
  });
}

TEST_CASE("R3: from `left` or `until` on nothing is shown, and no occurrence exists") {
  const auto left = [](std::string_view date) {
    return only() + contact("Maria", "birthday = '11-22'", "left = " + std::string{date});
  };
  const auto until = [](std::string_view date) {
    return only() + event("'11-22'", "until = " + std::string{date}, "prepare = '1d'");
  };
  constexpr const char* belated =
      "6 birthday Maria overdue, due Sun 22 Nov, act Fri 20 Nov, 2 late";
  check_shown({
      {"left before the day: already nothing ahead of it", left("2026-11-22"), "2026-11-20", ""},
      {"left the day after: still there", left("2026-11-23"), "2026-11-20",
       "4 birthday Maria today, due Sun 22 Nov, act Fri 20 Nov"},
      {"belated, before they left", left("2026-11-25"), "2026-11-24", belated},
      {"belated, on the day they left", left("2026-11-24"), "2026-11-24", ""},
      {"belated, after they left", left("2026-11-23"), "2026-11-24", ""},
      {"an event until its day", until("2026-11-22"), "2026-11-20", ""},
      {"an event until the day after", until("2026-11-23"), "2026-11-20",
       "4 prepare gala today, due Sat 21 Nov, act Fri 20 Nov | "
       "4 event gala today, due Sun 22 Nov, act Fri 20 Nov"},
      {"an event that is over", until("2026-11-23"), "2026-11-23", ""},
  });
}

TEST_CASE("R3: two occurrences can be visible at once where the spans are long") {
  CHECK(
      shown(with_policy("heads_up = '11m'\nbelated = '2m'", "birthday = '11-22'"), "2027-01-10") ==
      "6 birthday acme overdue, due Sun 22 Nov, act Fri 20 Nov, 49 late | "
      "8 birthday acme coming, due Mon 22 Nov 2027");
}
