#pragma once

#include "shell/command_line/command.hpp"

namespace care {

// Completion of command lines. The scripts for the shells are a few lines each: they pass the words
// up to the cursor on to `care __complete WORDS...`, so that all three offer the same, and what
// this very program knows.

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
  bool has_key = false;               ///< of KEY=COLUMN: bash cuts words at `=`
  std::string command, book, who, today, now;  ///< what stands before; empty: nothing
};

/// The words behind `care` up to the cursor; the last is the one to complete, and may be empty.
[[nodiscard]] Completion complete(const CommandLineHelp& help,
                                  const std::vector<std::string>& words);

/// The first word of a command line that asks for completions; not a command for people.
inline constexpr std::string_view complete_word = "__complete";

/// Prints `words`, `files` or `directories`, then a line `CANDIDATE<TAB>MEANING` for each word that
/// would fit. Candidates that a terminal would not show as they are, are left out. A book that
/// cannot be read offers nothing, and says nothing (commands/complete.cpp).
[[nodiscard]] ExitCode run_complete(const std::vector<std::string>& words, World& world);

}  // namespace care
