#include <care/report.hpp>

#include "books.hpp"
#include "examples.hpp"

using namespace care;
using namespace care::test;

namespace {

bool says(const Account& steps, std::string_view rule, std::string_view words) {
  return std::ranges::any_of(steps, [&](const Step& step) {
    return step.rule == rule && step.text.find(words) != std::string::npos;
  });
}

/// `R4 <line>: text` of every step that has to do with a rule.
Shown steps(std::string_view text, std::string_view rule, std::string_view now = "2026-11-23") {
  const Reading reading = read_text(text);
  Shown lines;
  for (const Step& step : derive(reading.book, 0, at(now)).steps) {
    if (step.rule == rule) lines.push_back(std::to_string(step.at.line) + ": " + step.text);
  }
  return lines;
}

}  // namespace

TEST_CASE("the derivation of each item of an agenda names the day on which it is due") {
  for (const std::string_view name : {"corner-shop.toml", "saguaro"}) {
    const Reading reading = example(name);
    REQUIRE(reading.book.customers.size() > 5);
    for (const std::string_view today : {"2026-11-23", "2026-11-29", "2026-12-24", "2027-02-28"}) {
      const Moment now = at(today);
      std::size_t place = 0;
      const Agenda agenda = agenda_of_today(reading.book, now, {});
      CHECK(agenda.entries.size() > 3);
      for (const Entry& entry : agenda.entries) {
        ++place;
        REQUIRE(entry.customer.has_value());
        const Account steps = derive(reading.book, *entry.customer, now).steps;
        CAPTURE(reading.book.customers[*entry.customer].id);
        for (const Item& item : entry.items) {
          CAPTURE(words(item));
          const std::string_view rule = rule_of(item.kind);
          if (item.kind != Kind::no_plan) {
            CHECK(says(steps, rule, iso(item.due.day)));
          }
          CHECK(says(steps, "R10",
                     std::string{word(item.kind)} + ": class " +
                         std::to_string(number_of(item.urgency)) + ", " +
                         std::string{word(item.when)}));
        }
        CHECK(says(steps, "R10",
                   "so it is entry " + std::to_string(place) + " of " +
                       std::to_string(agenda.entries.size())));
      }
    }
  }
}

TEST_CASE("the derivation of one who is not on the agenda says so") {
  for (const std::string_view name : {"corner-shop.toml", "saguaro"}) {
    const Reading reading = example(name);
    const Moment now = at("2026-11-23");
    const std::string listed = " " + ids(agenda_of_today(reading.book, now, {})) + " ";
    for (CustomerIndex i = 0; i < reading.book.customers.size(); ++i) {
      const Customer& customer = reading.book.customers[i];
      if (customer.status == Status::former) continue;
      CAPTURE(customer.id);
      const bool there = listed.find(" " + std::string{customer.id} + " ") != std::string::npos;
      CHECK(says(derive(reading.book, i, now).steps, "R10", "so it is not on today's agenda") ==
            !there);
    }
  }
}

TEST_CASE("a derivation tells each date with the line that it rests on") {
  CHECK(steps(acme("every = '30d'") + touch("2026-10-23"), "R4") ==
        Shown{"4: cadence: every 30 days, from the customer's own `every`",
              "5: base: Fri 2026-10-23 (the last touch)",
              "5: due Sun 2026-11-22: Fri 2026-10-23 + 30 days (30 days)",
              "0: so the follow-up is due Sun 2026-11-22, to do on Mon 2026-11-23: today"});
  CHECK(steps(acme("since = 2026-11-19"), "R4") ==
        Shown{"0: cadence: every 30 days, from policy `every` (default)",
              "4: base: Thu 2026-11-19 (never contacted: customer since)",
              "0: first contact within 2 working days (default): due Mon 2026-11-23",
              "0: so the follow-up is due Mon 2026-11-23, to do on Mon 2026-11-23: today"});
}

TEST_CASE("a derivation tells what is left out, and why") {
  const std::string talked = acme() + touch("2026-10-23");
  CHECK(steps(talked + snooze("2026-11-20", "2026-12-01"), "R15") ==
        Shown{"0: follow_up: left out, snoozed"});
  CHECK(steps(talked + snooze("2026-11-20", "2026-12-01"), "R13") ==
        Shown{"7: snoozed until Tue 2026-12-01 because \"move\""});
  CHECK(steps(acme(no_follow_up) + snooze("2026-11-20", "2026-12-01"), "R13") ==
        Shown{"6: snoozed until Tue 2026-12-01 because \"move\": nothing to hide"});
  CHECK(steps(talked + attempt("2026-11-23"), "R15") ==
        Shown{"0: follow_up: left out, waits for the next try"});
  CHECK(steps(acme("status = 'former'"), "R15") == Shown{"4: status \"former\": on no agenda"});
  CHECK(steps(acme("status = 'former'"), "R10").empty());
  CHECK(steps(acme("status = 'do-not-contact'") + touch("2026-10-23"), "R15").at(1) ==
        "0: follow_up: left out, do not contact");
  CHECK(steps(acme() + touch("2026-11-20"), "R10") ==
        Shown{"0: follow_up: not yet", "0: so it is not on today's agenda"});
}

TEST_CASE("R12: a derivation tells whom the limit left out") {
  const std::string two = policy("per_day = 1") + customer("b") +
                          of("b", "[[touch]]", "2026-10-23") + customer("a") +
                          of("a", "[[touch]]", "2026-10-01");
  CHECK(steps(two, "R12") == Shown{"0: over today's limit of 1 plain entries: left out until it "
                                   "has grown more urgent"});
}

TEST_CASE("R14: a derivation tells whose it is, and who stands in") {
  const std::string nick = table("[[staff]]", "id = 'nick'", "name = 'Nick'", "backup = 'ana'",
                                 "away = [{ from = 2026-11-23, to = 2026-11-23 }]") +
                           table("[[staff]]", "id = 'ana'", "name = 'Ana'");
  CHECK(steps(nick + acme("owner = 'nick'"), "R14") ==
        Shown{"12: owner: nick, from the customer's own `owner`",
              "1: nick is away today: ana stands in"});
  CHECK(steps("[book]\nowner = 'ana'\n" + nick + acme(), "R14") ==
        Shown{"2: owner: ana, from the book's `owner`"});
  CHECK(steps(acme(), "R14") == Shown{"0: owner: nobody, so it is on everybody's agenda"});
}

TEST_CASE("R4: a derivation tells from when the first contact counts") {
  const std::string started = "[book]\nstarted = 2026-11-19\n";
  CHECK(steps(started + acme("since = 2026-11-10"), "R4").at(1) ==
        "2: base: Thu 2026-11-19 (never contacted: the book began)");
  CHECK(steps(acme(), "R4").at(1) ==
        "0: base: Mon 2026-11-23 (never contacted, and no date to count from: today)");
}

TEST_CASE("R5: a derivation tells since when they are strained, and when it ended") {
  const auto mood = [](std::string_view on, std::string_view how) {
    return touch(on, "mood = '" + std::string{how} + "'");
  };
  CHECK(steps(acme() + mood("2026-11-02", "strained") + mood("2026-11-03", "strained"), "R5") ==
        Shown{"4: strained since Mon 2026-11-02"});
  CHECK(steps(acme("mood = 'strained'") + mood("2026-11-02", "strained") +
                  mood("2026-11-03", "content") + mood("2026-11-04", "content"),
              "R5") ==
        Shown{"4: mood before any touch: strained",
              "13: no longer strained on Wed 2026-11-04: the second good talk in a row"});
  CHECK(steps(acme(), "R5").empty());
}
