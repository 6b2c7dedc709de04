#pragma once

#include <care/cli.hpp>
#include <care/reading.hpp>
#include <care/render.hpp>

#include "shell/command_line/command.hpp"
#include "shell/disk/mapped_files.hpp"

namespace care {

/// A book with all that is wrong with it on the day, and that day.
struct Loaded {
  Reading& reading;  ///< lives as long as the world
  Moment now;
  std::vector<Problem> notes;  ///< for `care check` alone

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
  /// `--book`, else what the environment says; nothing where that says nothing.
  [[nodiscard]] std::optional<std::string> known_book_path() const;
  /// The same. Throws UsageError where the environment says nothing.
  [[nodiscard]] std::string book_path() const;
  /// `--now`, `--today`, or the machine's clock.
  [[nodiscard]] Moment now(const Book& book) const;
  [[nodiscard]] std::vector<Source> sources() const;
  /// For whoever prints what stands in the book at once: see MappedFiles.
  [[nodiscard]] Loaded load() const;
  [[nodiscard]] Loaded load(const std::vector<Source>& sources) const;
  /// How a page for the terminal, or for a file, looks.
  [[nodiscard]] Style style(bool to_file = false) const;

  /// Throws FileError where the book was saved since it was read: then nothing of it may be said.
  void require_unchanged() const;
  /// Writes to standard output; `consequence` stands behind the reason where that fails.
  void print(std::string_view text, std::string_view consequence = {}) const;
  /// Writes the first few problems to standard error.
  void report_problems(const Loaded& loaded) const;
};

}  // namespace care
