#include "review/support.hpp"

namespace care::test {

TEST_SUITE("review") {
  TEST_CASE("R20: the steps of plans") {
    const auto plan = [](std::string_view starts, std::string_view more = "") {
      return table("[[plan]]", "name = 'welcome'", "starts = '" + std::string{starts} + "'",
                   "from = 2026-01-01",
                   "steps = [{ after = '2wd', what = 'Call' }, { after = '1w', what = 'Card' }]",
                   more);
    };
    const auto done = [](std::string_view on, std::string_view more = "") {
      return touch(on, "plan = 'welcome'", more);
    };
    const std::string new_one = acme("since = 2026-11-02");
    const std::string strained = touch("2026-11-02", "mood = 'strained'");
    const std::string good = "mood = 'content'";
    const CaseRow rows[] = {
        // Since Mon 2 Nov: Wed 4 Nov. Done that day: Wed 11 Nov.
        {"both in time", plan("new") + new_one + done("2026-11-04") + done("2026-11-11"),
         "Wed 4 Nov good, Wed 11 Nov good"},
        {"the second is due from when the first was done",
         plan("new") + new_one + done("2026-11-06") + done("2026-11-14"),
         "Wed 4 Nov bad, Fri 13 Nov bad"},
        {"what never came up is no case", plan("new") + new_one, "Wed 4 Nov bad"},
        {"a later start in time",
         plan("purchase") + acme() + purchase("2026-11-02") + done("2026-11-03") +
             purchase("2026-11-10"),
         "Wed 4 Nov good, Thu 12 Nov bad"},
        {"a later start too late",
         plan("purchase") + acme() + purchase("2026-11-02") + done("2026-11-03") +
             purchase("2026-11-11"),
         "Wed 4 Nov good, Tue 10 Nov bad, Fri 13 Nov bad"},
        {"a reply in time",
         plan("new", "ends_on_reply = true") + new_one + touch("2026-11-03", "from = 'them'"), ""},
        {"a reply too late",
         plan("new", "ends_on_reply = true") + new_one + touch("2026-11-05", "from = 'them'"),
         "Wed 4 Nov bad"},
        {"the strained state ends in time",
         plan("strained") + acme() + strained + touch("2026-11-03", good) +
             touch("2026-11-04", good),
         ""},
        {"the strained state ends later",
         plan("strained") + acme() + strained + touch("2026-11-03", good) +
             touch("2026-11-05", good),
         "Wed 4 Nov bad"},
        {"of every strained state",
         plan("strained") + acme() + strained + done("2026-11-03", good) +
             touch("2026-11-05", good) + touch("2026-11-12", "mood = 'strained'"),
         "Wed 4 Nov good, Mon 16 Nov bad"},
    };
    check_cases(Measure::plans, rows, "2026-11-01", "2026-11-22");
  }

  TEST_CASE("R20: own plans") {
    const auto own = [](std::string_view more) {
      return acme() + table("[[customer.plan]]", "what = 'grease'", more);
    };
    const std::string weekly = "from = 2026-11-02\nevery = '1w'";
    const auto done = [](std::string_view on) { return touch(on, "plan = 'grease'"); };
    const CaseRow rows[] = {
        {"each occurrence", own(weekly), "Mon 2 Nov bad, Mon 9 Nov bad, Mon 16 Nov bad"},
        // Half of 7 days is 3.
        {"up to half an interval early", own(weekly) + done("2026-11-06") + done("2026-11-12"),
         "Mon 2 Nov bad, Mon 9 Nov good, Mon 16 Nov bad"},
        {"until", own(weekly + "\nuntil = 2026-11-09"), "Mon 2 Nov bad"},
        {"once, done long before", own("from = 2026-11-10") + done("2026-10-01"),
         "Tue 10 Nov good"},
        {"once, done late", own("from = 2026-11-10") + done("2026-11-11"), "Tue 10 Nov bad"},
        {"on a Saturday: to do on Monday", own("from = 2026-11-14") + done("2026-11-16"),
         "Mon 16 Nov good"},
        {"planned later",
         acme() + table("[[plan]]", "customer = 'acme'", "what = 'grease'", "from = 2026-11-10",
                        "on = 2026-11-23"),
         ""},
    };
    check_cases(Measure::plans, rows, "2026-11-01", "2026-11-22");
  }
}

}  // namespace care::test
