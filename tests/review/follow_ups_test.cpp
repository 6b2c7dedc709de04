#include "review/support.hpp"

// Working days are Monday to Friday; 2 November 2026 is a Monday, 23 November too.

namespace care::test {

TEST_SUITE("review") {
  TEST_CASE("R20: follow-ups") {
    const std::string monthly = "every = '30d'";
    const CaseRow rows[] = {
        // 5 Oct + 30 d = 4 Nov, a Wednesday.
        {"the next contact in time", acme(monthly) + touch("2026-10-05") + touch("2026-11-02"),
         "Mon 2 Nov good"},
        {"on its last day", acme(monthly) + touch("2026-10-05") + touch("2026-11-04"),
         "Wed 4 Nov good"},
        {"a day late", acme(monthly) + touch("2026-10-05") + touch("2026-11-05"), "Wed 4 Nov bad"},
        {"none yet", acme(monthly) + touch("2026-10-05"), "Wed 4 Nov bad"},
        {"an attempt in time", acme(monthly) + touch("2026-10-05") + attempt("2026-11-04"),
         "Wed 4 Nov good"},
        {"an attempt too late", acme(monthly) + touch("2026-10-05") + attempt("2026-11-05"),
         "Wed 4 Nov bad"},
        {"an attempt of theirs is none of ours",
         acme(monthly) + touch("2026-10-05") + attempt("2026-11-03", "from = 'them'"),
         "Wed 4 Nov bad"},
        {"an attempt on the day of the contact is not after it",
         acme(monthly) + touch("2026-10-05") + attempt("2026-10-05"), "Wed 4 Nov bad"},
        {"several contacts a day are one",
         acme(monthly) + touch("2026-10-05") + touch("2026-10-05") + touch("2026-11-03") +
             touch("2026-11-03"),
         "Tue 3 Nov good"},
        // 8 Oct + 30 d = Sat 7 Nov: Monday.
        {"on a weekend: the working day after", acme(monthly) + touch("2026-10-08"),
         "Mon 9 Nov bad"},
        // 26 Oct + 15 d = Tue 10 Nov.
        {"strained: half the interval", acme(monthly) + touch("2026-10-26", "mood = 'strained'"),
         "Tue 10 Nov bad"},
        {"strained that day, and no longer after it",
         acme(monthly) + touch("2026-10-26", "mood = 'strained'") + attempt("2026-10-27") +
             touch("2026-10-28", "mood = 'content'") + touch("2026-10-29", "mood = 'content'"),
         ""},
        {"never: no case", acme("every = 'never'\nbecause = 'so'") + touch("2026-10-05"), ""},
        // Ended Thu 5 Nov: by Mon 9 Nov.
        {"after-care of an emergency that ended with the contact",
         acme(monthly) + request("2026-11-05T09:00", "urgent = true") +
             touch("2026-11-05", "request = 'key'", "outcome = 'done'"),
         "Mon 9 Nov bad"},
        {"after-care where the cadence is never",
         acme("every = 'never'\nbecause = 'so'") + request("2026-11-05T09:00", "urgent = true") +
             touch("2026-11-05", "request = 'key'", "outcome = 'done'"),
         "Mon 9 Nov bad"},
        // Never contacted: since Mon 2 Nov + 2wd = Wed 4 Nov.
        {"never contacted", acme(monthly, "since = 2026-11-02"), "Wed 4 Nov bad"},
        {"first contact in time", acme(monthly, "since = 2026-11-02") + touch("2026-11-03"),
         "Tue 3 Nov good"},
        {"first contact on the very day", acme(monthly, "since = 2026-11-02") + touch("2026-11-02"),
         "Mon 2 Nov good"},
        {"an attempt on the very day", acme(monthly, "since = 2026-11-02") + attempt("2026-11-02"),
         "Wed 4 Nov good"},
        {"contacted before: no first contact",
         acme("every = '60d'", "since = 2026-11-02") + touch("2026-10-30"), ""},
        {"nothing to count from", acme(monthly), ""},
        {"never contacted, cadence never",
         acme("every = 'never'\nbecause = 'so'", "since = 2026-11-02"), ""},
        {"a cadence judges the follow-ups of its own days",
         acme(monthly) + touch("2026-10-05") + of("acme", "[[fact]]", "2026-10-20", "every = '1w'"),
         "Wed 4 Nov bad"},
        {"and no others",
         acme("every = '90d'") + touch("2026-10-05") +
             of("acme", "[[fact]]", "2026-10-20", "every = '1w'"),
         ""},
        {"do not contact", acme(monthly, "status = 'do-not-contact'") + touch("2026-10-05"), ""},
        {"former", acme(monthly, "status = 'former'") + touch("2026-10-05"), ""},
        {"its day is before the book began",
         table("[book]", "started = 2026-11-05") + acme(monthly) + touch("2026-10-05"), ""},
        {"its day is before they were added",
         acme(monthly, "added = 2026-11-05") + touch("2026-10-05"), ""},
    };
    check_cases(Measure::follow_ups, rows, "2026-11-01", "2026-11-22");
  }

  TEST_CASE("R20: a follow-up of today counts once it is good or the day is over") {
    // 24 Oct + 30 d = Mon 23 Nov.
    const std::string text = acme("every = '30d'") + touch("2026-10-24");
    CHECK(cases(Measure::follow_ups, text, "2026-11-23", "2026-11-23") == "Mon 23 Nov open");
    CHECK(cases(Measure::follow_ups, text + touch("2026-11-23"), "2026-11-23", "2026-11-23") ==
          "Mon 23 Nov good");
    CHECK(cases(Measure::follow_ups, text, "2026-11-23", "2026-11-23", "2026-11-24T08:00") ==
          "Mon 23 Nov bad");
  }
}

}  // namespace care::test
