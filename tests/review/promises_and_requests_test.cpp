#include "review/support.hpp"

namespace care::test {

TEST_SUITE("review") {
  TEST_CASE("R20: promises") {
    const std::string keeps = "promise = 'p'";
    const auto promised = [](std::string_view due, std::string_view more = "") {
      return promise(due, "id = 'p'", more);
    };
    const CaseRow rows[] = {
        {"kept on the day", acme() + promised("2026-11-10", "kept = 2026-11-10"),
         "Tue 10 Nov good"},
        {"kept late", acme() + promised("2026-11-10", "kept = 2026-11-11"), "Tue 10 Nov bad"},
        {"kept by a touch", acme() + promised("2026-11-10") + touch("2026-11-09", keeps),
         "Tue 10 Nov good"},
        {"not kept", acme() + promised("2026-11-10"), "Tue 10 Nov bad"},
        {"by the hour", acme() + promised("2026-11-10T15:00") + touch("2026-11-10T15:00", keeps),
         "Tue 10 Nov good"},
        {"an hour late", acme() + promised("2026-11-10T15:00") + touch("2026-11-10T16:00", keeps),
         "Tue 10 Nov bad"},
        {"that day, with no hour written",
         acme() + promised("2026-11-10T15:00") + touch("2026-11-10", keeps), "Tue 10 Nov good"},
        {"replaced in time",
         acme() + promised("2026-11-10") +
             promise("2026-11-30", "id = 'q'", "replaces = 'p'", "made = 2026-11-10"),
         ""},
        {"replaced too late",
         acme() + promised("2026-11-10") +
             promise("2026-11-30", "id = 'q'", "replaces = 'p'", "made = 2026-11-11"),
         "Tue 10 Nov bad"},
        {"replaced, nobody knows when",
         acme() + promised("2026-11-10") + promise("2026-11-30", "id = 'q'", "replaces = 'p'"), ""},
        {"do not contact: it stands", acme("status = 'do-not-contact'") + promised("2026-11-10"),
         "Tue 10 Nov bad"},
        {"due later", acme() + promised("2026-11-24", "kept = 2026-11-20"), ""},
    };
    check_cases(Measure::promises, rows, "2026-11-01", "2026-11-23", "2026-11-23T12:00");
  }

  TEST_CASE("R20: a promise of an hour counts once that is past") {
    const std::string text = acme() + promise("2026-11-23T15:00");
    CHECK(counted(Measure::promises, text, "2026-11-01", "2026-11-23", "2026-11-23T15:00") ==
          "0 of 0");
    CHECK(counted(Measure::promises, text, "2026-11-01", "2026-11-23", "2026-11-23T15:01") ==
          "0 of 1");
  }

  TEST_CASE("R20: answers, by 4 hours of working time") {
    // Asked Tue 10 Nov 9:00: to answer by 13:30 + 0:30 = 14:00 (12:30 to 13:30 is closed).
    const auto asked = [](std::string_view more = "") { return request("2026-11-10T09:00", more); };
    const auto answer = [](std::string_view on, std::string_view more = "") {
      return touch(on, "request = 'key'", more);
    };
    const CaseRow rows[] = {
        {"in time", acme() + asked() + answer("2026-11-10T14:00"), "Tue 10 Nov good"},
        {"a minute late", acme() + asked() + answer("2026-11-10T14:01"), "Tue 10 Nov bad"},
        {"that day", acme() + asked() + answer("2026-11-10"), "Tue 10 Nov good"},
        {"by them", acme() + asked() + answer("2026-11-10T10:00", "from = 'them'"),
         "Tue 10 Nov bad"},
        {"an attempt", acme() + asked() + answer("2026-11-10T10:00", "reached = false"),
         "Tue 10 Nov bad"},
        {"an end done is an answer", acme() + asked("closed = 2026-11-10\noutcome = 'done'"),
         "Tue 10 Nov good"},
        {"withdrawn unanswered",
         acme() + asked() + answer("2026-11-10T10:00", "from = 'them'\noutcome = 'withdrawn'"), ""},
        {"withdrawn too late",
         acme() + asked() + answer("2026-11-10T16:00", "from = 'them'\noutcome = 'withdrawn'"),
         "Tue 10 Nov bad"},
        {"never", acme() + asked(), "Tue 10 Nov bad"},
    };
    check_cases(Measure::answers, rows, "2026-11-01", "2026-11-22");
  }

  TEST_CASE("R20: solutions, by a working day") {
    // Asked Tue 10 Nov: to solve by Wed 11 Nov 17:00.
    const auto asked = [](std::string_view more = "") { return request("2026-11-10T09:00", more); };
    const auto then = [](std::string_view on, std::string_view more) {
      return touch(on, "request = 'key'", more);
    };
    const CaseRow rows[] = {
        {"done in time", acme() + asked() + then("2026-11-11T17:00", "outcome = 'done'"),
         "Wed 11 Nov good"},
        {"done late", acme() + asked() + then("2026-11-12", "outcome = 'done'"), "Wed 11 Nov bad"},
        {"an alternative counts by its offer",
         acme() + asked() + then("2026-11-11", "outcome = 'alternative'\noffered = 'a gate'") +
             then("2026-11-20", "answer = 'accepted'"),
         "Wed 11 Nov good"},
        {"offered late",
         acme() + asked() + then("2026-11-12", "outcome = 'alternative'\noffered = 'a gate'") +
             then("2026-11-12", "answer = 'accepted'"),
         "Wed 11 Nov bad"},
        {"refused",
         acme() + asked() + then("2026-11-11", "outcome = 'alternative'\noffered = 'a gate'") +
             then("2026-11-11", "answer = 'refused'"),
         "Wed 11 Nov bad"},
        {"withdrawn in time", acme() + asked() + then("2026-11-11", "outcome = 'withdrawn'"), ""},
        {"withdrawn late", acme() + asked() + then("2026-11-12", "outcome = 'withdrawn'"),
         "Wed 11 Nov bad"},
        {"its own due", acme() + asked("due = 2026-11-20") + then("2026-11-20", "outcome = 'done'"),
         "Fri 20 Nov good"},
        // Wed 9:00 to Thu 9:00 are 7 hours: from Wed 17:00 to Thu 17:00.
        {"what was waited comes on top",
         acme() + asked() + then("2026-11-11T09:00", "waiting = 'their drawing'") +
             then("2026-11-12T09:00", "from = 'them'") + then("2026-11-12", "outcome = 'done'"),
         "Thu 12 Nov good"},
        {"while we wait, the clock stands still",
         acme() + asked() + then("2026-11-11T09:00", "waiting = 'their drawing'"), ""},
    };
    check_cases(Measure::solutions, rows, "2026-11-01", "2026-11-22");
  }

  TEST_CASE("R20: emergencies, in real time") {
    const std::string text = acme() + request("2026-11-14T20:00", "urgent = true") +
                             touch("2026-11-14T20:30", "request = 'key'") +
                             touch("2026-11-15T00:01", "request = 'key'", "outcome = 'done'");
    CHECK(cases(Measure::emergencies_answered, text, "2026-11-01", "2026-11-22") ==
          "Sat 14 Nov good");
    CHECK(cases(Measure::emergencies_solved, text, "2026-11-01", "2026-11-22") == "Sun 15 Nov bad");
    CHECK(cases(Measure::answers, text, "2026-11-01", "2026-11-22") == "");
    CHECK(cases(Measure::solutions, text, "2026-11-01", "2026-11-22") == "");
  }

  TEST_CASE("R22: how requests ended") {
    const auto ended = [](std::string_view id, std::string_view on, std::string_view how) {
      const std::string key = "'" + std::string{id} + "'";
      return table("[[request]]", "customer = 'acme'", "what = 'x'", "asked = 2026-11-01",
                   "id = " + key) +
             touch(on, "request = " + key, how);
    };
    const std::string offer = "outcome = 'alternative'\noffered = 'y'\nanswer = ";
    const Reviewed reviewed{acme() + ended("a", "2026-11-02", "outcome = 'done'") +
                                ended("b", "2026-11-03", "outcome = 'withdrawn'") +
                                ended("c", "2026-11-04", offer + "'accepted'") +
                                ended("d", "2026-11-05", offer + "'refused'") +
                                ended("e", "2026-11-23", "outcome = 'done'"),
                            "2026-11-02", "2026-11-22"};
    const EndingCounts& endings = reviewed.review.endings;
    CHECK(endings.done == 1);
    CHECK(endings.withdrawn == 1);
    CHECK(endings.alternative == 1);
    CHECK(endings.refused == 1);
  }
}

}  // namespace care::test
