#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

/// An event on Wednesday 16 December, which is in view on its own day alone.
template <class... Rows>
std::string gala(const Rows&... rows) {
  return std::string{occasions_only} + acme(no_follow_up) +
         table("[[customer.event]]", "what = 'Gala'", "date = '12-16'", "heads_up = '0d'",
               "belated = '0d'", rows...);
}

std::string ready(std::string_view on, std::string_view what = "Gala") {
  return of("acme", "[[ready]]", on, "what = '" + std::string{what} + "'");
}

}  // namespace

TEST_CASE("R3: something to prepare is due before its day, and overdue through it") {
  check_shown({
      {"not yet", gala("prepare = '3wd'"), "2026-12-10", ""},
      {"due", gala("prepare = '3wd'"), "2026-12-11", "4 prepare Gala today, due Fri 11 Dec"},
      {"late", gala("prepare = '3wd'"), "2026-12-14",
       "4 prepare Gala overdue, due Fri 11 Dec, 3 late"},
      {"late on the day", gala("prepare = '3wd'"), "2026-12-16",
       "4 prepare Gala overdue, due Fri 11 Dec, 5 late | 4 event Gala today, due Wed 16 Dec"},
      {"gone after the day", gala("prepare = '3wd'"), "2026-12-17", ""},
      {"act is the working day before: not yet", gala("prepare = '3d'"), "2026-12-10", ""},
      {"act is the working day before", gala("prepare = '3d'"), "2026-12-11",
       "4 prepare Gala today, due Sun 13 Dec, act Fri 11 Dec"},
      {"today through due", gala("prepare = '3d'"), "2026-12-13",
       "4 prepare Gala today, due Sun 13 Dec, act Fri 11 Dec"},
      {"overdue after due", gala("prepare = '3d'"), "2026-12-14",
       "4 prepare Gala overdue, due Sun 13 Dec, act Fri 11 Dec, 1 late"},
      {"more than a year ahead",
       std::string{occasions_only} + acme(no_follow_up) +
           table("[[customer.event]]", "what = 'Gala'", "date = 2026-12-16", "prepare = '14m'"),
       "2025-10-16", "4 prepare Gala today, due Thu 16 Oct 2025"},
      {"over a long holiday",
       policy("holidays = [{ from = 2026-10-01, to = 2026-12-15 }]") + acme(no_follow_up) +
           table("[[customer.event]]", "what = 'Gala'", "date = '12-16'", "heads_up = '0d'",
                 "prepare = '1d'"),
       "2026-09-30", "4 prepare Gala today, due Tue 15 Dec, act Wed 30 Sep"},
      {"nothing to prepare", gala(), "2026-12-15", ""},
  });
}

TEST_CASE("R3: what is prepared in the year before the day, or greeted, is no more to prepare") {
  const std::string next = gala("prepare = '3wd'");
  constexpr const char* open = "4 prepare Gala today, due Fri 11 Dec";
  check_shown({
      {"ready", next + ready("2026-12-01"), "2026-12-11", ""},
      {"ready today", next + ready("2026-12-11"), "2026-12-11", ""},
      {"ready, letter case aside", next + ready("2026-12-01", "gALA"), "2026-12-11", ""},
      {"ready tomorrow", next + ready("2026-12-12"), "2026-12-11", open},
      {"ready a year before the day", next + ready("2025-12-16"), "2026-12-11", open},
      {"ready within the year before", next + ready("2025-12-17"), "2026-12-11", ""},
      {"greeted on its day", next + touch("2026-12-16", "greeted = 'gala'"), "2026-12-16", ""},
      {"greeted before it could be greeted", next + touch("2026-12-14", "greeted = 'gala'"),
       "2026-12-15", "4 prepare Gala overdue, due Fri 11 Dec, 4 late"},
  });
}

TEST_CASE("R3: a ready record names one event, and leaves the event itself to be greeted") {
  const std::string two =
      gala("prepare = '3wd'") + table("[[customer.event]]", "what = 'Fair'", "date = '12-16'",
                                      "heads_up = '0d'", "prepare = '3wd'");
  CHECK(shown(two + ready("2026-12-01"), "2026-12-11") == "4 prepare Fair today, due Fri 11 Dec");
  CHECK(shown(gala("prepare = '3wd'") + ready("2026-12-01"), "2026-12-16") ==
        "4 event Gala today, due Wed 16 Dec");
  CHECK(shown(gala("prepare = '3wd'") + ready("2026-12-16"), "2026-12-16") ==
        "4 event Gala today, due Wed 16 Dec");
}

TEST_CASE("R3: years are not said of what is to be prepared") {
  CHECK(shown(std::string{occasions_only} + acme(no_follow_up) +
                  table("[[customer.event]]", "what = 'Gala'", "date = 2020-12-16",
                        "heads_up = '0d'", "prepare = '3wd'"),
              "2026-12-11") == "4 prepare Gala today, due Fri 11 Dec");
}
