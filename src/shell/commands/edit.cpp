#include <care/render_formats.hpp>
#include <care/report.hpp>

#include <fmt/format.h>

#include "shell/commands/lookup.hpp"
#include "shell/disk/book_sources.hpp"
#include "shell/disk/editor.hpp"
#include "shell/disk/files.hpp"
#include "shell/session.hpp"

namespace care {
namespace {

std::vector<std::string> editor_of(const Session& session) {
  for (const std::string_view name : {"VISUAL", "EDITOR"}) {
    auto words = editor_words(session.environment(name).value_or(""));
    if (!words.empty()) return words;
  }
  return {"vi"};
}

/// Where the customer stands, also one that cannot be read.
Position place_of(const Book& book, const std::string& who) {
  const Search search = find_customer(book, who);
  if (search.found.empty()) {
    for (const Unreadable& lost : book.unreadable) {
      if (lost.id == who || lost.name == who) return lost.at;
    }
  }
  return book.customers[customer_named(book, who)].at;
}

/// `care edit WHO`
struct Editing {
  std::string who;

  void declare(Options& options) {
    options.summary("Open the book at a customer, in $VISUAL or $EDITOR");
    options.who(who);
    options.example("care edit acme");
    options.example("EDITOR=nano care edit \"maria alvarez\"");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    const std::string path = session.book_path();
    if (path == "-") refuse("edit wants a book that is a file; give --book PATH");
    const auto command = command_at_customer(session, path);
    if (!session.world.run_program(command)) {
      throw FileError{fmt::format("{}: {}; set VISUAL or EDITOR to an editor that is here",
                                  neutralised(command.front()), last_error())};
    }
    const Loaded loaded = session.load(session.sources());
    session.print(formats().front().problems(loaded.book(), loaded.reading.problems));
    return loaded.exit_code();
  }

 private:
  [[nodiscard]] std::vector<std::string> command_at_customer(const Session& session,
                                                             const std::string& path) const {
    const std::vector<Source> sources = read_sources(path);
    const Reading reading = read_book(sources);
    const Position at = place_of(reading.book, who);
    return editor_command(editor_of(session), sources[at.file].name, at.line);
  }
};

}  // namespace

CommandRow edit_command() { return row<Editing>("edit"); }

}  // namespace care
