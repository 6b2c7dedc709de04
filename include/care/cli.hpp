#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <care/calendar.hpp>

namespace care {

/// The outside world as the program sees it, all but the files: one swappable object, so that a
/// whole session can be played in a test.
struct World {
  /// The machine's local clock, to the minute.
  std::function<Moment()> now;
  std::function<std::optional<std::string>(std::string_view name)> environment;
  /// All of standard input; nothing where it cannot be read.
  std::function<std::optional<std::string>()> read_input;
  /// The next line of standard input; nothing at its end.
  std::function<std::optional<std::string>()> read_line;
  /// False where the text could not be written; `errno` then says why.
  std::function<bool(std::string_view text)> write_out;
  std::function<bool(std::string_view text)> write_error;
  /// Runs a program and waits for its end. False where it could not be started; `errno` then says
  /// why.
  std::function<bool(const std::vector<std::string>& command)> run_program;
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  std::size_t columns = 80;
};

/// Runs one command line, without the program's name. Gives the exit code of book.md 5: 0 done,
/// 1 something is due (`--exit-code`), 2 wrong usage, 3 problems in the book, 4 not read or
/// written.
[[nodiscard]] int run(const std::vector<std::string>& arguments, World& world);

}  // namespace care
