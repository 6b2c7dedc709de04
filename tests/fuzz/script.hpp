#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fuzz/grammar.hpp"
#include "fuzz/place.hpp"

namespace care::test {

/// What one input says: commands that are typed one after the other in a directory of their own.
///
///     @ now 2026-11-23T09:10       the clock
///     @ env CARE_STAFF=ana         a variable
///     @ terminal 80                a terminal of this many columns
///     @ input yes\n                standard input; \n is a line end
///     @ answers 1\n                what somebody types on a terminal
///     @ stdin                      the book is standard input
///     @ full                       nothing can be written to standard output
///     @ random 17 20               a random book, 20 of a hundred tables unsound, before the text
///     $ log ana "hello there"      a command line; quotes keep blanks
///     any other bytes              choices that make a command line, see `command_line`
///
///     everything behind an empty line is the book; U+001C parts the files of a directory
struct Script {
  std::string now = "2026-11-23T09:10";
  std::vector<std::pair<std::string, std::string>> environment;
  std::string input;
  bool is_typed = false;
  bool is_full = false;
  std::size_t columns = 0;  ///< 0: standard output is no terminal
  std::vector<std::vector<std::string>> commands;
  Files book;  ///< by their paths; empty where there is none yet
};

/// Every input is a script. No word and no variable leads out of the working directory.
[[nodiscard]] Script parse_script(std::string_view bytes, const std::vector<Shape>& shapes);

}  // namespace care::test
