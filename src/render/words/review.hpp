#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <care/render_review.hpp>
#include "render/words/items.hpp"

namespace care {

inline constexpr int fewest_cases = 5;  ///< that a rate is judged by

/// How one measure went (R20). No percent is said without its counts.
struct MeasureWords {
  Measure measure = Measure::follow_ups;
  std::string_view name;  ///< `promises kept on time`
  Tally now, before;
  std::string change;    ///< in points: `+4`, `-12`, `=`, `new`
  Ink ink = Ink::plain;  ///< of the change: good or late, where there are enough cases to judge
  bool is_weakest = false;
};
/// One of the four factors of loyalty, and those of its measures that have a case.
struct FactorWords {
  std::string title;  ///< `REAL`
  std::vector<MeasureWords> measures;
};

/// How many are in a state (R21), and were.
struct StateWords {
  Loyalty state = Loyalty::satisfied;
  std::string_view name;  ///< `satisfied, not loyal`
  Ink ink = Ink::plain;
  int now = 0, before = 0;
};

/// Each owner's cases; those whom it shows stand in the book's order, not by how they do.
struct OwnersWords {
  std::vector<std::string_view> columns;
  struct Row {
    std::string name;
    std::vector<std::string> cells;  ///< `8 of 8`
  };
  std::vector<Row> rows;
};

struct Sentence {
  std::string text;
  Ink ink = Ink::plain;
};

/// Somebody to call.
struct PersonWords {
  std::string id, who;
  std::string heard;  ///< `heard 13 Aug`
  std::string owner;  ///< empty where there is no need to say it
};
/// Those of one state.
struct PeopleWords {
  std::string_view title;
  std::string advice;  ///< what to do next
  std::vector<PersonWords> people;
  std::string rest;  ///< how many more, and where; empty where these are all
};

/// What a load is (R22): of the house first, then of each owner.
struct LoadWords {
  std::string id;  ///< `load-all`, `load-0`
  std::string name;
  Load load;
};

/// What a review says, once for every format. All of it is neutralised.
struct ReviewWords {
  std::string title, whose;
  std::string counts;              ///< `61 customers, 412 contacts`
  std::string summary;             ///< the same, and what it is compared with
  std::vector<Sentence> moves;     ///< who became loyal, and who slipped
  std::vector<StateWords> states;  ///< the best first; none where there is nobody
  std::vector<FactorWords> factors;
  OwnersWords owners;               ///< no rows where fewer than two have a case
  std::vector<Sentence> sentences;  ///< what went well, the one thing to mend, the rest
  std::vector<LoadWords> loads;
  std::vector<PeopleWords> lists;
  std::string next;      ///< what to do with them; empty where there is none
  std::string_view now;  ///< `now`, or of a period that is over `then`
  bool of_one = false;   ///< a book of one person, whose page fits a screen
};
[[nodiscard]] ReviewWords words_of(const ReviewPage& page);

/// `18 of 20`.
[[nodiscard]] std::string counts_words(Tally tally);
/// `18 of 20 (90 %)`.
[[nodiscard]] std::string tally_words(Tally tally);
/// `158`, `2.5`: no finer than anybody needs.
[[nodiscard]] std::string amount_words(double amount);
/// `158 contacts`, `1 contact`.
[[nodiscard]] std::string contacts_words(double amount);
/// Of that many cells, how many are full; some where any are good, never all where any are not.
[[nodiscard]] int cells_of(Tally tally, int all);

/// Whether the book began after the period, so that nothing is known of it.
[[nodiscard]] bool begins_later(const Review& review);
/// Whether it speaks of a day that is over; then nothing `is`, and much has changed since.
[[nodiscard]] bool is_past(const Review& review);

// The parts of it.

/// Who moved where (R21), as `2 became loyal (verde, quail)`.
[[nodiscard]] std::vector<Sentence> move_sentences(const Review& review);
/// R22 and R23 in words.
[[nodiscard]] std::vector<Sentence> review_sentences(const ReviewPage& page);

}  // namespace care
