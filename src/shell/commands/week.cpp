#include "shell/command_line/command.hpp"
#include "shell/commands/agenda_page.hpp"

namespace care {
namespace {

/// `care week`
struct WeekAhead {
  AgendaOptions page;

  void declare(Options& options) {
    options.summary("Today and the six days after, a page each");
    page.declare(options);
    page.mail.declare(options);
    options.example("care week");
    options.example("care week --only birthday anniversary event --format html -o week.html");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    return page.run(session, [](const Loaded& loaded, const Selection& selection) {
      const Date today = day_of(loaded.now);
      return agenda_of_range(loaded.book(), loaded.now, today, today + std::chrono::days{6},
                             selection);
    });
  }
};

}  // namespace

CommandRow week_command() { return row<WeekAhead>("week"); }

}  // namespace care
