#include <set>

#include "books.hpp"

using namespace care;

TEST_CASE("each kind of item has one row: its word, its rule, its classes") {
  struct Row {
    Kind kind;
    std::string word, rule, classes;
  };
  const Row rows[] = {
      {Kind::emergency, "emergency", "R7", "1 1 1"},
      {Kind::request, "request", "R7", "2 3 8"},
      {Kind::promise, "promise", "R6", "2 3 8"},
      {Kind::birthday, "birthday", "R3", "6 4 8"},
      {Kind::anniversary, "anniversary", "R3", "6 4 8"},
      {Kind::event, "event", "R3", "6 4 8"},
      {Kind::prepare, "prepare", "R3", "4 4 8"},
      {Kind::thanks, "thanks", "R8", "6 6 8"},
      {Kind::plan, "plan", "R17", "6 6 8"},
      {Kind::no_plan, "no_plan", "R10", "7 7 8"},
      {Kind::follow_up, "follow_up", "R4", "7 7 7"},
      {Kind::unreadable, "unreadable", "", "0 0 0"},
  };
  CHECK(kinds.size() == std::size(rows));
  int rank = 0;
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(rank_of(row.kind) == rank++);
    CHECK(word(row.kind) == row.word);
    CHECK(rule_of(row.kind) == row.rule);
    CHECK(parse_kind(row.word) == row.kind);
    std::string classes;
    for (const State state : {State::overdue, State::today, State::coming}) {
      classes +=
          (classes.empty() ? "" : " ") + std::to_string(number_of(urgency_of(row.kind, state)));
    }
    CHECK(classes == row.classes);
  }
  CHECK_FALSE(parse_kind("").has_value());
  CHECK_FALSE(parse_kind("promises").has_value());
}

TEST_CASE("every row of kinds is found by its kind, and no two share a kind or a word") {
  std::set<std::string_view> words;
  for (const KindRow& row : kinds) {
    CHECK(&row_of(row.kind) == &row);
    words.insert(row.word);
  }
  CHECK(words.size() == kinds.size());
}

TEST_CASE("the occasions are birthdays, anniversaries and events") {
  std::string all;
  for (const KindRow& row : kinds) {
    if (is_occasion(row.kind)) all += std::string{row.word} + " ";
  }
  CHECK(all == "birthday anniversary event ");
}

TEST_CASE("the states of an item have their words") {
  CHECK(word(State::overdue) == "overdue");
  CHECK(word(State::today) == "today");
  CHECK(word(State::coming) == "coming");
}
