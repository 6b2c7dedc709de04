#pragma once

#include <optional>
#include <string>
#include <vector>

#include <care/record.hpp>

#include "shell/book_file.hpp"
#include "shell/session.hpp"

namespace care {

/// One function for each command that changes the book: gives the exit code.
[[nodiscard]] int run_record(const Arguments& arguments, World& world);
[[nodiscard]] int run_undo(const Arguments& arguments, World& world);
[[nodiscard]] int run_edit(const Arguments& arguments, World& world);

/// `care log WHO` on a terminal: asks what else there is to say. Gives the records to write; none
/// where the answers ended before the last question.
[[nodiscard]] std::vector<Arguments> ask(const Arguments& arguments, World& world);

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
[[nodiscard]] Held hold(const Arguments& arguments, const World& world);

/// Who writes: `--by`, $CARE_STAFF, the only one of the staff, the book's owner, or nobody.
[[nodiscard]] Text writer(const Arguments& arguments, const World& world, const Book& book);

}  // namespace care
