#pragma once

#include "review/past.hpp"

namespace care {

enum class Counts { once_over, always };

/// The cases of one customer (R20), counted and, where somebody asks for them, listed.
class Cases {
 public:
  explicit Cases(const Past& past, std::vector<ReviewCase>* list = nullptr)
      : past_{past}, list_{list} {}

  /// A case, of which `last` is the last day or moment on which it could still turn out good; left
  /// out where that is not a day of the period, or from before they were there. `words` says what
  /// it is about.
  template <class Words>
  void add(Measure measure, const When& last, bool is_good, Position at, const Words& words,
           Counts counts = Counts::once_over) {
    if (!exists(last.day)) return;
    const bool is_counted = counts == Counts::always || is_good || past_.view.is_past(last);
    if (is_counted) {
      Tally& tally = tallies_[static_cast<std::size_t>(measure)];
      ++tally.total;
      if (is_good) ++tally.good;
    }
    if (list_ != nullptr) list_->push_back({measure, last.day, is_counted, is_good, words(), at});
  }
  template <class Words>
  void add(Measure measure, Date last, bool is_good, Position at, const Words& words,
           Counts counts = Counts::once_over) {
    add(measure, When{last, std::nullopt}, is_good, at, words, counts);
  }

  [[nodiscard]] const std::array<Tally, measure_count>& tallies() const { return tallies_; }

 private:
  [[nodiscard]] bool exists(Date day) const {
    return past_.view.has(day) && !(past_.book.started && day < *past_.book.started) &&
           !(past_.customer.added && day < *past_.customer.added);
  }

  const Past& past_;
  std::vector<ReviewCase>* list_;
  std::array<Tally, measure_count> tallies_{};
};

// Each group of measures; those of one who is not active are promises and requests alone.
void add_follow_ups(const Past& past, Cases& cases);
void add_promises(const Past& past, Cases& cases);
void add_requests(const Past& past, Cases& cases);
void add_thanks(const Past& past, Cases& cases);
void add_talks(const Past& past, Cases& cases);
void add_wow(const Past& past, Cases& cases);
void add_occasions(const Past& past, Cases& cases);
void add_plans(const Past& past, Cases& cases);

/// All of them.
inline void add_cases(const Past& past, Cases& cases) {
  add_promises(past, cases);
  add_requests(past, cases);
  if (!past.is_active()) return;
  add_follow_ups(past, cases);
  add_thanks(past, cases);
  add_talks(past, cases);
  add_wow(past, cases);
  add_occasions(past, cases);
  add_plans(past, cases);
}

}  // namespace care
