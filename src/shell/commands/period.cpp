#include "shell/commands/period.hpp"

#include "shell/command_line/usage.hpp"
#include "shell/commands/lookup.hpp"

namespace care {
namespace {

constexpr std::chrono::days usual_length{90};

}  // namespace

void PeriodOption::declare(Options& options) {
  options.value("--from", "DAY", &from, "From this day on; default: 90 days in all")
      .day(Lean::past);
  options.value("--to", "DAY", &to, "Up to this day, as of its end; default: today")
      .day(Lean::past);
  declare_last(options, last);
}

void PeriodOption::declare_last(Options& options, std::string& last) {
  options.value("--last", "PERIOD", &last, "The last whole " + either(choices<LastPeriod>()),
                {Wanted::words, choices<LastPeriod>()});
}

TwoPeriods PeriodOption::periods(const Book& book, Moment now) const {
  const Date today = day_of(now);
  if (!last.empty()) {
    if (!from.empty() || !to.empty()) {
      refuse("--last does not go with {}", {from.empty() ? "--to" : "--from"});
    }
    return last_whole(chosen<LastPeriod>("--last", last), today);
  }
  const auto day = [&](std::string_view option, const std::string& typed, Date otherwise) {
    return typed.empty() ? otherwise : day_typed(book, now, option, typed, Lean::past);
  };
  Period period{{}, day("--to", to, today)};
  if (period.to > today) {
    refuse("--to {} is after today, {}: a review looks back", {iso(period.to), iso(today)});
  }
  period.from = day("--from", from, period.to - (usual_length - std::chrono::days{1}));
  if (period.to < period.from && to.empty()) {
    refuse("--from {} is after today, {}: a review looks back", {iso(period.from), iso(today)});
  }
  if (period.to < period.from) {
    refuse("--from {} is after --to {}", {iso(period.from), iso(period.to)});
  }
  const TwoPeriods both = with_previous(period);
  if (both.previous.from < *make_date(1, 1, 1)) {
    refuse("--from {} is too far back: as many days before it are looked at, too",
           {iso(period.from)});
  }
  return both;
}

}  // namespace care
