#include "shell/commands/lookup.hpp"
#include "shell/commands/output.hpp"
#include "shell/session.hpp"

namespace care {
namespace {

/// `care show WHO`
struct Showing {
  static constexpr bool only_prints = true;
  std::string who;
  bool all = false;
  FormatOption format;

  void declare(Options& options) {
    options.summary("The call sheet: all you want to know before a call");
    options.who(who);
    options.flag("--all", &all, "The whole history instead of the latest five");
    format.declare(options, [](const Format& each) { return each.sheet != nullptr; });
    options.example("care show acme");
    options.example("care show \"maria alvarez\" --all");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    const Format& as = format.format();
    const Loaded loaded = session.load({.who = who});
    const CallSheet sheet =
        call_sheet(loaded.book(), customer_named(loaded.book(), who), loaded.now);
    session.report_problems(loaded);
    Style style = session.style();
    style.whole_history = all;
    session.print(as.sheet(sheet, style));
    return loaded.exit_code();
  }
};

}  // namespace

CommandRow show_command() { return row<Showing>("show"); }

}  // namespace care
