#include <care/review.hpp>

namespace care {

Review review(const Book& book, Moment now, const ReviewSelection& selection) {
  const Date end = selection.period.to;
  Review found{.book = &book,
               .now = now,
               .then = end < day_of(now)
                           ? Moment{end + std::chrono::days{1}} - std::chrono::minutes{1}
                           : now,
               .period = selection.period,
               .previous = selection.previous,
               .owner = selection.owner};
  for (Measured& measured : found.measures) measured.owners.resize(book.staff.size());
  found.owner_loads.resize(book.staff.size());
  return found;
}

std::vector<ReviewCase> review_cases(const Book& /*book*/, Moment /*now*/,
                                     CustomerIndex /*customer*/, Period /*period*/) {
  return {};
}

}  // namespace care
