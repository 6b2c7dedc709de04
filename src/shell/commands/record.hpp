#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <care/record.hpp>

#include "shell/commands/record_context.hpp"
#include "shell/disk/book_file.hpp"
#include "shell/session.hpp"

namespace care {

/// A day alone for what is about days; to the minute where minutes count.
enum class Precision { day, minute };

/// Who did it and when, and whether to write it: options of every command that writes.
struct RecordOptions {
  std::string on, asked, by;
  bool dry_run = false;

  static constexpr std::string_view usual_on =
      "When it was, as 2026-11-22, 15:30, yesterday, fri (the last one), -2d, 28 Nov; default: now";
  void declare_on(Options& options, std::string_view text = usual_on);
  /// `--by` and `--dry-run`.
  void declare(Options& options);

  /// When it was. UsageError where that is not a day, or still to come.
  [[nodiscard]] When when(const Book& book, Moment now, Precision precision) const;
  /// Who writes: `--by`, $CARE_STAFF, the only one of the staff, the book's owner, or nobody.
  [[nodiscard]] Text writer(const Session& session, const Book& book) const;
};

/// Makes the record, and writes it behind the book unless `--dry-run` was typed. Throws UsageError
/// and FileError; then nothing was written, unless the message says so.
[[nodiscard]] ExitCode write_record(const Session& session, const RecordOptions& options,
                                    const std::function<Record(Book&, Moment now)>& make);

/// The same for a record of a customer.
[[nodiscard]] ExitCode write_record(const Session& session, const RecordOptions& options,
                                    std::string_view who, Precision precision,
                                    const std::function<Record(const RecordContext&)>& make);

/// Where a book's records go: the file itself, or in a directory `log-<by>.toml`.
struct Place {
  std::vector<Source> sources;  ///< of the whole book; one that is not there yet is empty
  std::size_t file = 0;         ///< index of the one to write
  bool is_new = false;

  [[nodiscard]] const Source& target() const { return sources[file]; }
};

/// A book that nobody else writes to; with neither lock nor file where nothing is to be written.
struct Held {
  std::optional<BookLock> lock;
  std::optional<BookFile> file;  ///< the target of `place`
  Place place;
  Reading reading;
};
[[nodiscard]] Held hold(const Session& session, const RecordOptions& options);

}  // namespace care
