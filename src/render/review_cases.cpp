#include <care/render_back.hpp>

#include <fmt/format.h>

namespace care {

Table cases_table(const Book& book, Moment now, CustomerIndex customer, Period period) {
  const auto days = fmt::format("from {} to {}", iso(period.from), iso(period.to));
  Table table{&book,
              now,
              "cases",
              fmt::format("{}: what a review counts {}", book.customers[customer].id, days),
              fmt::format("{}: a review counts nothing {}.", book.customers[customer].id, days),
              {{"", "MEASURE", Look::group}, {"", "DAY"}, {"", ""}, {"", "WHAT", Look::rest}},
              {}};
  table.rows = rows_of(review_cases(book, now, customer, period), [&book](const ReviewCase& one) {
    const MeasureRow& row = measures()[static_cast<std::size_t>(one.measure)];
    const std::string_view verdict = !one.counted ? "not yet" : (one.good ? "good" : "missed");
    return TableRows::Row{
        fmt::format("{} ({})", row.words, row.name), iso(one.day), std::string{verdict},
        fmt::format("{}\n{}", one.what, to_string(book, {one.at.file, one.at.line, 0}))};
  });
  if (table.rows.empty()) table.title.clear();
  return table;
}

}  // namespace care
