#include "shell/command_line/parse.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <care/calendar_typed.hpp>
#include <care/text.hpp>
#include <care/text_ascii.hpp>

#include <algorithm>
#include <type_traits>
#include <utility>

#include "shell/command_line/man.hpp"
#include "shell/command_line/typed_words.hpp"

namespace care {
namespace {

using Words = std::vector<std::string>;

// --- The library that parses options ------------------------------------------------------------

/// `--call{call},--visit{visit}`: a flag that goes to a list adds its own name to it.
std::string name_for_library(const Option& option) {
  const bool adds_name =
      option.count == ValueCount::none && !std::holds_alternative<bool*>(option.target);
  std::string all;
  for (const std::string_view name : option.names) {
    all += all.empty() ? "" : ",";
    all += name;
    if (adds_name) all += fmt::format("{{{}}}", name.substr(2));
  }
  return all;
}

CLI::Option* bind(CLI::App& app, const Option& option) {
  const std::string names = name_for_library(option);
  const auto add = [&](auto* target) {
    if constexpr (std::is_same_v<decltype(target), bool*>) {
      return app.add_flag(names, *target);
    } else {
      return option.count == ValueCount::none ? app.add_flag(names, *target)
                                              : app.add_option(names, *target);
    }
  };
  CLI::Option* const bound = std::visit(add, option.target);
  // Else it would take the words behind its value, too, and `[a,b]` for two values.
  bound->allow_extra_args(option.count == ValueCount::list);
  if (option.count == ValueCount::list) bound->delimiter(',')->expected(1, -1);
  if (option.may_come_again) {
    bound->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }
  if (option.count == ValueCount::at_most_one) bound->expected(0, 1);
  return bound;
}

/// Whether a word may be the option, with its value or without, or have its letter among others.
bool may_be(const Option& option, std::string_view word) {
  if (!is_option(word)) return false;
  if (option.is_called(word.substr(0, word.find('=')))) return true;
  return !word.starts_with("--") && std::ranges::any_of(option.names, [&](std::string_view name) {
    return name.size() == 2 && word.find(name.back()) != std::string_view::npos;
  });
}

/// Fills what the options lead to; returns the words that belong to none. The library hears of no
/// option that was not typed: it compares each with all others.
Words parse_options(Words words, const KnownOptions& known) {
  CLI::App app{"", "care"};
  app.allow_extras();
  app.set_help_flag();
  std::vector<std::pair<const CLI::Option*, bool*>> implied;
  std::vector<Words*> lists;
  for (const Options* options : {&known.command, &known.global}) {
    for (const Option& option : options->options) {
      const auto is_it = [&](const std::string& word) { return may_be(option, word); };
      if (std::ranges::none_of(words, is_it)) continue;
      const CLI::Option* const bound = bind(app, option);
      if (option.is_given != nullptr) implied.emplace_back(bound, option.is_given);
      if (option.skips_empty) lists.push_back(std::get<Words*>(option.target));
    }
  }
  try {
    std::ranges::reverse(words);
    app.parse(std::move(words));
  } catch (const CLI::ParseError& error) {
    refuse("{}; `care --help` shows what there is", {error.what()});
  }
  for (const auto& [option, is_given] : implied) *is_given = option->count() > 0;
  for (Words* const list : lists) std::erase(*list, std::string{});
  return app.remaining();
}

// --- Words that belong to no option -------------------------------------------------------------

[[noreturn]] void refuse_option(const std::string& word, const KnownOptions& known,
                                bool takes_text) {
  std::vector<std::string_view> names;
  for (const Options* options : {&known.command, &known.global}) {
    for (const Option& option : options->options) {
      for (const std::string_view name : option.names) {
        if (name.starts_with("--")) names.push_back(name);
      }
    }
  }
  const std::string typed = word.substr(0, word.find('='));
  const std::string_view meant = option_for(typed, names);
  const std::string near =
      meant.empty() ? suggestion(typed, names) : fmt::format("; for that: {}", meant);
  const bool may_be_text = near.empty() && takes_text;
  refuse("{}: there is no option {}{}",
         {known.command.name, shown(typed),
          may_be_text ? "; put -- before a text that begins with -" : near});
}

/// A day from today on, as it is typed.
bool is_day_ahead(const std::string& word) {
  const auto day = parse_typed_day(word, Moment{}, WorkCalendar{}, Lean::future);
  return day && !day->time && day->day >= Date{};
}

/// The page of a day that was typed as a command, or behind one.
std::string page_of(const std::string& day) {
  const std::string_view quote = day.find(' ') == std::string::npos ? "" : "\"";
  return fmt::format("for that day: care agenda --from {1}{0}{1} --to {1}{0}{1}", shown(day),
                     quote);
}

/// `care agenda --days 14` for `week 2`; empty where the word is not a small number.
std::string days_of(const std::string& word, std::string_view command) {
  constexpr std::size_t most_digits = 2;
  if (!is_number(word) || word.size() > most_digits) return {};
  return fmt::format("for that: care agenda --days {}",
                     std::stoi(word) * (command == "week" ? 7 : 1));
}

/// What helps who typed one of the words for a time behind a page; empty for other words.
std::string_view page_for(std::string_view word) {
  constexpr std::pair<std::string_view, std::string_view> known[] = {
      {"next", "for next week: care week --today mon"},
      {"this", "for this week: care week"},
      {"week", "for that: care week"},
      {"month", "for that: care agenda --days 30"},
      {"last", "for what happened: care journal"},
      {"yesterday", "for that: care journal"},
      {"all", "for all owners: care today --all"},
  };
  const auto row = std::ranges::find_if(
      known, [&](const auto& each) { return equal_ignoring_case(each.first, word); });
  return row == std::end(known) ? std::string_view{} : row->second;
}

[[noreturn]] void refuse_word(const std::string& word, const Options& command) {
  const std::string_view name = command.name;
  const bool is_page = name == "today" || name == "week" || name == "agenda";
  std::string near = "put several words in quotes";
  if (is_page || name == "list") {
    near = fmt::format("for one customer: care show {}", shown(word));
  } else if (command.arguments.empty()) {
    near = "it takes none";
  }
  if (is_page && is_day_ahead(word)) near = page_of(word);
  if (is_page && !page_for(word).empty()) near = page_for(word);
  if (const std::string days = days_of(word, name); is_page && !days.empty()) near = days;
  refuse("{}: one word too many: \"{}\"; {}", {name, shown(word), near});
}

/// Gives each word to the argument whose turn it is.
class ArgumentFiller {
 public:
  explicit ArgumentFiller(const KnownOptions& known)
      : known_{known}, next_{known.command.arguments.begin()} {}

  void take(const std::string& word, bool is_literal) {
    const bool has_place = next_ != known_.command.arguments.end();
    const bool takes_text =
        has_place && std::holds_alternative<Words*>(known_.command.arguments.back().target);
    const bool may_be_day = has_place && !text_begun_ && is_typed_day(word);
    if (!is_literal && is_option(word) && !may_be_day) refuse_option(word, known_, takes_text);
    if (!has_place) refuse_word(word, known_.command);
    if (std::string* const* one = std::get_if<std::string*>(&next_->target)) {
      **one = word;
      ++next_;
    } else if (text_begun_ || !word.empty()) {
      std::get<Words*>(next_->target)->push_back(word);
      text_begun_ = true;
    }
  }

 private:
  const KnownOptions& known_;
  std::vector<Argument>::const_iterator next_;
  bool text_begun_ = false;
};

void check_customer(const Options& command) {
  for (const Argument& argument : command.arguments) {
    const bool is_needed = argument.name == "WHO" && !argument.usage.starts_with('[');
    if (!is_needed || !std::get<std::string*>(argument.target)->empty()) continue;
    refuse("{} wants a customer: an id, or words of a name; `care list` shows all", {command.name});
  }
}

// --- The command --------------------------------------------------------------------------------

[[noreturn]] void refuse_command(const std::string& word) {
  std::vector<std::string_view> names;
  for (const CommandRow& row : command_table()) names.push_back(row.name);
  names.emplace_back("help");
  const std::string_view meant = command_for(word);
  std::string near = !meant.empty()       ? fmt::format("; for that: {}", meant)
                     : is_day_ahead(word) ? "; " + page_of(word)
                                          : suggestion(word, names);
  if (near.empty()) {
    near = fmt::format("; `care --help` shows all; for a customer: care show {}", shown(word));
  }
  refuse("there is no command \"{}\"{}", {shown(word), near});
}

Command make(std::string_view name) { return find_command(name)->make(name); }

/// Takes the name of the command out of the words; `help` becomes an option.
std::string take_command(Words& words, const KnownOptions& of_today) {
  auto place = command_place(words, of_today);
  const bool asks_help = place && words[*place] == "help";
  if (asks_help) {
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(*place));
    words.emplace_back("--help");
    place = command_place(words, of_today);
  }
  if (!place) return {};
  std::string name = words[*place];
  const bool is_page = asks_help && name == book_topic;
  if (!is_page && find_command(name) == nullptr) {
    const std::string& before = words[*place == 0 ? 0 : *place - 1];
    // What is taken for the command may be the value of an option that today does not have.
    if (is_option(before) && of_today.find(before) == nullptr) {
      refuse_option(before, of_today, false);
    }
    refuse_command(name);
  }
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(*place));
  return name;
}

/// Behind `--contact`, `--phone` is `--contact-phone`, where the command has that.
void name_parts(Words& words, const KnownOptions& known) {
  std::string part;
  for (std::string& word : words) {
    if (!word.starts_with("--")) continue;
    const std::string of_part = part.empty() ? "" : fmt::format("{}{}", part, word.substr(1));
    if (!part.empty() && known.find(of_part.substr(0, of_part.find('='))) != nullptr) {
      word = of_part;
    } else if (known.find(fmt::format("{}-phone", word.substr(0, word.find('=')))) != nullptr) {
      part = word.substr(0, word.find('='));
    }
  }
}

}  // namespace

CommandLine parse(const std::vector<std::string>& typed) {
  // What stands behind a lone -- is text, whatever it looks like.
  const auto dashes = std::ranges::find(typed, "--");
  Words words{typed.begin(), dashes};
  CommandLine line;
  Options global;
  line.global.declare(global);
  Command command = make("today");
  line.command = take_command(words, {command.options, global});
  if (find_command(line.command) != nullptr) command = make(line.command);
  const KnownOptions known{command.options, global};
  name_parts(words, known);
  join_values(words, known);
  check_values(words, known);
  const Words rest = parse_options(std::move(words), known);
  if (line.global.help || line.global.version) return line;
  refuse_unseen(known);
  ArgumentFiller filler{known};
  for (const std::string& word : rest) filler.take(word, false);
  for (auto word = dashes; word != typed.end(); ++word) {
    if (word != dashes) filler.take(*word, true);
  }
  line.global.check();
  check_customer(command.options);
  line.run = std::move(command.run);
  line.only_prints = command.only_prints;
  return line;
}

}  // namespace care
