#include "shell/commands/lookup.hpp"
#include "shell/session.hpp"

namespace care {
namespace {

/// `care why WHO`
struct Explaining {
  static constexpr bool only_prints = true;
  std::string who;

  void declare(Options& options) {
    options.summary("How every date of a customer came about, rule by rule");
    options.who(who);
    options.example("care why acme");
    options.example("care why acme --today 2026-12-01   as it will be that day");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    const Loaded loaded = session.load();
    const CustomerIndex customer = customer_named(loaded.book(), who);
    session.report_problems(loaded);
    session.print(render(derive(loaded.book(), customer, loaded.now), session.style()));
    return loaded.exit_code();
  }
};

}  // namespace

CommandRow why_command() { return row<Explaining>("why"); }

}  // namespace care
