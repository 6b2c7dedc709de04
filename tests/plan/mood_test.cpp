#include "books.hpp"

using namespace care;
using namespace care::test;

TEST_CASE("R5: strained sets the state, and two good talks in a row end it") {
  struct Row {
    std::string name;
    std::string text;
    bool expected;
  };
  const auto mood = [](std::string_view on, std::string_view how, std::string_view more = "") {
    return touch(on, "mood = '" + std::string{how} + "'", more);
  };
  const std::string bad = acme() + mood("2026-11-02", "strained");
  const Row rows[] = {
      {"nothing is known", acme(), false},
      {"the state before any touch", acme("mood = 'strained'"), true},
      {"another state before any touch", acme("mood = 'content'"), false},
      {"a strained talk", bad, true},
      {"a strained attempt", acme() + mood("2026-11-02", "strained", "reached = false"), true},
      {"one good talk is not enough", bad + mood("2026-11-03", "content"), true},
      {"nor after the state before any touch",
       acme("mood = 'strained'") + mood("2026-11-03", "content"), true},
      {"two are", bad + mood("2026-11-03", "content") + mood("2026-11-04", "delighted"), false},
      {"two of the same day", bad + mood("2026-11-03", "content") + mood("2026-11-03", "content"),
       false},
      {"two good talks end the state before any touch, too",
       acme("mood = 'strained'") + mood("2026-11-03", "content") + mood("2026-11-04", "content"),
       false},
      {"talks without a mood do not count", bad + touch("2026-11-03") + touch("2026-11-04"), true},
      {"nor do they break the row",
       bad + mood("2026-11-03", "content") + touch("2026-11-04") + mood("2026-11-05", "content"),
       false},
      {"an unreached one breaks the row",
       bad + mood("2026-11-03", "content") + mood("2026-11-04", "content", "reached = false") +
           mood("2026-11-05", "content"),
       true},
      {"and the row starts anew after it",
       bad + mood("2026-11-03", "content", "reached = false") + mood("2026-11-04", "content") +
           mood("2026-11-05", "content"),
       false},
      {"an unreached one is not the second",
       bad + mood("2026-11-03", "content") + mood("2026-11-04", "content", "reached = false"),
       true},
      {"a strained one breaks the row",
       bad + mood("2026-11-03", "content") + mood("2026-11-04", "strained") +
           mood("2026-11-05", "content"),
       true},
      {"good talks before the strained one count for nothing",
       acme() + mood("2026-11-01", "content") + bad.substr(acme().size()) +
           mood("2026-11-03", "content"),
       true},
      {"strained again after the row",
       bad + mood("2026-11-03", "content") + mood("2026-11-04", "content") +
           mood("2026-11-05", "strained"),
       true},
      {"by date, not by place in the file",
       acme() + mood("2026-11-04", "content") + mood("2026-11-03", "content") +
           mood("2026-11-02", "strained"),
       false},
      {"of one day by place in the file",
       acme() + mood("2026-11-02", "content") + mood("2026-11-02", "content") +
           mood("2026-11-02", "strained"),
       true},
      {"whatever their times of day",
       acme() + mood("2026-11-02T10:00", "content") + mood("2026-11-02T11:00", "content") +
           mood("2026-11-02T09:00", "strained"),
       true},
      {"a talk of today counts", acme() + mood("2026-11-23", "strained"), true},
      {"one that is still to come does not", acme() + mood("2026-11-24", "strained"), false},
      {"their own calls count",
       bad + mood("2026-11-03", "content", "from = 'them'") +
           mood("2026-11-04", "content", "from = 'them'"),
       false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Reading reading = book(row.text);
    CHECK(plan_customer(reading.book, 0, at("2026-11-23")).strained == row.expected);
  }
}
