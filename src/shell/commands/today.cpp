#include "shell/command_line/command.hpp"
#include "shell/commands/agenda_page.hpp"

namespace care {
namespace {

/// `care today`, or `care` alone
struct TodayPage {
  AgendaOptions page;

  void declare(Options& options) {
    options.summary("Who needs what today; the same as `care` alone");
    page.declare(options);
    page.mail.declare(options);
    options.example("care today --owner dana --brief");
    options.example("care today --if-any --format email | ifne sendmail -t");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    return page.run(session, [](const Loaded& loaded, const Selection& selection) {
      return agenda_of_today(loaded.book(), loaded.now, selection);
    });
  }
};

}  // namespace

CommandRow today_command() { return row<TodayPage>("today"); }

}  // namespace care
