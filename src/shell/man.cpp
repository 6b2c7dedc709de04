#include "shell/man.hpp"

#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace care {
namespace {

constexpr std::string_view page_date = "November 22, 2026";

struct Entry {
  std::string_view name, text;
};

/// A character as roff is told to show it, as it stands: ' and - and ~ would become others.
std::string roff_character(std::string_view character, std::int32_t value) {
  switch (value) {
    case '\\': return "\\e";
    case '\'': return "\\(aq";
    case '`': return "\\(ga";
    case '^': return "\\(ha";
    case '~': return "\\(ti";
    case '"': return "\\(dq";
    default: break;
  }
  constexpr std::int32_t ascii_end = 0x80;
  return value < ascii_end ? std::string{character} : fmt::format("\\[u{:04X}]", value);
}

/// Text that roff shows unchanged. In examples each - is a minus sign, that it can be pasted; in
/// sentences one at the beginning of a word is.
std::string roff(std::string_view text, bool is_example) {
  std::string out;
  char before = ' ';
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    const std::string_view character = text.substr(0, point.size);
    const bool begins = before == ' ' || before == '-' || before == '(' || before == '/';
    const bool is_minus = character == "-" && (is_example || begins);
    out += is_minus ? "\\-" : roff_character(character, point.value);
    before = character.back();
    text.remove_prefix(point.size);
  }
  return out;
}

bool ends_sentence(std::string_view word) {
  return word.ends_with('.') && word != "..." && word != "v.";
}

/// Sentences, each from a line of its own, in lines as mandoc likes them.
std::string paragraph(std::string_view text) {
  constexpr std::size_t widest = 78;
  std::string out;
  std::string line;
  const auto flush = [&] {
    if (line.empty()) return;
    if (line.front() == '.' || line.front() == '\'') out += "\\&";
    out += line + '\n';
    line.clear();
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string word = roff(text.substr(0, end), false);
    if (!line.empty() && line.size() + 1 + word.size() > widest) flush();
    if (!word.empty()) line += line.empty() ? word : " " + word;
    if (ends_sentence(word)) flush();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  flush();
  return out;
}

/// Lines as they are, for the reader to paste.
std::string display(std::string_view lines) {
  std::string out = ".Bd -literal -offset indent\n";
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, end);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    out += roff(line, true) + '\n';
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return out + ".Ed\n";
}

std::string item(std::string_view head, std::string_view text) {
  return fmt::format(".It {}\n{}", head, paragraph(text));
}

/// `.It Fl o , Fl \-output Ar FILE`
std::string option_head(const OptionHelp& option) {
  std::string head;
  for (const std::string& name : option.names) {
    if (!head.empty()) head += " , ";
    head += "Fl " + roff(std::string_view{name}.substr(1), true);
  }
  std::string_view value = option.value;
  if (value.empty()) return head;
  if (!value.starts_with('[')) return fmt::format("{} Ar {}", head, value);
  value.remove_prefix(1);
  value.remove_suffix(1);
  return fmt::format("{} Op Ar {}", head, value);
}

std::string options_list(const std::vector<OptionHelp>& options) {
  std::string out = ".Bl -tag -width Ds\n";
  for (const OptionHelp& option : options) out += item(option_head(option), option.text);
  return out + ".El\n";
}

/// `care log WHO [TEXT...] [OPTIONS]`, marked up.
std::string synopsis(const CommandHelp& command) {
  const std::string usage = usage_of(command);
  std::string_view rest = usage;
  std::string out = ".Nm\n.Cm " + command.name + '\n';
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

std::string command_section(const CommandHelp& command) {
  std::string out = fmt::format(".Ss care {}\n{}.Pp\n{}", command.name, synopsis(command),
                                paragraph(command.about + "."));
  if (!command.arguments.empty()) {
    out += ".Bl -tag -width Ds\n";
    for (const HelpLine& argument : command.arguments) {
      out += item("Ar " + argument.name, argument.text);
    }
    out += ".El\n";
  }
  if (!command.options.empty()) out += options_list(command.options);
  return out;
}

constexpr std::array<Entry, 9> environment{{
    {"CARE_BOOK", "The customer book, where --book names none."},
    {"CARE_STAFF", "Who you are: the default of --owner in agendas, and of --by."},
    {"XDG_DATA_HOME",
     "Where the book is looked for otherwise, as care/book.toml; by default ~/.local/share."},
    {"COLUMNS", "The width of the page, to 100; by default that of the terminal, else 80."},
    {"NO_COLOR", "Set and not empty: no colour."},
    {"CLICOLOR_FORCE",
     "Set to anything but 0: colour, also where the output is no terminal. NO_COLOR beats it."},
    {"CLICOLOR", "Set to 0: no colour."},
    {"TERM", "Not set, or dumb: no colour. --color beats all four."},
    {"VISUAL, EDITOR", "The editor that edit opens the book in; VISUAL comes first."},
}};

constexpr std::array<Entry, 5> exit_codes{{
    {"0", "Done, also where nothing is due."},
    {"1", "Something is due, only with --exit-code."},
    {"2", "Wrong usage."},
    {"3", "The book has problems; the agenda is printed all the same."},
    {"4", "Something could not be read or written; the book is as it was."},
}};

template <std::size_t N>
std::string list_of(std::string_view macro, const std::array<Entry, N>& lines) {
  std::string out = ".Bl -tag -width Ds\n";
  for (const Entry& line : lines) {
    out += item(fmt::format("{} {}", macro, line.name), line.text);
  }
  return out + ".El\n";
}

std::string description() {
  return ".Nm\n" +
         paragraph(
             "reads a plain-text book of your customers, written in TOML, and prints who needs "
             "what from you today, and when. Without a command it prints today's agenda. What "
             "you did is recorded by commands such as log, request and done, which only append "
             "to the book.") +
         ".Pp\n.Ar WHO\n" +
         paragraph(
             "is a customer's id, the beginning of one, or words of a name; letter case and "
             "accents do not matter.") +
         ".Pp\n" +
         paragraph(
             "Days are said as people say them: 2026-11-28, today, yesterday, fri (the coming "
             "one; behind --on the last one), +3d, -2d, 2w, 3wd (working days), 28 Nov, 15:30, "
             "yesterday 15:30.");
}

std::string files() {
  return ".Sh FILES\n.Bl -tag -width Ds\n" +
         item("Pa \\(ti/.local/share/care/book.toml",
              "The book, where neither --book nor CARE_BOOK names another. A book may be a "
              "directory as well, of which each *.toml is read, as if all stood in one file.") +
         item("Pa log\\-ID.toml",
              "In such a directory: the records that the staff member with this id wrote.") +
         ".El\n";
}

std::string examples(const CommandTree& tree) {
  std::string out = ".Sh EXAMPLES\n" + display(examples_of(""));
  for (const CommandHelp& command : tree.commands) {
    const std::string_view lines = examples_of(command.name);
    if (!lines.empty()) out += display(lines);
  }
  return out;
}

}  // namespace

std::string manual(const CommandTree& tree) {
  std::string out = fmt::format(
      ".Dd {}\n.Dt CARE 1\n.Os\n.Sh NAME\n.Nm care\n.Nd who needs what from you today, and when\n"
      ".Sh SYNOPSIS\n.Nm\n.Op Ar COMMAND\n.Op Ar OPTIONS\n.Sh DESCRIPTION\n{}.Sh COMMANDS\n",
      page_date, description());
  for (const CommandHelp& command : tree.commands) out += command_section(command);
  out += ".Sh OPTIONS\nThese go with every command.\n" + options_list(tree.options);
  out += ".Sh ENVIRONMENT\n" + list_of("Ev", environment);
  out += files();
  out += ".Sh EXIT STATUS\n" + list_of("", exit_codes);
  out += ".Pp\n" + paragraph(
                       "A command that writes ends with 0 once the record is in the book, also "
                       "where the book has "
                       "problems elsewhere.");
  out += examples(tree);
  return out;
}

}  // namespace care
