#include "shell/command_line/man.hpp"

#include "shell/commands/output.hpp"

namespace care {
namespace {

/// `care man [PAGE]`
struct Manual {
  static constexpr bool only_prints = true;
  std::string page;
  OutputOption output;

  void declare(Options& options) {
    options.summary("The manual page, as man and mandoc read it");
    options.argument("[PAGE]", &page, "book: care-book(5), the format of the customer book",
                     {Wanted::words, {book_topic}});
    output.declare(options);
    options.example("care man | man -l -");
    options.example("care man book -o ~/.local/share/man/man5/care-book.5");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    if (!page.empty()) check_choice("man", page, {book_topic});
    output.deliver(session, page.empty() ? manual(command_line_help()) : book_manual());
    return ExitCode::done;
  }
};

}  // namespace

CommandRow man_command() { return row<Manual>("man"); }

}  // namespace care
