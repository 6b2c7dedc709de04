#include "shell/command_line/help.hpp"

#include <care/text.hpp>

#include <fmt/format.h>

namespace care {
namespace {

constexpr std::size_t name_column = 22;

std::vector<HelpLine> lines_of(const std::vector<Option>& options) {
  std::vector<HelpLine> lines;
  for (const Option& option : options) {
    if (!option.is_hidden) lines.push_back({head_of(option), option.text});
  }
  return lines;
}

std::vector<HelpLine> lines_of(const std::vector<Argument>& arguments) {
  std::vector<HelpLine> lines;
  lines.reserve(arguments.size());
  for (const Argument& argument : arguments) {
    lines.push_back({std::string{argument.name}, std::string{argument.text}});
  }
  return lines;
}

void add_section(std::string& page, std::string_view title, const std::vector<HelpLine>& lines) {
  if (!lines.empty()) page += fmt::format("\n{}:\n{}", title, help_lines(lines));
}

}  // namespace

std::string help_lines(const std::vector<HelpLine>& lines) {
  std::string out;
  for (const HelpLine& line : lines) {
    std::string head = "  " + line.name;
    if (head.size() + 2 > name_column) {
      out += head + '\n';
      head.clear();
    }
    for (const std::string& part : wrapped(line.text, help_width - name_column)) {
      out += padded(head, name_column) + part + '\n';
      head.clear();
    }
  }
  return out;
}

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
      commands.push_back({std::string{each.name}, std::string{each.about}});
    }
    out = fmt::format("{}.\n\nUsage: care [COMMAND] [OPTIONS]\n", help.global.about);
    add_section(out, "Commands", commands);
    add_section(out, "Options", lines_of(help.global.options));
  } else {
    out = fmt::format("{}.\n\nUsage: {}\n", command->about, usage_of(*command));
    add_section(out, "Arguments", lines_of(command->arguments));
    add_section(out, "Options", lines_of(command->options));
    add_section(out, command->options.empty() ? "Options" : "Options of every command",
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
