#pragma once

#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <care/book_choices.hpp>

namespace care {

/// A command line that cannot be carried out; `what` says why, and what to write instead.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Throws UsageError: the sentence as it is, or with the words where `{}` or `{0}` stands in it.
[[noreturn]] void refuse(std::string_view sentence,
                         std::initializer_list<std::string_view> words = {});

/// A word that was typed, as messages show it.
[[nodiscard]] std::string shown(std::string_view word);

/// `; did you mean x?` where one of the words is near.
[[nodiscard]] std::string suggestion(std::string_view typed,
                                     const std::vector<std::string_view>& known);

/// Throws UsageError with the nearest where the text is none of the words.
void check_choice(std::string_view option, std::string_view typed,
                  const std::vector<std::string_view>& known);

/// The words of one kind (care/book_choices.hpp), as an option offers them.
template <class Value>
[[nodiscard]] std::vector<std::string_view> choices() {
  return {choice_words<Value>.begin(), choice_words<Value>.end()};
}
/// What the text stands for among them; throws UsageError where it is none.
template <class Value>
[[nodiscard]] Value chosen(std::string_view option, std::string_view typed) {
  check_choice(option, typed, choices<Value>());
  return meaning_of<Value>(typed).value();
}

/// `bash, zsh or fish`
[[nodiscard]] std::string either(const std::vector<std::string_view>& words);

/// The words with blanks, or what else is wanted, between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& words,
                                 std::string_view between = " ");
[[nodiscard]] std::string joined(const std::vector<std::string_view>& words,
                                 std::string_view between = ", ");

// What people type who have not read the manual, and what says it here. Empty where that is not
// known.

/// For a command that does not exist: `called` returns `care log WHO --call`.
[[nodiscard]] std::string_view command_for(std::string_view word);

/// For an option that a command does not have, of those that it has: `--date` returns `--on WHEN`.
[[nodiscard]] std::string_view option_for(std::string_view word,
                                          const std::vector<std::string_view>& known);

/// For a mood that does not exist: `angry` returns `strained`.
[[nodiscard]] std::string_view mood_for(std::string_view word);

/// For what `care export` does not know: `ics` returns `calendar`.
[[nodiscard]] std::string_view export_for(std::string_view word);

}  // namespace care
