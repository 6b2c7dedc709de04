#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace care::test {

/// What a command of a transcript finds when it starts.
struct Scene {
  std::string now = "2026-11-23T09:00";
  std::string input;
  bool answers = false;  ///< somebody types the input, line by line
  std::map<std::string, std::string> environment;
  unsigned columns = 0;  ///< of the terminal that it writes to; 0: none
  unsigned rows = 0;     ///< 0: as many as there are lines
};

/// What a command leaves.
struct Played {
  std::string out;
  std::string err;
  int code = 0;
};

/// Runs `care` with these words in this process; `words` do not begin with the program's name.
[[nodiscard]] Played play(const std::vector<std::string>& words, const Scene& scene);

/// What a transcript changes before its next command.
struct Setting {
  enum class Kind { now, environment, terminal, write, copy, input, answers } kind;
  std::string name;  ///< the moment, variable, size of the terminal, or file
  std::string text;  ///< the variable's value, or the lines up to EOF
};

/// A command, and the lines that it is expected to leave, as they stand in the file.
struct Command {
  std::vector<std::string> words;
  std::vector<std::string> expected;
};

struct Step {
  std::size_t line;  ///< its first line, from 1
  std::size_t end;   ///< its last line, from 1
  std::variant<Setting, Command> what;
};

/// How a file carries its transcript: as a whole, or in ```console blocks, with settings in
/// comments `<!-- @ … -->`, on lines up to `EOF` where they have lines of their own, and without
/// the signs `!` and `\!`: that is how a reader sees a terminal.
enum class Wrapping { none, markdown };

struct Transcript {
  std::vector<std::string> lines;
  std::vector<Step> steps;
};

/// Reads a transcript; throws std::runtime_error `LINE: what is wrong`.
///
///     # Any sentence.
///     @ now 2026-11-22T08:30          the clock, until the next such line
///     @ env CARE_BOOK=shop.toml       a variable, from here on; there are no others
///     @ terminal 80                   a terminal of 80 columns from here on; 0: none
///     @ terminal 80x24                the same with 24 rows, behind which the pager is run
///     @ copy examples/saguaro         a file or directory of the project, to the same place
///     @ book shop.toml <<EOF          a file
///     @ input <<EOF                   what the next command reads from standard input
///     @ answers <<EOF                 what is typed, line by line, to the next command
///     $ care today --owner 'nick'     a command; also `$ cat FILE`
///     what is expected on standard output
///     ! what is expected on standard error
///     ? 3                             the exit code; left out: 0
///
/// Output lines that begin with `#`, `$`, `!`, `?` or `@` and a blank, or with `\`, stand behind
/// a `\`, and so do empty lines at either end of an output (alone: `\`). Empty lines before a
/// command, a setting or a sentence say nothing. Control characters are shown as U+2400 and on.
[[nodiscard]] Transcript parse_transcript(std::string_view text, Wrapping wrapping);

/// The words of a command line, quotes taken off. Throws std::runtime_error at anything for which
/// a real shell would do more than that.
[[nodiscard]] std::vector<std::string> split_words(std::string_view line);

/// What a command left, as a transcript shows it.
[[nodiscard]] std::vector<std::string> shown(const Played& played);

/// The same lines as a page for readers shows them: without the signs for standard error.
[[nodiscard]] std::vector<std::string> as_on_a_page(std::vector<std::string> lines);

/// Where the two differ first, both lines with their neighbours; empty where they are the same.
[[nodiscard]] std::string first_difference(const std::vector<std::string>& expected,
                                           const std::vector<std::string>& got);

/// Plays all of a file in a fresh directory and gives the complaints. With `CARE_UPDATE=1` in the
/// environment the file is rewritten first. Files to copy are looked for in `project`.
[[nodiscard]] std::vector<std::string> play_file(const std::filesystem::path& file,
                                                 const std::filesystem::path& project);

/// The same for a text, with what `run` does in place of `care`; `updated` receives the text as it
/// would be rewritten.
using Run = Played (*)(const std::vector<std::string>& words, const Scene& scene);
[[nodiscard]] std::vector<std::string> play_text(std::string_view text, Wrapping wrapping,
                                                 const std::filesystem::path& project, Run run,
                                                 std::string& updated);

}  // namespace care::test
