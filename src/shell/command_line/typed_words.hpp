#pragma once

#include <cstddef>

#include "shell/command_line/options.hpp"

namespace care {

// The words of a command line before they are parsed: what people leave out, and what would be
// taken for something else.

/// The options that go with a command.
struct KnownOptions {
  const Options& command;
  const Options& global;

  /// Nothing where there is no such option.
  [[nodiscard]] const Option* find(std::string_view name) const;
};

/// `-x`, `--option`; a lone `-` is not.
[[nodiscard]] bool is_option(std::string_view word);

/// `-2d` is a day, although it begins like an option.
[[nodiscard]] bool is_typed_day(std::string_view word);

/// The place of the command among the words; nothing where none was typed (`care` = `care today`).
[[nodiscard]] std::optional<std::size_t> command_place(const std::vector<std::string>& words,
                                                       const KnownOptions& known);

/// Makes one word of `--due 1 Dec` and `--on fri 15:30`, of as many as are a day together, and of
/// `--amount 1000 EUR`.
void join_values(std::vector<std::string>& words, const KnownOptions& known);

/// Throws UsageError where an option lacks the value that it needs or stands there twice, or where
/// nobody could tell whether the word behind it is its value.
void check_values(const std::vector<std::string>& words, const KnownOptions& known);

/// Throws UsageError where what was given to an option has nothing that anybody sees; what is empty
/// counts as not given, since scripts write `--phone "$PHONE"`.
void refuse_unseen(const KnownOptions& known);

}  // namespace care
