#include <care/book_choices.hpp>
#include <care/plan_item.hpp>

#include <ostream>

#include <doctest/doctest.h>

#include <set>
#include <string_view>

using namespace care;

TEST_SUITE("words of the format") {
  TEST_CASE_TEMPLATE("each stands for one thing", Value, Mood, Status, Channel, Outcome, Answer,
                     Anniversaries, LeapDay, Aim) {
    std::set<std::string_view> words;
    std::set<Value> values;
    for (const auto& row : word_rows<Value>) {
      CHECK(word(row.value) == row.word);
      CHECK(meaning_of<Value>(row.word) == row.value);
      words.insert(row.word);
      values.insert(row.value);
    }
    CHECK_FALSE(meaning_of<Value>("nope"));
    CHECK(words.size() == word_rows<Value>.size());
    CHECK(values.size() == word_rows<Value>.size());
  }
}
