#include "shell/command_line/man.hpp"

#include <care/book_format.hpp>
#include <care/book_problems.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <array>

#include "shell/command_line/help.hpp"
#include "shell/command_line/roff.hpp"

namespace care {
namespace {

/// A part of the page: words of it on the left, what they mean on the right.
struct Section {
  std::string title;
  std::string text;
  std::vector<HelpLine> lines;
  bool is_table = false;
};

constexpr std::string_view about_book = "how a customer book is written";

constexpr std::string_view book_description =
    "A customer book is a text in TOML 1.0. Who your customers are you write in an editor; what "
    "happened stands below as records, which care log, care request and the like append. The book "
    "is one file, or a directory whose *.toml files are read as if all stood in one. Tables may "
    "stand in any order, but contacts, events and plans of their own stand behind their customer. "
    "What cannot be read "
    "is named on every page, and all else is read; care check lists every problem with what to "
    "write instead.";

Section values() {
  return {"VALUES",
          "Each key below names one of these.",
          {{"text", "In double quotes: \"Acme Tower\"."},
           {"date", "A day without quotes: 2026-11-20."},
           {"date and time", "2026-11-20T15:00 or 2026-11-20 15:00, by the clock of the business."},
           {"MM-DD", "A day of each year whose year is not known, in quotes: \"02-29\"."},
           {"length of time",
            "A count and a unit, in quotes: \"30min\", \"4h\", \"10d\", \"2w\", \"1m\", \"1y\"; "
            "\"2wd\" are two working days."},
           {"id",
            "What records call somebody: small letters, digits, and . _ - behind the first. A "
            "request or promise without an id goes by its customer and the day on which it was "
            "asked, or is due: \"acme-2026-11-20\"."},
           {"R1, R2 ...",
            "The rule that uses the key. care why WHO explains every date by these rules."}}};
}

/// The words of a choice stay as they are.
std::string capitalised(std::string_view text) {
  std::string out{text};
  if (text.find(" | ") == std::string_view::npos && !text.empty() && text.front() >= 'a' &&
      text.front() <= 'z') {
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
  }
  return out;
}

std::string sentence(std::string_view text) {
  return capitalised(text) + (text.ends_with("…") ? "" : ".");
}

/// `How often to be in touch. Length of time; default: "30d". Example: every = "2w". R4.`
std::string meaning(const KeyFormat& key) {
  std::string text = fmt::format("{} {}", sentence(key.about), capitalised(key.type));
  if (key.is_needed) text += "; needed";
  if (!key.absent.empty()) text += fmt::format("; default: {}", key.absent);
  if (key.type == "tables") {
    text += fmt::format(": {}", key.example);
  } else if (!key.example.empty()) {
    text += fmt::format(". Example: {} = {}", key.name, key.example);
  }
  return key.rule.empty() ? text + "." : fmt::format("{}. {}.", text, key.rule);
}

std::vector<Section> sections() {
  std::vector<Section> all{values()};
  for (const TableFormat& table : book_format()) {
    Section& section =
        all.emplace_back(Section{std::string{table.header}, sentence(table.about), {}, true});
    for (const KeyFormat& key : table.keys) {
      section.lines.push_back({std::string{key.name}, meaning(key)});
    }
  }
  Section& problems = all.emplace_back(Section{
      "PROBLEMS", "Each line of care check ends in the code of its problem, in brackets.", {}});
  for (const ProblemCode& problem : problem_codes) {
    problems.lines.push_back({std::string{problem.code}, std::string{problem.meaning}});
  }
  return all;
}

constexpr std::array<std::string_view, 11> example{"[[customer]]",
                                                   "id = \"acme\"",
                                                   "name = \"Acme Tower\"",
                                                   "birthday = \"02-29\"",
                                                   "every = \"2w\"",
                                                   "",
                                                   "[[touch]]",
                                                   "customer = \"acme\"",
                                                   "on = 2026-11-20T15:00",
                                                   "how = \"call\"",
                                                   "said = \"talked about the doors\""};

}  // namespace

std::string book_manual() {
  std::string out = roff_head("care-book", 5, about_book) + ".Sh DESCRIPTION\n" +
                    roff_paragraph(book_description);
  bool in_tables = false;
  for (const Section& section : sections()) {
    if (section.is_table && !in_tables) out += ".Sh TABLES\n";
    in_tables = section.is_table;
    const std::string title = roff(section.title, true);
    out += section.is_table ? fmt::format(".Ss {}\\&\n", title) : fmt::format(".Sh {}\n", title);
    out += roff_paragraph(section.text) + ".Bl -tag -width Ds\n";
    for (const HelpLine& line : section.lines) {
      out += roff_item("Sy " + roff(line.name, true), line.text);
    }
    out += ".El\n";
  }
  out += ".Sh EXAMPLES\n.Bd -literal -offset indent\n";
  for (const std::string_view line : example) out += roff_line(line);
  return out + ".Ed\n.Sh SEE ALSO\n.Xr care 1\n";
}

std::string book_page() {
  std::string out = capitalised(about_book) + ".\n\n";
  for (const std::string& line : wrapped(book_description, help_width)) out += line + '\n';
  for (const Section& section : sections()) {
    out += '\n' + section.title + '\n';
    for (const std::string& line : wrapped(section.text, help_width)) out += line + '\n';
    out += '\n' + help_lines(section.lines);
  }
  out += "\nEXAMPLE\n\n";
  for (const std::string_view line : example) out += fmt::format("  {}\n", line);
  return out;
}

}  // namespace care
