#include <care/review.hpp>

namespace care {
namespace {

using std::chrono::days;
using std::chrono::months;

/// How many months it takes.
int months_of(LastPeriod which) {
  constexpr int quarter = 3;
  constexpr int year = 12;
  switch (which) {
    case LastPeriod::month: return 1;
    case LastPeriod::quarter: return quarter;
    case LastPeriod::year: return year;
  }
  return 1;
}

}  // namespace

TwoPeriods last_whole(LastPeriod which, Date today) {
  const auto civil_day = civil(today);
  const int length = months_of(which);
  const int month = static_cast<int>(static_cast<unsigned>(civil_day.month())) - 1;
  // The first month of the month, quarter or year in which today is.
  const auto running = civil_day.year() / civil_day.month() - months{month % length};
  const auto first_day = [&](int periods_back) {
    return Date{(running - months{periods_back * length}) / std::chrono::day{1}};
  };
  return {{first_day(1), first_day(0) - days{1}}, {first_day(2), first_day(1) - days{1}}};
}

TwoPeriods with_previous(Period period) {
  const days length = period.to - period.from + days{1};
  return {period, {period.from - length, period.from - days{1}}};
}

}  // namespace care
