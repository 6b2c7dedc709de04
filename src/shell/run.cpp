#include <care/cli.hpp>

#include <exception>
#include <new>

#include "shell/command_line/completion.hpp"
#include "shell/command_line/help.hpp"
#include "shell/command_line/man.hpp"
#include "shell/command_line/parse.hpp"
#include "shell/pager.hpp"
#include "shell/session.hpp"

namespace care {
namespace {

/// What is printed instead of running a command.
std::string answer(const CommandLine& line) {
  if (!line.global.help) return "care " CARE_VERSION "\n";
  if (line.command == book_topic) return book_page();
  return help_page(command_line_help(), line.command);
}

ExitCode run_words(const std::vector<std::string>& words, World& world) {
  if (!words.empty() && words.front() == complete_word) {
    return run_complete({words.begin() + 1, words.end()}, world);
  }
  CommandLine line = parse(words);
  const Session session{world, line.global};
  if (line.run && !line.only_prints) return line.run(session);
  return paged(session, [&] {
    if (line.run) return line.run(session);
    session.print(answer(line));
    return ExitCode::done;
  });
}

/// Takes no memory: there may be none left.
void complain(World& world, std::string_view what) {
  const std::string_view separator = world.written.empty() ? "" : "; ";
  for (const auto piece :
       {std::string_view{"care: "}, what, separator, world.written, std::string_view{"\n"}}) {
    if (!world.write_error(piece)) return;
  }
}

}  // namespace

ExitCode run(const std::vector<std::string>& arguments, World& world) {
  try {
    return run_words(arguments, world);
  } catch (const UsageError& error) {
    complain(world, error.what());
    return ExitCode::wrong_usage;
  } catch (const std::bad_alloc&) {
    complain(world, "out of memory");
  } catch (const std::exception& error) {
    complain(world, error.what());
  }
  return ExitCode::not_read_or_written;
}

}  // namespace care
