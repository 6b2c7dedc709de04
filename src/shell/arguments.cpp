#include "shell/arguments.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <type_traits>
#include <variant>

#include "shell/command_tree.hpp"
#include "shell/options.hpp"
#include "shell/raw.hpp"
#include "shell/synonyms.hpp"
#include "shell/usage.hpp"
#include "shell/words.hpp"

namespace care {
namespace {

// --- From what is declared to what parses -------------------------------------------------------

CLI::Option* bind(CLI::App& app, const Option& option) {
  const auto add = [&](auto* target) {
    if constexpr (std::is_same_v<decltype(target), bool*>) {
      return app.add_flag(option.names, *target, option.text);
    } else {
      return option.takes_value ? app.add_option(option.names, *target, option.text)
                                : app.add_flag(option.names, *target, option.text);
    }
  };
  return std::visit(add, option.target);
}

void bind(CLI::App& app, const Options& options) {
  for (const Option& option : options.all) {
    CLI::Option* const bound = bind(app, option);
    if (option.is_hidden) bound->group("");
    if (!option.takes_value) continue;
    bound->type_name(option.value);
    if (option.is_list) bound->delimiter(',')->expected(1, -1);
    if (option.may_come_again) bound->expected(1);
    if (option.may_lack_value) bound->expected(0, 1);
    if (option.may_come_again) bound->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }
  for (const Options& command : options.commands) {
    bind(*app.add_subcommand(command.name, command.about), command);
  }
}

void build(CLI::App& app, Raw& raw) {
  app.fallthrough();
  app.allow_extras();
  app.require_subcommand(0, 1);
  app.set_help_flag("-h,--help", "Print this help");
  bind(app, declare_options(raw));
}

// --- From words to a meaning --------------------------------------------------------------------

Arity arity_of(const CLI::App& root, const CLI::App* command, const std::string& word) {
  for (const CLI::App* app : {command, &root}) {
    const CLI::Option* const option = app == nullptr ? nullptr : app->get_option_no_throw(word);
    if (option == nullptr || option->get_positional()) continue;
    if (option->get_items_expected_max() == 0) return Arity::none;
    return option->get_items_expected_min() == 0 ? Arity::optional : Arity::needed;
  }
  return Arity::unknown;
}

/// Takes the words that are left for the text of a command that has one; all others are too many.
void take_extras(const CLI::App& root, const CLI::App& command, Raw& raw) {
  const auto extras = root.remaining(true);
  const bool takes_text = command.get_option_no_throw("--dry-run") != nullptr &&
                          command.get_name() != name_of(Command::undo);
  const auto refused = std::ranges::find_if(
      extras, [&](const std::string& word) { return !takes_text || is_option(word); });
  if (refused == extras.end()) {
    if (!raw.first_word.empty()) raw.text.push_back(raw.first_word);
    raw.text.insert(raw.text.end(), extras.begin(), extras.end());
    return;
  }
  const std::string& word = *refused;
  if (!word.starts_with('-')) {
    const bool of_all = command.get_name() == name_of(Command::today);
    throw UsageError{
        fmt::format("{}: one word too many: \"{}\"; {}", command.get_name(), shown(word),
                    of_all ? fmt::format("of one customer tells: care show {}", shown(word))
                           : "put several words in quotes")};
  }
  std::vector<std::string> names;
  for (const CLI::App* app : {&command, &root}) {
    for (const CLI::Option* option : app->get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
  }
  const std::string typed = word.substr(0, word.find('='));
  const std::string_view meant = option_for(typed);
  const std::string near = meant.empty() ? suggestion(typed, {names.begin(), names.end()})
                                         : fmt::format("; for that: {}", meant);
  const bool may_be_text = near.empty() && takes_text;
  throw UsageError{fmt::format("{}: there is no option {}{}", command.get_name(), shown(typed),
                               may_be_text ? "; put -- before a text that begins with -" : near)};
}

/// Words behind `--`: WHO, if it is still wanted, and the text.
void take_literal_words(std::vector<std::string> words, const CLI::App& command, Raw& raw) {
  if (words.empty()) return;
  words.erase(words.begin());
  if (raw.who.empty() && !words.empty() && command.get_option_no_throw("WHO") != nullptr) {
    raw.who = words.front();
    words.erase(words.begin());
  }
  if (!words.empty() && command.get_option_no_throw("--dry-run") == nullptr) {
    throw UsageError{
        fmt::format("{}: one word too many: \"{}\"", command.get_name(), shown(words.front()))};
  }
  raw.text.insert(raw.text.end(), words.begin(), words.end());
}

/// Which of the options that need no value were given.
void note_implied(const CLI::App& command, Raw& raw) {
  const auto is_given = [&](const std::string& name) {
    const CLI::Option* const option = command.get_option_no_throw(name);
    return option != nullptr && option->count() > 0;
  };
  raw.thanks.is_given = is_given("--thanks");
  raw.greets = is_given("--greeted");
  raw.request.is_given = is_given("--request");
  raw.promise.is_given = is_given("--promise");
}

// --- As its users see it
// ---------------------------------------------------------------------------------------

OptionHelp option_help(const CLI::Option& option) {
  OptionHelp help{{}, option.get_type_name(), option.get_description(), ValueCount::none};
  for (const std::string& letter : option.get_snames()) help.names.push_back("-" + letter);
  for (const std::string& word : option.get_lnames()) help.names.push_back("--" + word);
  if (option.get_items_expected_max() == 0) {
    help.value.clear();
  } else if (option.get_items_expected_min() == 0) {
    help.count = ValueCount::at_most_one;
  } else {
    help.count = option.get_delimiter() == ',' ? ValueCount::list : ValueCount::one;
  }
  return help;
}

std::vector<OptionHelp> options_of(const CLI::App& app) {
  std::vector<OptionHelp> options;
  for (const CLI::Option* option : app.get_options()) {
    const bool is_hidden = option->get_group().empty();
    if (option->get_positional() || is_hidden || option == app.get_help_ptr()) continue;
    options.push_back(option_help(*option));
  }
  return options;
}

CommandHelp command_help(const CLI::App& command) {
  CommandHelp help{command.get_name(), command.get_description(), {}, options_of(command)};
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_positional()) {
      help.arguments.push_back({option->get_name(), option->get_description()});
    }
  }
  return help;
}

}  // namespace

CommandTree command_tree() {
  Raw raw;
  CLI::App app{"", "care"};
  build(app, raw);
  CommandTree tree{options_of(app), {}};
  tree.options.push_back({{"-h", "--help"}, "", "Print this help", ValueCount::none});
  for (const CLI::App* command : app.get_subcommands({})) {
    tree.commands.push_back(command_help(*command));
  }
  return tree;
}

std::variant<Arguments, Reply> parse_arguments(const std::vector<std::string>& words) {
  // What stands behind a lone -- is text, whatever it looks like.
  const auto dashes = std::ranges::find(words, "--");
  std::vector<std::string> rest{words.begin(), dashes};
  Raw raw;
  CLI::App app{"Who needs what from you today, and when", "care"};
  build(app, raw);
  const ArityOf of_today = [&](const std::string& word) {
    return arity_of(app, app.get_subcommand("today"), word);
  };
  try {
    auto place = command_place(rest, of_today);
    if (place && rest[*place] == "help") {
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(*place));
      rest.emplace_back("--help");
      place = command_place(rest, of_today);
    } else if (!place && std::ranges::find(rest, "--help") == rest.end() &&
               std::ranges::find(rest, "-h") == rest.end()) {
      rest.insert(rest.begin(), "today");
      place = 0;
    }
    if (place && !find_command(rest[*place])) {
      const std::string_view meant = command_for(rest[*place]);
      const std::string near = !meant.empty() ? fmt::format("; for that: {}", meant)
                                              : suggestion(rest[*place], command_names());
      throw UsageError{fmt::format("there is no command \"{}\"{}", shown(rest[*place]),
                                   near.empty() ? "; `care --help` shows all" : near)};
    }
    join_days(rest);
    const CLI::App* const chosen = place ? app.get_subcommand(rest[*place]) : nullptr;
    check_values(rest, [&](const std::string& word) { return arity_of(app, chosen, word); });
    std::ranges::reverse(rest);
    app.parse(rest);
    if (raw.version) return Reply{0, "care " CARE_VERSION "\n", {}};
    const CLI::App& command = *app.get_subcommands().front();
    take_extras(app, command, raw);
    take_literal_words({dashes, words.end()}, command, raw);
    note_implied(command, raw);
    return interpret(*find_command(command.get_name()), raw);
  } catch (const CLI::CallForHelp&) {
    const auto chosen = app.get_subcommands();
    return Reply{
        0, help_page(command_tree(), chosen.empty() ? "" : chosen.front()->get_name()), {}};
  } catch (const CLI::ParseError& error) {
    return Reply{2, {}, fmt::format("care: {}; `care --help` shows what there is\n", error.what())};
  } catch (const UsageError& error) {
    return Reply{2, {}, fmt::format("care: {}\n", error.what())};
  }
}

}  // namespace care
