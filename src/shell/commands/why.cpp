#include <care/render_back.hpp>
#include <care/render_formats.hpp>

#include "shell/command_line/usage.hpp"
#include "shell/commands/lookup.hpp"
#include "shell/commands/period.hpp"

namespace care {
namespace {

/// `care why WHO`
struct Explaining {
  static constexpr bool only_prints = true;
  std::string who;
  bool review = false;
  PeriodOption period;

  void declare(Options& options) {
    options.summary("How every date of a customer came about, rule by rule");
    options.who(who);
    options.flag("--review", &review, "What care review counts of them instead, case by case");
    period.declare(options);
    options.example("care why acme");
    options.example("care why acme --today 2026-12-01   as it will be that day");
    options.example("care why acme --review --last quarter");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    if (!review && period.is_given()) refuse("--from, --to and --last go with --review");
    const Loaded loaded = session.load();
    const CustomerIndex customer = customer_named(loaded.book(), who);
    if (review) {
      const Period days = period.periods(loaded.book(), loaded.now).period;
      session.report_problems(loaded);
      Table cases = cases_table(loaded.book(), loaded.now, customer, days);
      cases.problems = loaded.reading.problems;
      session.print(formats().front().table(cases, session.style()));
      return loaded.exit_code();
    }
    session.report_problems(loaded);
    session.print(render(derive(loaded.book(), customer, loaded.now), session.style()));
    return loaded.exit_code();
  }
};

}  // namespace

CommandRow why_command() { return row<Explaining>("why"); }

}  // namespace care
