#include "render/words/periods.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

namespace care {
namespace {

constexpr int months_in_quarter = 3;
constexpr int months_in_year = 12;

int month_of(Date day) { return static_cast<int>(static_cast<unsigned>(civil(day).month())); }

/// How many whole months of one year it is; 0 where it is not.
int whole_months(Period period) {
  const bool whole = number_of(period.from) == 1 &&
                     number_of(period.to + std::chrono::days{1}) == 1 &&
                     year_of(period.from) == year_of(period.to);
  return whole ? month_of(period.to) - month_of(period.from) + 1 : 0;
}

std::string written(Period period, bool says_year) {
  const auto month = [](Date day) { return month_name(civil(day).month()); };
  const auto day = [&](Date date) { return fmt::format("{} {}", number_of(date), month(date)); };
  const std::string year = says_year ? fmt::format(" {}", year_of(period.to)) : "";
  const int months = whole_months(period);
  if (months == months_in_year) return fmt::to_string(year_of(period.to));
  if (months == 1) return fmt::format("{}{}", month(period.to), year);
  if (months > 1) return fmt::format("{} to {}{}", month(period.from), month(period.to), year);
  if (period.from == period.to) return day(period.to) + year;
  if (year_of(period.from) != year_of(period.to)) {
    return fmt::format("{} {} to {} {}", day(period.from), year_of(period.from), day(period.to),
                       year_of(period.to));
  }
  return fmt::format("{} to {}{}", day(period.from), day(period.to), year);
}

}  // namespace

std::string period_words(Period period) { return written(period, true); }

std::string period_words(Period period, Period beside) {
  return written(period, year_of(period.to) != year_of(beside.to));
}

std::string before_words(Period period, Period previous) {
  const int months = whole_months(period);
  switch (whole_months(previous) == months ? months : 0) {
    case 1: return "the month before";
    case months_in_quarter: return "the quarter before";
    case months_in_year: return "the year before";
    default: break;
  }
  const auto days = (period.to - period.from).count() + 1;
  return days == 1 ? "the day before" : fmt::format("the {} days before", days);
}

}  // namespace care
