#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "shell/command_line/command.hpp"
#include "shell/command_line/usage.hpp"
#include "shell/commands/agenda_page.hpp"
#include "shell/commands/lookup.hpp"

namespace care {
namespace {

constexpr int most_days = 3660;

int parse_days(const std::string& text) {
  int days = 0;
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, days);
  if (error == std::errc{} && end == last && days >= 1 && days <= most_days) return days;
  throw UsageError{
      fmt::format("--days: \"{}\" is not a number of days from 1 to {}", shown(text), most_days)};
}

/// The one among the words that is not a mail address; empty where all are.
std::string day_among(std::string_view option, const std::vector<std::string>& words) {
  std::string day;
  for (const std::string& word : words) {
    if (is_address(word)) continue;
    if (!day.empty()) throw UsageError{fmt::format("{}: one day is enough", option)};
    day = word;
  }
  return day;
}

void check_range(Date from, Date to, Date today) {
  if (from < today) {
    throw UsageError{fmt::format("--from {} is before today, {}; what is past stands under today",
                                 iso(from), iso(today))};
  }
  if (to < from) throw UsageError{fmt::format("--to {} is before --from {}", iso(to), iso(from))};
  if (to > today + std::chrono::days{most_days}) {
    throw UsageError{"--to is more than ten years ahead"};
  }
}

/// `care agenda --days N` or `--from DATE --to DATE`
struct AgendaOfDays {
  std::string days;
  AgendaOptions page;

  void declare(Options& options) {
    options.summary("The pages of several days");
    options.value("--days", "N", &days, "Today and the days after, N in all");
    page.mail.declare(options, true);
    page.declare(options);
    options.example("care agenda --days 14");
    options.example("care agenda --from 2026-12-01 --to 2026-12-31 --format csv");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    const std::string from = day_among("--from", page.mail.from);
    const std::string to = day_among("--to", page.mail.to);
    const int count = days.empty() ? 1 : parse_days(days);
    if (!days.empty() && !(from.empty() && to.empty())) {
      throw UsageError{"--days does not go with --from and --to"};
    }
    if (days.empty() && (from.empty() || to.empty())) {
      throw UsageError{"agenda wants --days N, or --from DATE and --to DATE"};
    }
    return page.run(session, [&](const Loaded& loaded, const Selection& selection) {
      const Date today = day_of(loaded.now);
      Date first = today;
      Date last = today + std::chrono::days{count - 1};
      if (days.empty()) {
        first = day_typed(loaded.book(), loaded.now, "--from", from, Lean::future);
        last = day_typed(loaded.book(), loaded.now, "--to", to, Lean::future);
        check_range(first, last, today);
      }
      return agenda_of_range(loaded.book(), loaded.now, first, last, selection);
    });
  }
};

}  // namespace

CommandRow agenda_command() { return row<AgendaOfDays>("agenda"); }

}  // namespace care
