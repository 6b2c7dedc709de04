#include "shell/completion.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "shell/export.hpp"
#include "shell/raw.hpp"

namespace care {
namespace {

struct ValueOf {
  std::string_view option;
  Wanted wanted;
};
constexpr std::array<ValueOf, 13> values{{{"--owner", Wanted::staff},
                                          {"--by", Wanted::staff},
                                          {"--tag", Wanted::tag},
                                          {"--tier", Wanted::tier},
                                          {"--contact", Wanted::contact},
                                          {"--request", Wanted::request},
                                          {"--promise", Wanted::promise},
                                          {"--replaces", Wanted::promise},
                                          {"--referred-by", Wanted::customer},
                                          {"--book", Wanted::file},
                                          {"--output", Wanted::file},
                                          {"--vdir", Wanted::directory},
                                          {"--each-owner", Wanted::directory}}};

std::vector<Candidate> candidates_of(const std::vector<std::string_view>& words) {
  std::vector<Candidate> candidates;
  candidates.reserve(words.size());
  for (const std::string_view word : words) candidates.push_back({std::string{word}, {}});
  return candidates;
}

std::vector<std::string_view> words_for(std::string_view option, std::string_view command) {
  if (option == "--format") return format_names(find_command(command).value_or(Command::today));
  if (option == "--only") return kind_names();
  if (option == "--color") return {"auto", "always", "never"};
  if (option == "--mood") return {"delighted", "content", "strained"};
  constexpr std::array<std::string_view, 3> past{"--on", "--asked", "--since"};
  constexpr std::array<std::string_view, 3> coming{"--due", "--from", "--today"};
  if (std::ranges::find(past, option) != past.end()) {
    return {"today", "yesterday", "mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  }
  if (std::ranges::find(coming, option) != coming.end()) {
    return {"today", "tomorrow", "mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  }
  return {};
}

bool is_option(std::string_view word) { return word.size() > 1 && word.starts_with('-'); }

const CommandHelp* command_called(const CommandTree& tree, std::string_view name) {
  const auto found = std::ranges::find(tree.commands, name, &CommandHelp::name);
  return found == tree.commands.end() ? nullptr : &*found;
}

/// Walks over the words before the cursor, as the parser of command lines would.
class Walk {
 public:
  Walk(const CommandTree& tree, Completion& completion) : tree_(tree), completion_(completion) {}

  void take(const std::string& word) {
    const bool is_value = open_ != nullptr && (open_->count == ValueCount::one || !is_option(word));
    if (!literal_ && word == "--") {
      literal_ = true;
      open_ = nullptr;
    } else if (!literal_ && is_value) {
      value(word);
    } else if (!literal_ && is_option(word)) {
      option(word);
    } else {
      plain(word);
    }
  }

  /// What the last word may be, once all others were taken.
  void finish(const std::string& word) {
    completion_.prefix = word;
    const auto equals = word.find('=');
    if (!literal_ && open_ == nullptr && word.starts_with("--") && equals != std::string::npos) {
      completion_.lead = word.substr(0, equals + 1);
      completion_.prefix = word.substr(equals + 1);
      if (const OptionHelp* found = find_option(word.substr(0, equals))) offer_values(*found);
    } else if (open_ != nullptr && (open_->count == ValueCount::one || !is_option(word))) {
      offer_values(*open_);
    } else if (!literal_ && word.starts_with('-')) {
      offer_options();
    } else if (command_ == nullptr) {
      offer_commands();
    } else {
      offer_argument();
    }
  }

 private:
  [[nodiscard]] const OptionHelp* find_option(std::string_view name) const {
    const CommandHelp* const command =
        command_ != nullptr ? command_ : command_called(tree_, "today");
    for (const auto* options : {command != nullptr ? &command->options : nullptr, &tree_.options}) {
      if (options == nullptr) continue;
      for (const OptionHelp& option : *options) {
        if (std::ranges::find(option.names, name) != option.names.end()) return &option;
      }
    }
    return nullptr;
  }

  void note(const OptionHelp& option, std::string_view text) {
    const std::string& name = option.names.back();
    if (name == "--book") completion_.book = text;
    if (name == "--today") completion_.today = text;
    if (name == "--now") completion_.now = text;
  }

  void option(const std::string& word) {
    const auto equals = word.find('=');
    const OptionHelp* const found = find_option(word.substr(0, equals));
    open_ = nullptr;
    if (found == nullptr) return;
    if (equals != std::string::npos) {
      note(*found, std::string_view{word}.substr(equals + 1));
    } else if (found->count != ValueCount::none) {
      open_ = found;
    }
  }

  /// Behind a list, the first word that is none of its words is a command or an argument.
  void value(const std::string& word) {
    const bool is_list = open_->count == ValueCount::list;
    if (is_list && command_ == nullptr && command_called(tree_, word) != nullptr &&
        std::ranges::count(kind_names(), word) == 0) {
      plain(word);
      return;
    }
    note(*open_, word);
    if (!is_list) open_ = nullptr;
  }

  void plain(const std::string& word) {
    open_ = nullptr;
    if (command_ == nullptr) {
      if (word == "help" && !wants_help_) {
        wants_help_ = true;
        return;
      }
      command_ = command_called(tree_, word);
      completion_.command = word;
      is_unknown_ = command_ == nullptr;
      return;
    }
    if (arguments_ == 0 && !command_->arguments.empty() &&
        command_->arguments.front().name == "WHO") {
      completion_.who = word;
    }
    ++arguments_;
  }

  void offer_values(const OptionHelp& option) {
    const std::string& name = option.names.back();
    const auto found = std::ranges::find(values, std::string_view{name}, &ValueOf::option);
    if (found != values.end()) completion_.wanted = found->wanted;
    completion_.candidates = candidates_of(words_for(name, completion_.command));
  }

  void offer_options() {
    const CommandHelp* const command =
        command_ != nullptr ? command_ : command_called(tree_, "today");
    for (const auto* options : {command != nullptr ? &command->options : nullptr, &tree_.options}) {
      if (options == nullptr) continue;
      for (const OptionHelp& option : *options) {
        for (const std::string& name : option.names) {
          if (name.starts_with("--")) completion_.candidates.push_back({name, option.text});
        }
      }
    }
  }

  void offer_commands() {
    if (is_unknown_) return;
    for (const CommandHelp& command : tree_.commands) {
      completion_.candidates.push_back({command.name, command.about});
    }
    if (!wants_help_) completion_.candidates.push_back({"help", "The help of a command"});
  }

  void offer_argument() {
    if (wants_help_ || arguments_ >= command_->arguments.size()) return;
    const std::string& name = command_->arguments[arguments_].name;
    if (name == "WHO") completion_.wanted = Wanted::customer;
    if (name == "PATH") completion_.wanted = Wanted::file;
    if (name == "SHELL") completion_.candidates = candidates_of({"bash", "zsh", "fish"});
    if (name == "WHAT" && command_->name == name_of(Command::ready)) {
      completion_.wanted = Wanted::event;
    }
    if (name == "WHAT" && command_->name == name_of(Command::export_plan)) {
      std::vector<std::string_view> names;
      for (const Export& one : exports()) names.push_back(one.what);
      completion_.candidates = candidates_of(names);
    }
    if (name == "UNTIL") completion_.candidates = candidates_of(words_for("--due", {}));
  }

  const CommandTree& tree_;
  Completion& completion_;
  const CommandHelp* command_ = nullptr;
  const OptionHelp* open_ = nullptr;  ///< the option whose value may come next
  std::size_t arguments_ = 0;         ///< words behind the command that belong to no option
  bool literal_ = false;              ///< behind a lone --
  bool wants_help_ = false;
  bool is_unknown_ = false;  ///< there is no such command, so nothing is known of what follows
};

}  // namespace

Completion complete(const CommandTree& tree, const std::vector<std::string>& words) {
  Completion completion;
  Walk walk{tree, completion};
  for (std::size_t i = 0; i + 1 < words.size(); ++i) walk.take(words[i]);
  walk.finish(words.empty() ? std::string{} : words.back());
  return completion;
}

}  // namespace care
