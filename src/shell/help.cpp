#include "shell/help.hpp"

#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "shell/command_tree.hpp"
#include "shell/raw.hpp"

namespace care {
namespace {

constexpr std::size_t page_width = 80;
constexpr std::size_t name_column = 22;

struct Examples {
  std::string_view command, text;
};
constexpr std::array<Examples, 23> all_examples{{
    {"",
     "  care init                        make a book to start from\n"
     "  care                             who needs what today\n"
     "  care log acme talked about the doors --call --thanks\n"},
    {"today",
     "  care today --owner dana --brief\n"
     "  care today --if-any --format email | ifne sendmail -t\n"},
    {"week",
     "  care week\n"
     "  care week --only birthday anniversary event --format html -o week.html\n"},
    {"agenda",
     "  care agenda --days 14\n"
     "  care agenda --from 2026-12-01 --to 2026-12-31 --format csv\n"},
    {"show",
     "  care show acme\n"
     "  care show \"maria alvarez\" --all\n"},
    {"list",
     "  care list --tier A --strained\n"
     "  care list --tag west --format csv\n"},
    {"why",
     "  care why acme\n"
     "  care why acme --today 2026-12-01   as it will be that day\n"},
    {"log",
     "  care log acme talked about the doors --call --thanks\n"
     "  care log acme --missed --call --on yesterday 15:30\n"},
    {"request",
     "  care request acme price for new doors\n"
     "  care request acme car 2 is stuck --urgent --asked 8:05\n"},
    {"done",
     "  care done acme the doors are ordered --call\n"
     "  care done acme --request doors --withdrawn\n"},
    {"offer",
     "  care offer acme four Sundays instead of a weekend\n"
     "  care offer acme --accepted\n"},
    {"promise",
     "  care promise acme the revised contract --due fri\n"
     "  care promise acme the contract, by courier --due 3wd --replaces acme-2026-11-27\n"},
    {"purchase",
     "  care purchase acme two door sensors --amount 250 --currency EUR\n"
     "  care purchase acme the spring order --on 20 Nov\n"},
    {"ready",
     "  care ready acme\n"
     "  care ready acme opening day\n"},
    {"snooze",
     "  care snooze acme 2w away until then\n"
     "  care snooze acme 28 Nov the owner is ill --all\n"},
    {"add",
     "  care add Acme Tower --call-me Maria --phone \"+1 602 555 0101\" --tier A\n"
     "  care add Søren Holm --birthday \"29 Feb\" --referred-by acme --since today\n"},
    {"undo",
     "  care undo\n"
     "  care undo --dry-run              look at it first\n"},
    {"edit",
     "  care edit acme\n"
     "  EDITOR=nano care edit \"maria alvarez\"\n"},
    {"check",
     "  care check\n"
     "  care check --format json | jq -r '.problems[].code'\n"},
    {"export",
     "  care export calendar --owner dana --vdir ~/.calendars/care\n"
     "  care export contacts --vcard 3 -o contacts.vcf\n"},
    {"init",
     "  care init\n"
     "  care init shop.toml && care --book shop.toml today\n"},
    {"completion",
     "  source <(care completion bash)   in ~/.bashrc\n"
     "  care completion fish -o ~/.config/fish/completions/care.fish\n"},
    {"man",
     "  care man | man -l -\n"
     "  care man -o ~/.local/share/man/man1/care.1\n"},
}};

void write_lines(std::string& out, std::string_view title, const std::vector<HelpLine>& lines) {
  if (lines.empty()) return;
  out += fmt::format("\n{}:\n", title);
  for (const HelpLine& line : lines) {
    std::string head = fmt::format("  {}", line.name);
    if (head.size() + 2 > name_column) {
      out += head + '\n';
      head.clear();
    }
    for (const std::string& part : wrapped(line.text, page_width - name_column)) {
      out += padded(head, name_column) + part + '\n';
      head.clear();
    }
  }
}

std::vector<HelpLine> lines_of(const std::vector<OptionHelp>& options) {
  std::vector<HelpLine> lines;
  lines.reserve(options.size());
  for (const OptionHelp& option : options) lines.push_back({head_of(option), option.text});
  return lines;
}

/// How an argument stands in the usage: ` WHO`, ` [TEXT...]`.
std::string usage_of(const CommandHelp& command, const std::string& argument) {
  const bool is_export = command.name == name_of(Command::export_plan);
  if (argument == "WHO" || argument == "SHELL" || is_export) return " " + argument;
  if (argument == "UNTIL") return " UNTIL BECAUSE...";
  if (argument == "PATH") return " [PATH]";
  const bool may_lack = argument == "TEXT" || command.name == name_of(Command::ready);
  return may_lack ? " [" + argument + "...]" : " " + argument + "...";
}

}  // namespace

std::string usage_of(const CommandHelp& command) {
  std::string usage = "care " + command.name;
  for (const HelpLine& argument : command.arguments) usage += usage_of(command, argument.name);
  return usage + " [OPTIONS]";
}

std::string help_page(const CommandTree& tree, std::string_view name) {
  std::string out;
  const auto command = std::ranges::find(tree.commands, name, &CommandHelp::name);
  if (command == tree.commands.end()) {
    std::vector<HelpLine> commands;
    commands.reserve(tree.commands.size());
    for (const CommandHelp& each : tree.commands) commands.push_back({each.name, each.about});
    out = "Who needs what from you today, and when.\n\nUsage: care [COMMAND] [OPTIONS]\n";
    write_lines(out, "Commands", commands);
    write_lines(out, "Options", lines_of(tree.options));
  } else {
    out = fmt::format("{}.\n\nUsage: {}\n", command->about, usage_of(*command));
    write_lines(out, "Arguments", command->arguments);
    write_lines(out, "Options", lines_of(command->options));
    write_lines(out, command->options.empty() ? "Options" : "Options of every command",
                lines_of(tree.options));
  }
  const std::string_view examples = examples_of(name);
  if (!examples.empty()) out += fmt::format("\nExamples:\n{}", examples);
  return out;
}

std::string_view examples_of(std::string_view command) {
  const auto examples = std::ranges::find(all_examples, command, &Examples::command);
  return examples == all_examples.end() ? std::string_view{} : examples->text;
}

std::string head_of(const OptionHelp& option) {
  const std::string names = fmt::format("{}", fmt::join(option.names, ", "));
  return option.value.empty() ? names : names + " " + option.value;
}

}  // namespace care
