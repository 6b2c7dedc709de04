#pragma once

#include <deque>
#include <string>
#include <variant>
#include <vector>

#include "shell/raw.hpp"

namespace care {

/// An option, or an argument (its name has no dashes), and where its value goes. The members say
/// more of it, one behind the other.
struct Option {
  using Target = std::variant<std::string*, std::vector<std::string>*, bool*>;

  std::string names, text;
  Target target;
  bool takes_value = true;
  std::string value{};  ///< what the help calls its value
  bool may_come_again = false, may_lack_value = false, is_list = false, is_hidden = false;

  Option* called(const std::string& name);
  Option* again();
  Option* value_may_lack();
  /// Several values behind it, with commas or blanks between them.
  Option* list();
  Option* hide();
};

/// The options of the program or of a command, and the program's commands, as they are declared.
struct Options {
  std::string name, about;
  std::deque<Option> all{};
  std::deque<Options> commands{};

  Option* option(const std::string& names, Option::Target target, const std::string& text);
  /// Takes no value; where it fills a list, each name brings the word behind it in braces.
  Option* flag(const std::string& names, Option::Target target, const std::string& text);
  Options* command(const std::string& command, const std::string& meaning);
};

/// All that can be typed; what is typed goes into `raw`.
[[nodiscard]] Options declare_options(Raw& raw);
/// The commands that write to the book.
void declare_records(Options& app, Raw& raw);
/// WHO, as every command takes it.
void declare_who(Options& app, Raw& raw);

}  // namespace care
