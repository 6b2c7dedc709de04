#include "books.hpp"

using namespace care;

TEST_CASE("each kind of item has its word and the rule that it comes from") {
  struct Row {
    Kind kind;
    std::string word, rule;
  };
  const Row rows[] = {
      {Kind::emergency, "emergency", "R7"},     {Kind::request, "request", "R7"},
      {Kind::promise, "promise", "R6"},         {Kind::birthday, "birthday", "R3"},
      {Kind::anniversary, "anniversary", "R3"}, {Kind::event, "event", "R3"},
      {Kind::prepare, "prepare", "R3"},         {Kind::thanks, "thanks", "R8"},
      {Kind::no_plan, "no_plan", "R10"},        {Kind::follow_up, "follow_up", "R4"},
      {Kind::unreadable, "unreadable", ""},
  };
  for (const Row& row : rows) {
    CHECK(word(row.kind) == row.word);
    CHECK(rule_of(row.kind) == row.rule);
    CHECK(parse_kind(row.word) == row.kind);
  }
  CHECK_FALSE(parse_kind("").has_value());
  CHECK_FALSE(parse_kind("promises").has_value());
}

TEST_CASE("the states of an item have their words") {
  CHECK(word(State::overdue) == "overdue");
  CHECK(word(State::today) == "today");
  CHECK(word(State::coming) == "coming");
}
