#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <care/cli.hpp>

#include "shell/command_tree.hpp"

namespace care {

// Completion of command lines. The scripts for the shells are a few lines each: they pass the words
// up to the cursor on to `care __complete WORDS...`, so that all three offer the same, and what
// this very program knows.

/// The first word of a command line that asks for completions; no command for people.
inline constexpr std::string_view complete_word = "__complete";

/// What could stand in a place of a command line.
enum class Wanted {
  words,  ///< what is in `Completion::candidates`, and nothing else
  file,
  directory,
  customer,
  staff,
  tag,
  tier,
  contact,
  request,
  promise,
  event
};

/// A word, and what it means.
struct Candidate {
  std::string text, about;
};

/// What can be said of the last word without the book.
struct Completion {
  Wanted wanted = Wanted::words;
  std::vector<Candidate> candidates;  ///< all that could stand there, whatever its beginning
  std::string lead;                   ///< `--owner=` where the value hangs on its option
  std::string prefix;                 ///< what was typed of it
  std::string command, book, who, today, now;  ///< what stands before; empty: nothing
};

/// The words behind `care` up to the cursor; the last is the one to complete, and may be empty.
[[nodiscard]] Completion complete(const CommandTree& tree, const std::vector<std::string>& words);

/// Prints `words`, `files` or `directories`, then a line `CANDIDATE<TAB>MEANING` for each word that
/// would fit. Candidates that a terminal would not show as they are, are left out. A book that
/// cannot be read offers nothing, and says nothing. Gives the exit code.
[[nodiscard]] int run_complete(const std::vector<std::string>& words, World& world);

/// The script that makes `bash`, `zsh` or `fish` ask for completions.
[[nodiscard]] std::string_view completion_script(std::string_view shell);

}  // namespace care
