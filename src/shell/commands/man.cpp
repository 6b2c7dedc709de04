#include "shell/command_line/man.hpp"

#include "shell/command_line/book_manual.hpp"
#include "shell/command_line/usage.hpp"
#include "shell/commands/output.hpp"

namespace care {
namespace {

/// `care man`
struct Manual {
  OutputOption output;

  void declare(Options& options) {
    options.summary("The manual page, as man and mandoc read it");
    output.declare(options);
    options.example("care man | man -l -");
    options.example("care man -o ~/.local/share/man/man1/care.1");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    output.deliver(session, manual(command_line_help()));
    return ExitCode::done;
  }
};

}  // namespace

CommandRow man_command() { return row<Manual>("man"); }

}  // namespace care
