#pragma once

#include <care/plan.hpp>
#include <care/record.hpp>
#include <care/text_blank.hpp>

#include <concepts>
#include <type_traits>

#include "shell/commands/lookup.hpp"
#include "shell/disk/book_file.hpp"
#include "shell/session.hpp"

namespace care {

/// What a record is made from: the book as it is, whom it is about, who did it and when.
struct RecordContext {
  Book& book;  ///< its TextStore takes the texts that the record needs
  CustomerIndex who = 0;
  Moment now;
  When on;                           ///< what was said, else now
  Text by;                           ///< empty: nobody is named
  std::vector<std::string> words{};  ///< those behind WHO, less what belongs to the name
  std::vector<std::string>* remarks = nullptr;

  /// Something to say once the record is written: a sentence without its point.
  void remark(std::string_view sentence) const {
    if (remarks != nullptr) remarks->emplace_back(sentence);
  }

  [[nodiscard]] const Customer& customer() const { return as_of(book, who, day_of(now)); }
  /// The customer's id, as messages show it.
  [[nodiscard]] std::string id() const { return shown(customer().id); }
  /// What was typed as a text of the book, which must not point into the command line.
  [[nodiscard]] Text keep(std::string_view typed) const {
    return is_blank(typed) ? Text{} : book.texts->keep(typed);
  }
  /// The plan as of the record's day.
  [[nodiscard]] CustomerPlan plan() const;
  /// Throws UsageError where nobody would see the request or promise.
  void refuse_former(std::string_view what) const;
  /// The day or moment behind `--due`, not before the record's. Nothing where none was typed.
  [[nodiscard]] std::optional<When> due_typed(std::string_view due) const;

  /// A record of this kind with what all have.
  template <class Kept>
  [[nodiscard]] Kept begun() const {
    Kept record{};
    record.customer = who;
    record.by = by;
    if constexpr (requires { record.on = on; }) record.on = on;
    return record;
  }
};

/// A day alone for what is about days; to the minute where minutes count.
enum class Precision { day, minute };

/// Who did it and when, and whether to write it: options of every command that writes.
struct RecordOptions {
  std::string on, asked, by;
  bool dry_run = false;
  bool may_lie_ahead = false;

  static constexpr std::string_view usual_on =
      "When it was, as 2026-11-22, 15:30, yesterday, fri (the last one), -2d, 28 Nov; default: now";
  void declare_on(Options& options, std::string_view text = usual_on);
  /// The same for what may lie ahead.
  void declare_on_ahead(Options& options, std::string_view text);
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
/// The same for several of one customer: all of them are written, or none.
[[nodiscard]] ExitCode write_records(
    const Session& session, const RecordOptions& options,
    const std::function<std::vector<Record>(Book&, Moment now)>& make,
    const std::vector<std::string>& remarks = {});

/// Whom a record is about, and the words behind them, as they were typed.
struct TypedWords {
  std::string_view who;
  const std::vector<std::string>& words;
};
/// The same for records of a customer, from as much of the book as the extent says, or more.
[[nodiscard]] ExitCode write_records(
    const Session& session, const RecordOptions& options, const TypedWords& typed,
    Precision precision, const std::function<std::vector<Record>(const RecordContext&)>& make,
    Extent extent = {});
/// For one, with what is to be known where they asked not to be contacted.
[[nodiscard]] ExitCode write_record_from(const Session& session, const RecordOptions& options,
                                         const TypedWords& typed, Precision precision,
                                         const std::function<Record(const RecordContext&)>& make,
                                         Extent extent);
/// The same. Where it changes nothing that others say, they need not be read.
template <class Make>
[[nodiscard]] ExitCode write_record(const Session& session, const RecordOptions& options,
                                    const TypedWords& typed, Precision precision,
                                    const Make& make) {
  using Made = std::invoke_result_t<const Make&, const RecordContext&>;
  static_assert(!std::same_as<Made, Record>, "of a kind that is known");
  return write_record_from(session, options, typed, precision, make,
                           changes_others<Made> ? Extent{} : Extent{.who = typed.who});
}

/// A command that writes one record of a customer: besides `declare` it has `who`, `words`,
/// `record`, `precision`, `check()` for what makes no sense whatever the book says, and
/// `made(context)`.
template <class Declared>
struct Writing : Declared {
  [[nodiscard]] ExitCode run(const Session& session) const {
    this->check();
    return write_record(session, this->record, {this->who, this->words}, Declared::precision,
                        [this](const RecordContext& context) { return this->made(context); });
  }
};

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
  bool is_whole = true;  ///< `reading` is all of the book
};
/// What will be done to a book.
enum class Change { addition, other };
[[nodiscard]] Held hold(const Session& session, const RecordOptions& options,
                        Change change = Change::addition, Extent extent = {});
/// What is in another format would be a book afterwards, and nothing else any more; zeros at the
/// end, with something behind them, would no longer be known for the damage that they are:
/// FileError.
void refuse_unfit(const Held& held);

}  // namespace care
