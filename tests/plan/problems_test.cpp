#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

/// The problems of a day: `warning former-but-open 5`, with the line that each stands at.
Shown problems(std::string_view text, std::string_view now = "2026-11-23") {
  const Reading reading = book(text);
  Shown lines;
  for (const Problem& problem : problems_on(reading.book, at(now))) {
    CHECK(!problem.what.empty());
    CHECK(!problem.instead.empty());
    lines.push_back(std::string{word(problem.severity)} + " " + std::string{problem.code} + " " +
                    std::to_string(problem.at.line));
  }
  return lines;
}

const Shown none;
const std::string one = acme();  // three lines

}  // namespace

TEST_CASE("a sound book of the past has no problems on any day") {
  CHECK(problems(one + touch("2026-11-23") + purchase("2026-11-23") + promise("2027-01-01") +
                 request("2026-11-23") + snooze("2026-11-23", "2026-11-30")) == none);
}

TEST_CASE("a record that is dated after today is a note, and counts from its day on") {
  const Shown records = {
      touch("2026-11-24"),
      purchase("2026-11-24"),
      snooze("2026-11-24", "2026-11-30"),
      of("acme", "[[ready]]", "2026-11-24", "what = 'gala'"),
      request("2026-11-24"),
      request("2026-11-23", "closed = 2026-11-24", "outcome = 'done'"),
      promise("2026-12-01", "made = 2026-11-24"),
      promise("2026-12-01", "kept = 2026-11-24"),
  };
  for (const std::string& record : records) {
    CAPTURE(record);
    const Reading reading = read_text(one + record);
    const auto found = problems_on(reading.book, at("2026-11-23"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "future-record");
    CHECK(found[0].severity == Severity::note);
    CHECK(found[0].at.line == 4);
    CHECK(problems_on(reading.book, at("2026-11-24")).empty());
  }
}

TEST_CASE("R13: a snooze beyond what is allowed is a problem, at its own line") {
  const std::string four = snooze("2026-11-20", "2026-11-21") + snooze("2026-11-21", "2026-11-22") +
                           snooze("2026-11-22", "2026-11-23") + snooze("2026-11-23", "2026-11-24");
  CHECK(problems(one + four) == Shown{"error snooze-not-allowed 19"});
  CHECK(problems(acme("mood = 'strained'") + touch("2026-10-23") +
                 snooze("2026-11-20", "2026-12-24")) == Shown{"error snooze-not-allowed 8"});
  CHECK(problems(acme("status = 'former'") + four) == none);
}

TEST_CASE("a former customer with an open request or promise is a problem") {
  const std::string former = acme("status = 'former'");
  CHECK(problems(former + promise("2027-11-23")) == Shown{"warning former-but-open 5"});
  CHECK(problems(former + request("2026-11-23")) == Shown{"warning former-but-open 5"});
  CHECK(problems(former + request("2026-11-23", "urgent = true")) ==
        Shown{"warning former-but-open 5"});
  CHECK(problems(former + promise("2027-11-23", "kept = 2026-11-23")) == none);
  CHECK(problems(one + promise("2027-11-23")) == none);
  CHECK(problems(customer("gone", "status = 'former'") + customer("here") +
                 customer("away", "status = 'former'") +
                 table("[[promise]]", "customer = 'gone'", "what = 'it'", "due = 2026-12-01") +
                 table("[[promise]]", "customer = 'away'", "what = 'it'", "due = 2026-12-01")) ==
        Shown{"warning former-but-open 12", "warning former-but-open 16"});
}

TEST_CASE("a birthday on which nobody who lives was born is a note") {
  for (const std::string year : {"1604", "1906-11-22", "1900", "2027"}) {
    CAPTURE(year);
    const std::string day = year.size() == 4 ? year + "-05-12" : year;
    const Shown expected = day == "1906-11-22" ? none : Shown{"note impossible-birthday 4"};
    CHECK(problems(acme("birthday = " + day)) == expected);
  }
  CHECK(problems(acme("birthday = 2026-11-23")) == none);
  CHECK(problems(acme("birthday = 2026-11-24")) == Shown{"note impossible-birthday 4"});
  CHECK(problems(acme("birthday = '05-12'")) == none);
  CHECK(problems(one + "[[customer.contact]]\nname = 'Ann'\nbirthday = 1604-05-12\n") ==
        Shown{"note impossible-birthday 6"});
}

TEST_CASE("never without a reason is told, as long as it holds") {
  const std::string never = acme("every = 'never'");
  CHECK(problems(never) == Shown{"warning no-next-touch 4"});
  CHECK(problems(acme("every = 'never'", "because = 'they call'")) == none);
  const auto fact = [](std::string_view line) {
    return "[[fact]]\ncustomer = 'acme'\non = 2026-11-23\n" + std::string{line} + "\n";
  };
  CHECK(problems(never + fact("because = 'they call'")) == none);
  CHECK(problems(never + fact("because = 'they call'"), "2026-11-22").size() == 1);
  CHECK(problems(one + fact("every = 'never'")) == Shown{"warning no-next-touch 7"});
}

TEST_CASE("a problem quotes 60 columns of a text, no more") {
  const auto books = [](const std::string& text) {
    const std::string what = "what = '" + text + "'";
    return std::vector<std::string>{
        acme("status = 'former'") +
            table("[[promise]]", "customer = 'acme'", what, "due = 2027-11-23"),
        one + touch("2026-11-20", "plan = '" + text + "'"),
        one + touch("2026-11-20", "greeted = '" + text + "'"),
        one + touch("2026-11-19", "wow = '" + text + "'") +
            touch("2026-11-20", "wow = '" + text + "'"),
        table("[[plan]]", "name = '" + text + "'", "starts = 'new'", "tags = ['x']",
              "from = 2020-01-01", "steps = [{ after = '1wd', what = 'mail' }]") +
            one,
        table("[[message]]", "name = 'm'", "for = '" + text + "'", "text = 'x'") + one,
    };
  };
  const auto quotes = [](const std::string& text, const std::string& quoted) {
    const Reading reading = book(text);
    const auto found = problems_on(reading.book, at("2026-11-23"));
    return found.size() == 1 && found[0].what.find('"' + quoted + '"') != std::string::npos;
  };
  const std::string fits(60, 'a');
  for (const std::string& text : books(fits)) CHECK_MESSAGE(quotes(text, fits), text);
  const std::string cut = std::string(59, 'a') + "…";
  for (const std::string& text : books(fits + "a")) CHECK_MESSAGE(quotes(text, cut), text);
}
