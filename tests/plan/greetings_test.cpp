#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

// The spans: own birthday Sun 22 November, from the 15th through the 29th.
const std::string own = std::string{occasions_only} + acme(no_follow_up, "birthday = '11-22'");

constexpr const char* still_there = "4 birthday acme today, due Sun 22 Nov, act Fri 20 Nov";

std::string greeted(std::string_view on, std::string_view what, std::string_view more = "") {
  return touch(on, "greeted = " + std::string{what}, more);
}

std::string contact(std::string_view name, std::string_view birthday) {
  return table("[[customer.contact]]", "name = '" + std::string{name} + "'",
               "birthday = '" + std::string{birthday} + "'");
}

const std::string gala = std::string{occasions_only} + acme(no_follow_up) +
                         table("[[customer.event]]", "what = 'Gala'", "date = '11-22'");

}  // namespace

TEST_CASE("R3: only an explicit mark in an occasion's span ends it") {
  check_shown({
      {"a talk that greets nobody", own + touch("2026-11-20"), "2026-11-22", still_there},
      {"the first day of the span", own + greeted("2026-11-15", "'birthday'"), "2026-11-22", ""},
      {"the day before the span", own + greeted("2026-11-14", "'birthday'"), "2026-11-22",
       still_there},
      {"the last day of the span", own + greeted("2026-11-29", "'birthday'"), "2026-11-29", ""},
      {"a greeting that is still to come", own + greeted("2026-11-23", "'birthday'"), "2026-11-22",
       still_there},
      {"last year's greeting", own + greeted("2025-11-22", "'birthday'"), "2026-11-22",
       still_there},
      {"letter case aside", own + greeted("2026-11-20", "'BirthDay'"), "2026-11-22", ""},
      {"one of several", own + greeted("2026-11-20", "['anniversary', 'birthday']"), "2026-11-22",
       ""},
      {"another occasion", own + greeted("2026-11-20", "'anniversary'"), "2026-11-22", still_there},
      {"a card that nobody answered", own + greeted("2026-11-20", "'birthday'", "reached = false"),
       "2026-11-22", ""},
      {"an anniversary",
       acme(no_follow_up, "since = 2021-11-22") + greeted("2026-11-20", "'anniversary'"),
       "2026-11-22", ""},
      {"an anniversary is no birthday",
       acme(no_follow_up, "since = 2021-11-22", "birthday = '06-01'") +
           greeted("2026-11-20", "'birthday'"),
       "2026-11-22", "4 anniversary (5) today, due Sun 22 Nov, act Fri 20 Nov"},
      {"an event by its name", gala + greeted("2026-11-20", "'gala'"), "2026-11-22", ""},
      {"an event is no birthday", gala + greeted("2026-11-20", "'birthday'"), "2026-11-22",
       "4 event Gala today, due Sun 22 Nov, act Fri 20 Nov"},
  });
}

TEST_CASE("R3: an event's own heads-up and belated are the span in which it can be greeted") {
  const std::string long_span = std::string{occasions_only} + acme(no_follow_up) +
                                table("[[customer.event]]", "what = 'Gala'", "date = '11-22'",
                                      "heads_up = '20d'", "belated = '0d'");
  check_shown({
      {"20 days ahead", long_span + greeted("2026-11-02", "'Gala'"), "2026-11-22", ""},
      {"21 days ahead", long_span + greeted("2026-11-01", "'Gala'"), "2026-11-22",
       "4 event Gala today, due Sun 22 Nov, act Fri 20 Nov"},
  });
}

TEST_CASE("R3: names of events are compared letter case aside in ASCII only") {
  const auto fete = [](std::string_view mark) {
    const Reading reading =
        read_text(std::string{occasions_only} + acme(no_follow_up) +
                  table("[[customer.event]]", "what = 'Fête'", "date = '11-23'") +
                  greeted("2026-11-23", mark));
    return shown(reading.book, at("2026-11-23"));
  };
  CHECK(fete("'fête'") == "");
  CHECK(fete("'FêTE'") == "");
  CHECK(fete("\"fe\u0302te\"") == "");
  CHECK(fete("\"fê\u00adte\"") == "");
  CHECK(fete("'FÊTE'") == "4 event Fête today, due Mon 23 Nov");
}

TEST_CASE("R3: with a contact, \"birthday\" is that contact's") {
  const std::string both = own + contact("Maria", "11-22") + contact("Joe", "11-22");
  CHECK(shown(both + greeted("2026-11-20", "'birthday'", "contact = 'Maria'"), "2026-11-22") ==
        "4 birthday acme today, due Sun 22 Nov, act Fri 20 Nov | "
        "4 birthday Joe today, due Sun 22 Nov, act Fri 20 Nov");
}

TEST_CASE(
    "R3: without a contact, it is the customer's own where that is visible, else everybody's") {
  // Own: 10 December, from the 3rd through the 17th. Maria: 1 December, 24 November to 8 December.
  const std::string later = std::string{occasions_only} + acme(no_follow_up, "birthday = '12-10'") +
                            contact("Maria", "12-01") + contact("Joe", "12-01");
  constexpr const char* own_coming = "8 birthday acme coming, due Thu 10 Dec";
  constexpr const char* contacts =
      "6 birthday Maria overdue, due Tue 1 Dec, 3 late | "
      "6 birthday Joe overdue, due Tue 1 Dec, 3 late";
  const std::string all_belated = std::string{contacts} + " | " + own_coming;
  check_shown({
      {"nobody greeted", later, "2026-12-04", all_belated},
      {"the day before the own one is visible: every contact's",
       later + greeted("2026-12-02", "'birthday'"), "2026-12-04", own_coming},
      {"once the own one is visible: that one alone", later + greeted("2026-12-03", "'birthday'"),
       "2026-12-04", contacts},
      {"the own one stays in view when it is greeted already",
       later + greeted("2026-12-03", "'birthday'") + greeted("2026-12-04", "'birthday'"),
       "2026-12-04", contacts},
      {"no own one at all",
       std::string{occasions_only} + acme(no_follow_up) + contact("Maria", "12-01") +
           contact("Joe", "12-01") + greeted("2026-12-04", "'birthday'"),
       "2026-12-04", ""},
  });
}

TEST_CASE("R3: an own birthday that does not exist is not visible") {
  const auto with = [](std::string_view started, std::string_view birthday) {
    return std::string{started} + std::string{occasions_only} +
           acme(no_follow_up, "birthday = " + std::string{birthday}) + contact("Maria", "11-24") +
           greeted("2026-11-24", "'birthday'");
  };
  constexpr const char* maria = "4 birthday Maria today, due Tue 24 Nov";
  check_shown({
      {"it is visible", with("", "'11-22'"), "2026-11-24", maria},
      {"it was before the book started", with("[book]\nstarted = 2026-11-23\n", "'11-22'"),
       "2026-11-24", ""},
      {"on the day the book started", with("[book]\nstarted = 2026-11-22\n", "'11-22'"),
       "2026-11-24", maria},
      {"the year of birth", with("", "2026-11-22"), "2026-11-24", ""},
      {"the first birthday", with("", "2025-11-22"), "2026-11-24", maria},
      {"the last belated day", with("", "'11-17'"), "2026-11-24",
       "4 birthday Maria today, due Tue 24 Nov"},
      {"the day after", with("", "'11-16'"), "2026-11-24", ""},
  });
}

TEST_CASE("R3: the span of the own birthday is the policy's, also at the turn of the year") {
  struct Row {
    std::string name;
    std::string policy_rows;
    std::string own;
    std::string contact;
    std::string today;  ///< when somebody was greeted without a contact
    bool own_greeted;
  };
  const Row rows[] = {
      {"its first day", "heads_up = '3d'\nbelated = '10d'", "12-10", "12-01", "2026-12-07", true},
      {"the day before", "heads_up = '3d'\nbelated = '10d'", "12-10", "12-01", "2026-12-06", false},
      {"its last day", "heads_up = '3d'\nbelated = '10d'", "12-10", "12-22", "2026-12-20", true},
      {"the day after", "heads_up = '3d'\nbelated = '10d'", "12-10", "12-22", "2026-12-21", false},
      {"belated from the last year", "", "12-30", "01-04", "2027-01-04", true},
      {"long belated from the last year", "heads_up = '0d'\nbelated = '10d'", "12-30", "01-08",
       "2027-01-08", true},
      {"coming from the next year", "", "01-03", "12-28", "2026-12-28", true},
      {"coming from far in the next year", "heads_up = '20d'\nbelated = '0d'", "01-09", "12-21",
       "2026-12-21", true},
      {"its act in the old year", "heads_up = '0d'\nholidays = ['01-01']", "01-02", "12-31",
       "2026-12-31", true},
      {"no own birthday at all", "", "", "02-28", "2027-02-28", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::string text =
        policy("anniversaries = 'none'", row.policy_rows) +
        acme(no_follow_up, row.own.empty() ? "" : "birthday = '" + row.own + "'") +
        contact("Maria", row.contact) + greeted(row.today, "'birthday'");
    const std::string left = shown(text, row.today);
    CHECK((left.find("Maria") != std::string::npos) == row.own_greeted);
    CHECK(left.find("acme") == std::string::npos);
  }
}
