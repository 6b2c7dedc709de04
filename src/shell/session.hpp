#pragma once

#include <care/cli.hpp>
#include <care/reading.hpp>
#include <care/render.hpp>

#include "shell/command_line/command.hpp"
#include "shell/disk/mapped_files.hpp"
#include "shell/disk/output_guard.hpp"

namespace care {

/// How much of a book is read.
struct Extent {
  int pages = 0;           ///< those of so many days from today, if they are not empty
  std::string_view who{};  ///< one customer, and what is wrong with anybody

  /// Where neither is asked for.
  [[nodiscard]] bool is_whole() const { return pages == 0 && who.empty(); }
};

/// A book with all that is wrong with it on the day, and that day.
struct Loaded {
  Reading& reading;  ///< lives as long as the world
  Moment now;
  std::vector<Problem> notes;  ///< for `care check` alone
  Extent extent{};

  [[nodiscard]] const Book& book() const { return reading.book; }
  [[nodiscard]] ExitCode exit_code() const {
    return reading.problems.empty() ? ExitCode::done : ExitCode::problems_found;
  }
};

/// One run of a command: the world outside, and what was typed for every command. Wrong use throws
/// UsageError, files FileError.
struct Session {
  World& world;
  GlobalOptions global;
  std::shared_ptr<MappedFiles> mapped = std::make_shared<MappedFiles>();

  /// Nothing where the variable is not set, or empty.
  [[nodiscard]] std::optional<std::string> environment(std::string_view name) const;
  /// `--book`, and what the environment says; the first is the book.
  [[nodiscard]] std::vector<std::string> named_books() const;
  /// The book. Throws UsageError where none is named.
  [[nodiscard]] std::string book_path() const;
  /// What output must not be written to; `is_forced` as for `--force`.
  [[nodiscard]] OutputGuard output_guard(bool is_forced = false) const {
    return {named_books(), is_forced};
  }
  /// `--now`, `--today`, or the machine's clock.
  [[nodiscard]] Moment now(const Book& book) const;
  [[nodiscard]] std::vector<Source> sources() const;
  /// For whoever prints what stands in the book at once: see MappedFiles.
  [[nodiscard]] Loaded load(Extent extent = {}) const;
  [[nodiscard]] Loaded load(const std::vector<Source>& sources) const;
  /// So much of it; nothing where all of it is needed to tell, or where anything is wrong.
  [[nodiscard]] std::optional<Reading> read_part(const std::vector<Source>& sources,
                                                 Extent extent) const;
  /// How a page for the terminal, or for a file, looks.
  [[nodiscard]] Style style(bool to_file = false) const;

  /// Throws FileError where the book was saved since it was read: then nothing of it may be said.
  void require_unchanged() const;
  /// Writes to standard output.
  void print(std::string_view text) const;
  /// Notes what has been written: should anything fail from now on, the message says so, that
  /// nobody writes it again.
  void note_written(std::string_view what) const { world.written = what; }
  /// Writes the first few problems to standard error.
  void report_problems(const Loaded& loaded) const;

 private:
  [[nodiscard]] std::optional<Loaded> load_part(const std::vector<Source>& sources,
                                                Extent extent) const;
  [[nodiscard]] std::optional<Date> plain_today() const;
  [[nodiscard]] Loaded loaded_of(Reading&& read) const;
};

}  // namespace care
