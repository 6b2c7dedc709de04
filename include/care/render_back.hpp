#pragma once

#include <care/report_back.hpp>
#include <care/report_table.hpp>
#include <care/review.hpp>

namespace care {

// Reports of rows as tables that every format writes.

/// What happened, by day; programs get every key of every record as a column. `has_numbers` adds
/// where each stands.
[[nodiscard]] Table journal_table(const Book& book, Moment now, const JournalSelection& selection,
                                  bool has_numbers);
/// What is open, by target.
[[nodiscard]] Table open_table(const Book& book, Moment now, const Selection& selection);
/// What returns, by day.
[[nodiscard]] Table dates_table(const Book& book, Moment now, Date from, Date to,
                                const Selection& selection);
/// What the measures of a review count of one customer, and where it stands.
[[nodiscard]] Table cases_table(const Book& book, Moment now, CustomerIndex customer,
                                Period period);
/// Where words stand, with the words around them.
[[nodiscard]] Table hits_table(const Book& book, Moment now, const std::vector<std::string>& words);

}  // namespace care
