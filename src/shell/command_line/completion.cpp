#include "shell/command_line/completion.hpp"

#include <care/plan.hpp>

#include <variant>

#include "shell/command_line/typed_words.hpp"

namespace care {
namespace {

/// Walks over the words before the cursor, as the parser of command lines would.
class Walk {
 public:
  Walk(const CommandLineHelp& help, Completion& completion)
      : help_(help), completion_(completion) {}

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
      if (const Option* found = known().find(word.substr(0, equals))) offer(found->offered);
    } else if (open_ != nullptr && (open_->count == ValueCount::one || !is_option(word))) {
      offer(open_->offered);
    } else if (!literal_ && word.starts_with('-')) {
      offer_options();
    } else if (command_ == nullptr) {
      offer_commands();
    } else {
      offer_argument();
    }
  }

 private:
  /// Without a command, those of `today` are meant.
  [[nodiscard]] KnownOptions known() const {
    return {command_ != nullptr ? *command_ : *help_.find("today"), help_.global};
  }

  void note(const Option& option, std::string_view text) {
    const std::string_view name = option.names.back();
    if (name == "--book") completion_.book = text;
    if (name == "--today") completion_.today = text;
    if (name == "--now") completion_.now = text;
  }

  void option(const std::string& word) {
    const auto equals = word.find('=');
    const Option* const found = known().find(std::string_view{word}.substr(0, equals));
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
    if (is_list && command_ == nullptr && help_.find(word) != nullptr && !parse_kind(word)) {
      plain(word);
      return;
    }
    note(*open_, word);
    completion_.has_key =
        open_->offered.wanted == Wanted::column && word.find('=') == std::string::npos;
    if (!is_list && !completion_.has_key) open_ = nullptr;
  }

  void plain(const std::string& word) {
    open_ = nullptr;
    if (command_ == nullptr) {
      if (word == "help" && !wants_help_) {
        wants_help_ = true;
        return;
      }
      command_ = help_.find(word);
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

  void offer(const Offered& offered) {
    completion_.wanted = offered.wanted;
    for (const std::string_view word : offered.words) {
      completion_.candidates.push_back({std::string{word}, {}});
    }
  }

  void offer_options() {
    const KnownOptions both = known();
    for (const Options* options : {&both.command, &both.global}) {
      for (const Option& option : options->options) {
        if (option.is_hidden) continue;
        for (const std::string_view name : option.names) {
          if (name.starts_with("--")) {
            completion_.candidates.push_back({std::string{name}, option.text});
          }
        }
      }
    }
  }

  void offer_commands() {
    if (is_unknown_) return;
    for (const Options& command : help_.commands) {
      completion_.candidates.push_back({std::string{command.name}, std::string{command.about}});
    }
    if (!wants_help_) completion_.candidates.push_back({"help", "The help of a command"});
  }

  void offer_argument() {
    const std::vector<Argument>& arguments = command_->arguments;
    if (wants_help_ || arguments.empty()) return;
    const bool is_list = std::holds_alternative<std::vector<std::string>*>(arguments.back().target);
    if (arguments_ < arguments.size()) return offer(arguments[arguments_].offered);
    if (is_list) offer(arguments.back().offered);
  }

  const CommandLineHelp& help_;
  Completion& completion_;
  const Options* command_ = nullptr;
  const Option* open_ = nullptr;  ///< the option whose value may come next
  std::size_t arguments_ = 0;     ///< words behind the command that belong to no option
  bool literal_ = false;          ///< behind a lone --
  bool wants_help_ = false;
  bool is_unknown_ = false;  ///< there is no such command, so nothing is known of what follows
};

}  // namespace

Completion complete(const CommandLineHelp& help, const std::vector<std::string>& words) {
  Completion completion;
  Walk walk{help, completion};
  for (std::size_t i = 0; i + 1 < words.size(); ++i) walk.take(words[i]);
  walk.finish(words.empty() ? std::string{} : words.back());
  return completion;
}

}  // namespace care
