#include "shell/command_line/man.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "shell/command_line/help.hpp"
#include "shell/command_line/roff.hpp"

namespace care {
namespace {

/// `.It Fl o , Fl \-output Ar FILE`
std::string option_head(const Option& option) {
  std::string head;
  for (const std::string_view name : option.names) {
    if (!head.empty()) head += " , ";
    head += "Fl " + roff(name.substr(1), true);
  }
  std::string_view value = option.value;
  if (value.empty()) return head;
  if (!value.starts_with('[')) return fmt::format("{} Ar {}", head, value);
  value.remove_prefix(1);
  value.remove_suffix(1);
  return fmt::format("{} Op Ar {}", head, value);
}

std::string options_list(const std::vector<Option>& options) {
  std::string out = ".Bl -tag -width Ds\n";
  for (const Option& option : options) {
    if (!option.is_hidden) out += roff_item(option_head(option), option.text);
  }
  return out + ".El\n";
}

/// `care log WHO [TEXT...] [OPTIONS]`, marked up.
std::string synopsis(const Options& command) {
  const std::string usage = usage_of(command);
  std::string_view rest = usage;
  std::string out = fmt::format(".Nm\n.Cm {}\n", command.name);
  rest.remove_prefix(std::min(std::string_view{"care "}.size() + command.name.size(), rest.size()));
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const std::size_t end = std::min(rest.find(' '), rest.size());
    std::string_view word = rest.substr(0, end);
    const bool may_lack = word.starts_with('[');
    if (may_lack) word = word.substr(1, word.size() - 2);
    const bool many = word.ends_with("...");
    if (many) word.remove_suffix(3);
    out += fmt::format("{}{}{}\n", may_lack ? ".Op Ar " : ".Ar ", word, many ? " ..." : "");
    rest.remove_prefix(end);
  }
  return out;
}

std::string command_section(const Options& command) {
  std::string out = fmt::format(".Ss care {}\n{}.Pp\n{}", command.name, synopsis(command),
                                roff_paragraph(fmt::format("{}.", command.about)));
  if (!command.arguments.empty()) {
    out += ".Bl -tag -width Ds\n";
    for (const Argument& argument : command.arguments) {
      out += roff_item(fmt::format("Ar {}", argument.name), argument.text);
    }
    out += ".El\n";
  }
  if (!command.options.empty()) out += options_list(command.options);
  return out;
}

constexpr std::array<Meaning, 11> environment{{
    {"CARE_BOOK", "The customer book, where --book names none."},
    {"CARE_STAFF", "Who you are: the default of --owner in agendas, and of --by."},
    {"CARE_PAGER, PAGER",
     "What shows a page that is longer than the screen; the first that is set counts, and cat "
     "means "
     "none. Default: less -FRX."},
    {"XDG_DATA_HOME",
     "Where the book is looked for otherwise, as care/book.toml; by default ~/.local/share."},
    {"COLUMNS", "The width of the page, to 100; by default that of the terminal, else 80."},
    {"LINES", "The height of the screen; by default that of the terminal."},
    {"NO_COLOR", "Set and not empty: no colour."},
    {"CLICOLOR_FORCE",
     "Set to anything but 0: colour, also where the output is not a terminal. NO_COLOR beats it."},
    {"CLICOLOR", "Set to 0: no colour."},
    {"TERM", "Not set, or dumb: no colour. --color beats all four."},
    {"VISUAL, EDITOR", "The editor that edit opens the book in; VISUAL comes first."},
}};

constexpr std::array<Meaning, 5> exit_codes{{
    {"0", "Done, also where nothing is due."},
    {"1", "Something is due, only with --exit-code."},
    {"2", "Wrong usage."},
    {"3", "The book has problems; the agenda is printed all the same."},
    {"4", "Something could not be read or written; the book is as it was."},
}};

std::string program_description() {
  return ".Nm\n" +
         roff_paragraph(
             "reads a plain-text book of your customers, written in TOML, and prints who needs "
             "what from you today, and when. Without a command it prints today's agenda. What you "
             "did is recorded by commands such as log, request and done, which only append to the "
             "book.") +
         ".Pp\n.Ar WHO\n" +
         roff_paragraph(
             "is a customer's id, the beginning of one, or words of a name; letter case and "
             "accents do not matter.") +
         ".Pp\n" +
         roff_paragraph(
             "Days are said as people say them: 2026-11-28, today, yesterday, fri (the coming one; "
             "behind --on the last one), +3d, -2d, 2w, 3wd (working days), 28 Nov, 15:30, "
             "yesterday 15:30.");
}

std::string files() {
  return ".Sh FILES\n.Bl -tag -width Ds\n" +
         roff_item(
             "Pa \\(ti/.local/share/care/book.toml",
             "The book, where neither --book nor CARE_BOOK names another. A book may be a "
             "directory as well, of which each *.toml is read, as if all stood in one file.") +
         roff_item("Pa log\\-ID.toml",
                   "In such a directory: the records that the staff member with this id wrote.") +
         ".El\n";
}

std::string examples_of(const Options& command) {
  std::string out = ".Bd -literal -offset indent\n";
  for (const std::string_view line : command.examples) out += roff_line(line);
  return out + ".Ed\n";
}

std::string examples(const CommandLineHelp& help) {
  std::string out = ".Sh EXAMPLES\n" + examples_of(help.global);
  for (const Options& command : help.commands) out += examples_of(command);
  return out;
}

}  // namespace

std::string manual(const CommandLineHelp& help) {
  std::string out = roff_head("care", 1, "who needs what from you today, and when");
  out += ".Sh SYNOPSIS\n.Nm\n.Op Ar COMMAND\n.Op Ar OPTIONS\n.Sh DESCRIPTION\n" +
         program_description();
  out += ".Sh COMMANDS\n";
  for (const Options& command : help.commands) out += command_section(command);
  out += ".Sh OPTIONS\nThese go with every command.\n" + options_list(help.global.options);
  out += ".Sh ENVIRONMENT\n" + roff_list("Ev ", environment);
  out += files();
  out += format_sections();
  out += ".Sh EXIT STATUS\n" + roff_list("", exit_codes);
  out += ".Pp\n" + roff_paragraph(
                       "A command that writes ends with 0 once the record is in the book, also "
                       "where the book has problems elsewhere.");
  return out + examples(help) + ".Sh SEE ALSO\n.Xr care\\-book 5\n";
}

}  // namespace care
