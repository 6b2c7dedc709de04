#include <care/render_back.hpp>

#include <array>

#include "shell/commands/lookup.hpp"
#include "shell/commands/output.hpp"

namespace care {
namespace {

constexpr std::array<std::string_view, 3> kinds_of_dates{"birthday", "anniversary", "event"};

/// `care dates`
struct ListingDates {
  static constexpr bool only_prints = true;
  std::string days, owner;
  bool year = false;
  std::vector<std::string> kinds;
  TableOption table;

  void declare(Options& options) {
    const std::vector<std::string_view> known{kinds_of_dates.begin(), kinds_of_dates.end()};
    options.summary("Birthdays, anniversaries and events that return, by day");
    options.value("--days", "N", &days, "Today and the days after, N in all; default: 30");
    options.flag("--year", &year, "The coming year");
    options.value("--kind", "KIND...", &kinds, "Only " + either(known), {Wanted::words, known})
        .list();
    options.value("--owner", "ID", &owner, "Only of customers of this staff member",
                  {Wanted::staff});
    table.declare(options);
    options.example("care dates --days 90");
    options.example("care dates --year --kind birthday --format csv");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    table.check();
    Selection selection;
    for (const std::string& kind : kinds) {
      check_choice("--kind", kind, {kinds_of_dates.begin(), kinds_of_dates.end()});
      selection.only.push_back(*parse_kind(kind));
    }
    if (year && !days.empty()) refuse("--days does not go with --year");
    constexpr int month = 30;
    const int count = days.empty() ? month : days_typed(days);
    const Loaded loaded = session.load();
    selection.owner = owner_named(loaded.book(), owner);
    const Date today = day_of(loaded.now);
    const Date behind =
        year ? add_calendar(today, {1, Unit::year}) : today + std::chrono::days{count};
    return table.write(
        session, loaded,
        dates_table(loaded.book(), loaded.now, today, behind - std::chrono::days{1}, selection));
  }
};

}  // namespace

CommandRow dates_command() { return row<ListingDates>("dates"); }

}  // namespace care
