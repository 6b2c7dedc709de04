#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

const std::string quiet = acme(no_follow_up);
constexpr const char* open = "3 promise report today, due Mon 23 Nov";

}  // namespace

TEST_CASE("R6: a promise comes 7 days before its working day, and is overdue after due") {
  // Sunday 22 November: to keep on Friday the 20th.
  const std::string sunday = quiet + promise("2026-11-22");
  check_planned({
      {"8 days before act", sunday, "2026-11-12",
       "8 promise report coming, due Sun 22 Nov, act Fri 20 Nov [later]"},
      {"7 days before act", sunday, "2026-11-13",
       "8 promise report coming, due Sun 22 Nov, act Fri 20 Nov"},
      {"the day before act", sunday, "2026-11-19",
       "8 promise report coming, due Sun 22 Nov, act Fri 20 Nov"},
      {"on act", sunday, "2026-11-20", "3 promise report today, due Sun 22 Nov, act Fri 20 Nov"},
      {"on due", sunday, "2026-11-22", "3 promise report today, due Sun 22 Nov, act Fri 20 Nov"},
      {"the day after", sunday, "2026-11-23",
       "2 promise report overdue, due Sun 22 Nov, act Fri 20 Nov, 1 late"},
      {"for ever", sunday, "2027-11-22",
       "2 promise report overdue, due Sun 22 Nov, act Fri 20 Nov, 365 late"},
  });
}

TEST_CASE("R6: a promise is open until it is kept or replaced") {
  const std::string due = quiet + promise("2026-11-23", "id = 'p'");
  const std::string later = promise("2027-03-01", "id = 'q'", "replaces = 'p'");
  check_shown({
      {"open", due, "2026-11-23", open},
      {"kept", quiet + promise("2026-11-23", "kept = 2026-11-20"), "2026-11-23", ""},
      {"kept today", quiet + promise("2026-11-23", "kept = 2026-11-23"), "2026-11-23", ""},
      {"kept in the future", quiet + promise("2026-11-23", "kept = 2026-11-24"), "2026-11-23",
       open},
      {"a touch keeps it", due + touch("2026-11-20", "promise = 'p'"), "2026-11-23", ""},
      {"a touch that reached nobody keeps it", due + attempt("2026-11-20", "promise = 'p'"),
       "2026-11-23", ""},
      {"a touch that is still to come", due + touch("2026-11-24", "promise = 'p'"), "2026-11-23",
       open},
      {"a touch that names no promise", due + touch("2026-11-20"), "2026-11-23", open},
      {"another promise replaces it", due + later, "2026-11-23", ""},
      {"one made today", due + later + "made = 2026-11-23\n", "2026-11-23", ""},
      {"one that is still to be made", due + later + "made = 2026-11-24\n", "2026-11-23", open},
      {"the id that it carries by default",
       quiet + promise("2026-11-23") + touch("2026-11-20", "promise = 'acme-2026-11-23'"),
       "2026-11-23", ""},
      {"only the one that was named",
       due + promise("2026-11-23", "id = 'q'") + touch("2026-11-20", "promise = 'q'"), "2026-11-23",
       open},
  });
}

TEST_CASE("R6: a promise that is still to be made is none") {
  check_planned({
      {"made tomorrow", quiet + promise("2026-11-25", "made = 2026-11-24"), "2026-11-23", ""},
      {"made today", quiet + promise("2026-11-23", "made = 2026-11-23"), "2026-11-23", open},
  });
}

TEST_CASE("R6: promises that replace each other in a circle stay open") {
  const Reading reading = read_text(quiet + promise("2026-11-23", "id = 'p'", "replaces = 'q'") +
                                    promise("2026-11-23", "id = 'q'", "replaces = 'p'"));
  CHECK(shown(reading.book, at("2026-11-23")) == std::string{open} + " | " + std::string{open});
}

TEST_CASE("R6: a promise without a due date that could be read is due today") {
  const Reading reading =
      read_text(quiet + table("[[promise]]", "customer = 'acme'", "what = 'report'"));
  CHECK(shown(reading.book, at("2026-11-23")) == open);
  CHECK(shown(reading.book, at("2026-11-22")) ==
        "3 promise report today, due Sun 22 Nov, act Fri 20 Nov");
}

TEST_CASE("R6: a promise is never snoozed") {
  CHECK(shown(quiet + promise("2026-11-23") + snooze("2026-11-20", "2026-12-01", "all = true"),
              "2026-11-23") == open);
}

TEST_CASE("R6: a moment is kept to the minute") {
  const std::string call = quiet + promise("2026-11-24T15:00");
  check_shown({
      {"the day before", call, "2026-11-23", "8 promise report coming, due Tue 24 Nov 15:00"},
      {"before it", call, "2026-11-24T14:59", "3 promise report today, due Tue 24 Nov 15:00"},
      {"in its minute", call, "2026-11-24T15:00", "3 promise report today, due Tue 24 Nov 15:00"},
      {"after it", call, "2026-11-24T15:01", "2 promise report overdue, due Tue 24 Nov 15:00"},
      {"the day after", call, "2026-11-25",
       "2 promise report overdue, due Tue 24 Nov 15:00, 1 late"},
  });
}
