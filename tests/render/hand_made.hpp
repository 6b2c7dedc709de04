#pragma once

#include <care/render_review.hpp>

#include <string>

#include "books.hpp"

// Reviews put together by hand, as review() would fill them in.

namespace care::test {

struct HandMade {
  Reading reading;
  Review review;

  HandMade(const std::string& text, std::string_view from, std::string_view to,
           std::string_view now = "2026-11-23")
      : reading{read_text(text)},
        review{.book = &reading.book,
               .now = at(now),
               .then = at(now),
               .period = {day(from), day(to)},
               .previous = with_previous({day(from), day(to)}).previous,
               .owner = std::nullopt} {
    review.customers = reading.book.customers.size();
    for (Measured& measured : review.measures) measured.owners.resize(reading.book.staff.size());
    review.owner_loads.resize(reading.book.staff.size());
  }
  HandMade(const HandMade&) = delete;
  HandMade& operator=(const HandMade&) = delete;

  void measure(Measure measure, Tally now, Tally before, std::vector<Tally> owners = {}) {
    Measured& measured = review.measures.at(static_cast<std::size_t>(measure));
    measured.now = now;
    measured.before = before;
    std::ranges::copy(owners, measured.owners.begin());
  }
  void state(Loyalty state, int now, int before) {
    review.loyalty.at(static_cast<std::size_t>(state)) = now;
    review.loyalty_before.at(static_cast<std::size_t>(state)) = before;
  }
  /// A year of weeks up to the end of the period, so many contacts of each and of nobody.
  void weeks(const std::vector<int>& contacts) {
    for (int i = 51; i >= 0; --i) {
      std::vector<int> week;
      for (std::size_t k = 0; k < contacts.size(); ++k) {
        week.push_back(std::max(0, contacts[k] + (i * 7 + static_cast<int>(k) * 5) % 6 - 3));
      }
      review.weeks.push_back({review.period.to - std::chrono::days{7 * i}, week});
    }
  }
};

/// A house of three owners and some customers, in the quarter of the sketch.
inline void fill_house(HandMade& made) {
  using enum Measure;
  made.measure(promises, {18, 20}, {12, 14}, {{8, 8}, {6, 7}, {4, 5}});
  made.measure(solutions, {24, 33}, {19, 24}, {{9, 11}, {8, 13}, {7, 9}});
  made.measure(emergencies_solved, {6, 6}, {4, 4}, {{6, 6}, {}, {}});
  made.measure(heard, {131, 214}, {94, 180}, {{52, 70}, {30, 68}, {49, 76}});
  made.measure(thanked, {88, 214}, {79, 180}, {{31, 70}, {14, 68}, {43, 76}});
  made.measure(occasions, {21, 26}, {});
  made.measure(wow, {17, 55}, {15, 51});
  made.measure(follow_ups, {96, 131}, {80, 111}, {{38, 44}, {25, 41}, {33, 46}});
  made.measure(answers, {27, 33}, {18, 22});
  made.measure(thanks, {11, 19}, {12, 18}, {{6, 7}, {2, 8}, {3, 4}});
  made.measure(plans, {32, 36}, {});
  using enum Loyalty;
  made.state(loyal, 9, 8);
  made.state(returning, 14, 14);
  made.state(recommending, 3, 3);
  made.state(newcomer, 4, 6);
  made.state(satisfied, 22, 21);
  made.state(silent, 5, 4);
  made.state(strained, 4, 3);
  Review& review = made.review;
  review.customers = 61;
  review.contacts = 412;
  review.moved = {{0, returning, loyal}, {1, satisfied, loyal}, {2, loyal, strained}};
  review.weakest = thanked;
  review.deficiencies = {{1, thanks, {2, 8}, {9, 11}}, {1, heard, {30, 68}, {101, 146}}};
  review.attention = {3.2, 1.8, 1.8};
  review.load = {158.2, 137.3};
  review.owner_loads = {{52, 50}, {61, 40}, {45.2, 47.3}};
  review.endings = {21, 3, 2, 1};
  review.strained = {{2, 1, day("2026-10-29")}, {3, std::nullopt, std::nullopt}};
  review.silent = {{4, 0, day("2026-02-02")}};
  review.satisfied = {{0, 0, day("2026-08-13")}, {1, 2, day("2026-09-09")}};
  review.purchases = review.referrals = true;
  made.weeks({4, 3, 5, 1});
}

inline std::string house_book() {
  return "[book]\nname = 'Saguaro Elevator Service'\n" +
         table("[[staff]]", "id = 'dana'", "name = 'Dana Whitlock'") +
         table("[[staff]]", "id = 'luis'", "name = 'Luis Ortega'") +
         table("[[staff]]", "id = 'priya'", "name = 'Priya Rao'") +
         table("[[customer]]", "id = 'verde'", "name = 'Bea Lindgren, Verde River Cabins'") +
         table("[[customer]]", "id = 'quail'", "name = 'Quail Run'") +
         table("[[customer]]", "id = 'prescott'", "name = 'Prescott <Hospital> & Sons'") +
         table("[[customer]]", "id = 'kiva'", "name = 'Kiva'") +
         table("[[customer]]", "id = 'harbor'", "name = 'Harbor'");
}

}  // namespace care::test
