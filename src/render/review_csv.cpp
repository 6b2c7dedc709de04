#include <care/render_formats.hpp>
#include <care/text.hpp>
#include "render/escape.hpp"
#include "render/words/people.hpp"

#include <fmt/format.h>

#include <array>

namespace care {
namespace {

constexpr std::array<std::string_view, 10> review_columns{
    "from", "to",    "name", "factor",        "owner",
    "good", "total", "rate", "previous_good", "previous_total"};

std::string rate_cell(Tally tally) {
  return tally.total == 0 ? std::string{}
                          : fmt::format("{:.4f}", static_cast<double>(tally.good) / tally.total);
}

/// A measure of the team, with what was before, or of one owner.
std::string row(const Review& review, const MeasureRow& measure, std::string_view owner, Tally now,
                const std::optional<Tally>& before) {
  return fmt::format("{},{},{},{},{},{},{},{},{},{}\r\n", iso(review.period.from),
                     iso(review.period.to), measure.name, word(measure.factor), csv_field(owner),
                     now.good, now.total, rate_cell(now),
                     before ? fmt::format("{}", before->good) : "",
                     before ? fmt::format("{}", before->total) : "");
}

}  // namespace

std::string review_csv(const ReviewPage& page, const Style& style) {
  const Review& review = page.review;
  std::string out =
      fmt::format("{}{}\r\n", style.bom ? byte_order_mark : "", fmt::join(review_columns, ","));
  for (const MeasureRow& measure : measures()) {
    const Measured& measured = review.measures[static_cast<std::size_t>(measure.measure)];
    out += row(review, measure, {}, measured.now, measured.before);
    for (StaffIndex i = 0; i < measured.owners.size(); ++i) {
      if (measured.owners[i].total == 0) continue;
      out += row(review, measure, review.book->staff[i].id, measured.owners[i], std::nullopt);
    }
  }
  return out;
}

}  // namespace care
