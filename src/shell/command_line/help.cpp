#include "shell/command_line/help.hpp"

#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

constexpr std::size_t page_width = 80;
constexpr std::size_t name_column = 22;

/// A name on the left and what it means on the right.
struct HelpLine {
  std::string name;
  std::string_view text;
};

void write_lines(std::string& out, std::string_view title, const std::vector<HelpLine>& lines) {
  if (lines.empty()) return;
  out += fmt::format("\n{}:\n", title);
  for (const HelpLine& line : lines) {
    std::string head = "  " + line.name;
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

std::vector<HelpLine> lines_of(const std::vector<Option>& options) {
  std::vector<HelpLine> lines;
  for (const Option& option : options) {
    if (!option.is_hidden) lines.push_back({head_of(option), option.text});
  }
  return lines;
}

std::vector<HelpLine> lines_of(const std::vector<Argument>& arguments) {
  std::vector<HelpLine> lines;
  for (const Argument& argument : arguments) {
    lines.push_back({std::string{argument.name}, argument.text});
  }
  return lines;
}

}  // namespace

std::string usage_of(const Options& command) {
  std::string usage = fmt::format("care {}", command.name);
  for (const Argument& argument : command.arguments) usage += fmt::format(" {}", argument.usage);
  return usage + " [OPTIONS]";
}

std::string help_page(const CommandLineHelp& help, std::string_view name) {
  std::string out;
  const Options* const command = help.find(name);
  if (command == nullptr) {
    std::vector<HelpLine> commands;
    for (const Options& each : help.commands) {
      commands.push_back({std::string{each.name}, each.about});
    }
    out = fmt::format("{}.\n\nUsage: care [COMMAND] [OPTIONS]\n", help.global.about);
    write_lines(out, "Commands", commands);
    write_lines(out, "Options", lines_of(help.global.options));
  } else {
    out = fmt::format("{}.\n\nUsage: {}\n", command->about, usage_of(*command));
    write_lines(out, "Arguments", lines_of(command->arguments));
    write_lines(out, "Options", lines_of(command->options));
    write_lines(out, command->options.empty() ? "Options" : "Options of every command",
                lines_of(help.global.options));
  }
  out += "\nExamples:\n";
  const Options& shown = command == nullptr ? help.global : *command;
  for (const std::string_view example : shown.examples) out += fmt::format("  {}\n", example);
  return out;
}

std::string head_of(const Option& option) {
  const std::string names = fmt::format("{}", fmt::join(option.names, ", "));
  return option.value.empty() ? names : fmt::format("{} {}", names, option.value);
}

}  // namespace care
