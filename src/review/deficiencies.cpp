#include <algorithm>
#include <tuple>

#include "review/groups.hpp"

namespace care {
namespace {

constexpr int enough = 5;  ///< cases, to judge by
constexpr std::int64_t points = 15;

/// How far one rate lies below the other, as a fraction of whole numbers.
struct Gap {
  std::int64_t over = 0, under = 1;
  [[nodiscard]] double value() const {
    return static_cast<double>(over) / static_cast<double>(under);
  }
};

Gap gap_of(Tally theirs, Tally others) {
  const std::int64_t a = theirs.total;
  const std::int64_t b = others.total;
  return {others.good * a - theirs.good * b, a * b};
}

bool is_deficient(Tally theirs, Tally others) {
  constexpr std::int64_t hundred = 100;
  if (theirs.total < enough || others.total < enough) return false;
  const Gap gap = gap_of(theirs, others);
  return hundred * gap.over > points * gap.under;
}

void sort_by_gap(const Book& book, std::vector<Deficiency>& found) {
  const auto key = [&](const Deficiency& one) {
    const Text id = one.owner ? book.staff[*one.owner].id : Text{};
    return std::tuple{-gap_of(one.theirs, one.others).value(), one.measure, id};
  };
  std::ranges::stable_sort(found, {}, key);
}

/// The measure with the lowest rate; a WOW is rare in every house.
std::optional<Measure> weakest_of(const Review& review) {
  std::optional<Measure> weakest;
  Tally lowest;
  for (const MeasureRow& row : measures()) {
    const Tally now = review.measures[static_cast<std::size_t>(row.measure)].now;
    if (row.measure == Measure::wow || now.total < enough) continue;
    if (weakest && gap_of(now, lowest).over <= 0) continue;
    weakest = row.measure;
    lowest = now;
  }
  return weakest;
}

}  // namespace

void find_deficiencies(Review& review, bool has_several_owners) {
  for (const MeasureRow& row : measures()) {
    const Measured& measured = review.measures[static_cast<std::size_t>(row.measure)];
    if (!has_several_owners) {
      if (is_deficient(measured.now, measured.before)) {
        review.deficiencies.push_back({std::nullopt, row.measure, measured.now, measured.before});
      }
      continue;
    }
    for (StaffIndex i = 0; i < measured.owners.size(); ++i) {
      const Tally theirs = measured.owners[i];
      const Tally others{measured.now.good - theirs.good, measured.now.total - theirs.total};
      if (is_deficient(theirs, others)) {
        review.deficiencies.push_back({i, row.measure, theirs, others});
      }
    }
  }
  sort_by_gap(*review.book, review.deficiencies);
  review.weakest = weakest_of(review);
}

}  // namespace care
