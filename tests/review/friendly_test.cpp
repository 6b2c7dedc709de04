#include "review/support.hpp"

namespace care::test {

TEST_SUITE("review") {
  TEST_CASE("R20: thanks") {
    // Thu 12 Nov + 2wd = Mon 16 Nov.
    const std::string bought = purchase("2026-11-12");
    const CaseRow rows[] = {
        {"thanked on the last day", acme() + bought + touch("2026-11-16", "thanked = 'it'"),
         "Mon 16 Nov good"},
        {"on the day itself", acme() + bought + touch("2026-11-12", "thanked = 'it'"),
         "Mon 16 Nov good"},
        {"before", acme() + bought + touch("2026-11-11", "thanked = 'it'"), "Mon 16 Nov bad"},
        {"late", acme() + bought + touch("2026-11-17", "thanked = 'it'"), "Mon 16 Nov bad"},
        {"nobody reached", acme() + bought + attempt("2026-11-13", "thanked = 'it'"),
         "Mon 16 Nov bad"},
        {"two of a day", acme() + bought + bought, "Mon 16 Nov bad, Mon 16 Nov bad"},
        {"a referral", acme() + customer("zen", "since = 2026-11-12", "referred_by = 'acme'"),
         "Mon 16 Nov bad"},
        {"a referral without a day", acme() + customer("zen", "referred_by = 'acme'"), ""},
        {"bought before the book began", table("[book]", "started = 2026-11-13") + acme() + bought,
         ""},
    };
    check_cases(Measure::thanks, rows, "2026-11-01", "2026-11-22");
  }

  TEST_CASE("R20: thanked and heard, of talks alone") {
    const std::string text = acme() + touch("2026-11-02", "how = 'call'", "thanked = 'it'") +
                             touch("2026-11-02", "how = 'visit'", "heard = 'so'") +
                             touch("2026-11-03", "how = 'meeting'", "from = 'them'") +
                             touch("2026-11-04", "how = 'video'") +
                             touch("2026-11-05", "how = 'email'", "heard = 'x'") +
                             touch("2026-11-06") + attempt("2026-11-09", "how = 'call'") +
                             touch("2026-11-22", "how = 'call'", "thanked = 'it'", "heard = 'so'");
    CHECK(counted(Measure::thanked, text, "2026-11-01", "2026-11-22") == "2 of 5");
    CHECK(counted(Measure::heard, text, "2026-11-01", "2026-11-22") == "2 of 5");
    CHECK(counted(Measure::heard, text, "2026-11-03", "2026-11-21") == "0 of 2");
  }

  TEST_CASE("R20: occasions") {
    const std::string kept = "how = 'call'\ngreeted = 'birthday'";
    const CaseRow rows[] = {
        // Greetable from 7 days before through 7 days after.
        {"greeted on the day", acme("birthday = '11-10'") + touch("2026-11-10", kept),
         "Tue 17 Nov good"},
        {"belated", acme("birthday = '11-10'") + touch("2026-11-17", kept), "Tue 17 Nov good"},
        {"too late", acme("birthday = '11-10'") + touch("2026-11-18", kept), "Tue 17 Nov bad"},
        {"early", acme("birthday = '11-10'") + touch("2026-11-03", kept), "Tue 17 Nov good"},
        {"too early", acme("birthday = '11-10'") + touch("2026-11-02", kept), "Tue 17 Nov bad"},
        {"still to come out well", acme("birthday = '11-20'"), ""},
        {"an anniversary", acme("since = 2021-11-10"), "Tue 17 Nov bad"},
        {"one that is not round", acme("since = 2022-11-10"), ""},
        {"an event that comes once",
         acme() +
             table("[[customer.event]]", "what = 'Gala'", "date = 2026-11-10", "yearly = false"),
         "Tue 10 Nov bad"},
        {"of a contact who has left",
         acme() + table("[[customer.contact]]", "name = 'Joe'", "birthday = '11-10'",
                        "left = 2026-11-10"),
         ""},
        {"learned of in time",
         acme() + of("acme", "[[event]]", "2026-11-22", "what = 'Gala'", "date = '11-10'"),
         "Tue 17 Nov bad"},
        {"learned of later",
         acme() + of("acme", "[[event]]", "2026-11-23", "what = 'Gala'", "date = '11-10'"), ""},
        {"a contact who was learned of later",
         acme() + of("acme", "[[contact]]", "2026-11-23", "name = 'Joe'", "birthday = '11-10'"),
         ""},
        {"do not contact", acme("birthday = '11-10'", "status = 'do-not-contact'"), ""},
    };
    check_cases(Measure::occasions, rows, "2026-11-01", "2026-11-22");
  }

  TEST_CASE("R20: greetings of long ago count, too") {
    CHECK(cases(Measure::occasions,
                acme("birthday = '01-15'") + touch("2026-01-15", "greeted = 'birthday'"),
                "2025-11-23", "2026-11-23") == "Thu 22 Jan good");
  }

  TEST_CASE("R20: wow") {
    const auto wow = [](std::string_view on) { return touch(on, "wow = 'a card'"); };
    const CaseRow rows[] = {
        {"within a year", acme("since = 2020-01-01") + wow("2025-11-23"), "Sun 22 Nov good"},
        {"a year ago to the day", acme("since = 2020-01-01") + wow("2025-11-22"), "Sun 22 Nov bad"},
        {"nothing yet", acme("since = 2020-01-01"), "Sun 22 Nov bad"},
        {"known for a year and a day", acme("since = 2025-11-21"), "Sun 22 Nov bad"},
        {"known for a year", acme("since = 2025-11-22"), ""},
        {"known by a touch", acme() + touch("2025-11-21"), "Sun 22 Nov bad"},
        {"not known", acme(), ""},
        {"added of late", acme("since = 2020-01-01", "added = 2026-01-01"), ""},
        {"the book is young", table("[book]", "started = 2026-01-01") + acme("since = 2020-01-01"),
         ""},
    };
    check_cases(Measure::wow, rows, "2026-11-01", "2026-11-22");
  }
}

}  // namespace care::test
