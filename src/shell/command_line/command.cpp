#include "shell/command_line/command.hpp"

#include <algorithm>

namespace care {

const CommandRow* find_command(std::string_view name) {
  const auto rows = command_table();
  const auto found = std::ranges::find(rows, name, &CommandRow::name);
  return found == rows.end() ? nullptr : &*found;
}

void GlobalOptions::declare(Options& options) {
  options.name = "care";
  options.summary("Who needs what from you today, and when");
  options.value("--book", "PATH", &book,
                "The customer book: a file, a directory, or - for standard input. Default: "
                "$CARE_BOOK, else ~/.local/share/care/book.toml",
                {Wanted::file});
  options.value("--today", "DATE", &today, "Take this day for today").day(Lean::future);
  options.value("--now", "MOMENT", &now, "Take this minute for now, as 2026-11-22T08:30");
  options.value("--color", "WHEN", &color, "auto, always or never",
                {Wanted::words, {"auto", "always", "never"}});
  options.flag("--no-pager", &no_pager,
               "Print a page that is longer than the screen as it is, not with $CARE_PAGER, $PAGER "
               "or less");
  options.flag("--version", &version, "Print the version");
  options.flag("-h,--help", &help, "Print this help");
  options.example("care init                        make a book to start from");
  options.example("care                             who needs what today");
  options.example("care log acme talked about the doors --call --thanks");
}

void GlobalOptions::check() const {
  check_choice("--color", color, {"auto", "always", "never"});
  if (!today.empty() && !now.empty()) refuse("--today does not go with --now");
}

const Options* CommandLineHelp::find(std::string_view name) const {
  const auto found = std::ranges::find(commands, name, &Options::name);
  return found == commands.end() ? nullptr : &*found;
}

CommandLineHelp command_line_help() {
  CommandLineHelp help;
  GlobalOptions global;
  global.declare(help.global);
  for (const CommandRow& row : command_table()) help.commands.push_back(row.make(row.name).options);
  return help;
}

}  // namespace care
