#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <care/calendar_typed.hpp>

namespace care {

// What can be typed, said once: parsing, help, manual page, completion and suggestions follow.

/// What of the book or the disk may stand in a place of a command line.
enum class Wanted {
  words,  ///< nothing but the words that are declared
  file,
  directory,
  column,  ///< KEY=COLUMN, of the tables that are named before
  customer,
  staff,
  tag,
  tier,
  contact,
  request,
  promise,
  event,
  plan,
  message
};

/// What the Tab key offers in a place.
struct Offered {
  Wanted wanted = Wanted::words;
  std::vector<std::string_view> words{};
};

/// `today`, `yesterday` or `tomorrow`, and the weekdays.
[[nodiscard]] Offered days_offered(Lean lean);

/// An option whose value may be left out: then what is meant follows from the book.
struct Implied {
  bool is_given = false;
  std::string value;  ///< empty where it was left out
};

/// The same for one that may be given again; those without a value are left out of the list.
struct ImpliedList {
  bool is_given = false;
  std::vector<std::string> value;
};

/// How many values stand behind an option.
enum class ValueCount { none, at_most_one, one, list };

/// An option, and where its value goes.
struct Option {
  using Target = std::variant<bool*, std::string*, std::vector<std::string>*>;

  std::vector<std::string_view> names;  ///< with their dashes: -o, --output
  std::string_view value;               ///< what the help calls it: FILE, [WHAT]; empty: none
  std::string text;
  Target target;
  ValueCount count = ValueCount::none;
  Offered offered{};
  bool* is_given = nullptr;
  bool may_come_again = false, is_day = false, is_amount = false, is_hidden = false;
  bool skips_empty = false;  ///< of a list: an empty value says nothing

  [[nodiscard]] bool is_called(std::string_view name) const;
  /// Several values, with commas or blanks between them.
  Option& list();
  /// Takes `1 Dec` as one value, and offers days where it is known which are meant.
  Option& day(std::optional<Lean> lean = {});
  /// Takes `1000 EUR` as one value.
  Option& amount();
  Option& hide();
};

/// A word that belongs to no option, and where it goes; a list takes all that are left.
struct Argument {
  using Target = std::variant<std::string*, std::vector<std::string>*>;

  std::string_view name, usage;  ///< TEXT, [TEXT...]
  std::string_view text;
  Target target;
  Offered offered{};
};

/// All that can be typed behind a command, or with each of them. The texts that are passed by
/// view must be literals.
struct Options {
  std::string_view name, about;  ///< of the command
  std::vector<Argument> arguments;
  std::vector<Option> options;
  std::vector<std::string_view> examples;

  void summary(std::string_view text) { about = text; }
  void example(std::string_view line) { examples.push_back(line); }

  /// WHO, without whom no such command runs.
  void who(std::string& target);
  /// Called by the first word of its usage.
  void argument(std::string_view usage, Argument::Target target, std::string_view text,
                Offered offered = {});

  /// Takes no value; where it goes to a list, its own name is added there, without dashes.
  Option& flag(std::string_view names, Option::Target target, std::string_view text);
  /// May be given again where it goes to a list.
  Option& value(std::string_view names, std::string_view value, Option::Target target,
                std::string_view text, Offered offered = {});
  template <class Target>  // Implied or ImpliedList
  void implied(std::string_view names, std::string_view value, Target& target,
               std::string_view text, const Offered& offered = {}) {
    Option& option = this->value(names, value, &target.value, text, offered);
    option.count = ValueCount::at_most_one;
    option.is_given = &target.is_given;
  }

  /// Nothing where none of them has this name.
  [[nodiscard]] const Option* find(std::string_view option_name) const;

 private:
  Option& add(std::string_view names, std::string_view value, Option::Target target,
              ValueCount count, std::string_view text);
};

}  // namespace care
