#pragma once

#include <chrono>
#include <functional>
#include <memory>
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
  /// How far that clock is ahead of UTC at that moment; not set: nobody knows.
  std::function<std::chrono::minutes(Moment)> zone{};
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
  /// The same for a program that shows a text page by page.
  std::function<bool(const std::vector<std::string>& command, std::string_view text)> run_pager;
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  std::size_t columns = 80;
  std::size_t rows = 0;  ///< 0: not known, and then no page is too long
  /// What has been written already, which a failure from then on must not hide.
  std::string_view written{};
  /// What was read: it takes long to take apart, which `main` is spared by leaving at once.
  std::vector<std::shared_ptr<const void>> kept{};
};

enum class ExitCode {
  done = 0,
  something_due = 1,  ///< only with `--exit-code`
  wrong_usage = 2,
  problems_found = 3,  ///< of the book; what was asked for is printed all the same
  not_read_or_written = 4
};

/// Runs one command line, without the program's name.
[[nodiscard]] ExitCode run(const std::vector<std::string>& arguments, World& world);

}  // namespace care
