#include "shell/command_line/global_options.hpp"

#include "shell/command_line/usage.hpp"

namespace care {

void GlobalOptions::declare(Options& options) {
  options.name = "care";
  options.summary("Who needs what from you today, and when");
  options
      .value("--book", "PATH", &book,
             "The customer book: a file, a directory, or - for standard input. Default: "
             "$CARE_BOOK, else ~/.local/share/care/book.toml")
      .offers({Wanted::file});
  options.value("--today", "DATE", &today, "Take this day for today").day(Lean::future);
  options.value("--now", "MOMENT", &now, "Take this minute for now, as 2026-11-22T08:30");
  options.value("--color", "WHEN", &color, "auto, always or never")
      .offers({Wanted::words, {"auto", "always", "never"}});
  options.flag("--version", &version, "Print the version");
  options.flag("-h,--help", &help, "Print this help");
  options.example("care init                        make a book to start from");
  options.example("care                             who needs what today");
  options.example("care log acme talked about the doors --call --thanks");
}

void GlobalOptions::check() const {
  check_choice("--color", color, {"auto", "always", "never"});
  if (!today.empty() && !now.empty()) throw UsageError{"--today does not go with --now"};
}

}  // namespace care
