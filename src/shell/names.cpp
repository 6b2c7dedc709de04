#include <care/render_formats.hpp>

#include <algorithm>
#include <array>

#include "shell/raw.hpp"

namespace care {
namespace {

struct CommandName {
  Command command;
  std::string_view name;
};
constexpr std::array<CommandName, 22> commands{
    {{Command::today, "today"},     {Command::week, "week"},
     {Command::agenda, "agenda"},   {Command::show, "show"},
     {Command::list, "list"},       {Command::why, "why"},
     {Command::check, "check"},     {Command::init, "init"},
     {Command::log, "log"},         {Command::request, "request"},
     {Command::done, "done"},       {Command::offer, "offer"},
     {Command::promise, "promise"}, {Command::purchase, "purchase"},
     {Command::ready, "ready"},     {Command::snooze, "snooze"},
     {Command::add, "add"},         {Command::undo, "undo"},
     {Command::edit, "edit"},       {Command::completion, "completion"},
     {Command::man, "man"},         {Command::export_plan, "export"}}};

}  // namespace

std::string_view name_of(Command command) {
  return std::ranges::find(commands, command, &CommandName::command)->name;
}

std::optional<Command> find_command(std::string_view name) {
  const auto found = std::ranges::find(commands, name, &CommandName::name);
  if (found == commands.end()) return std::nullopt;
  return found->command;
}

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  names.reserve(commands.size() + 1);
  for (const CommandName& command : commands) names.push_back(command.name);
  names.emplace_back("help");
  return names;
}

std::vector<std::string_view> format_names(Command command) {
  std::vector<std::string_view> names;
  for (const Format& format : formats()) {
    const bool fits = command == Command::list    ? format.listing != nullptr
                      : command == Command::check ? format.problems != nullptr
                                                  : format.page != nullptr || format.message;
    if (fits) names.push_back(format.name);
  }
  return names;
}

std::vector<std::string_view> kind_names() {
  return {"emergency", "request", "promise", "birthday", "anniversary",
          "event",     "prepare", "thanks",  "no_plan",  "follow_up"};
}

bool writes(Command command) { return command >= Command::log && command <= Command::undo; }

}  // namespace care
