#pragma once

#include <care/book.hpp>
#include <care/book_format.hpp>
#include <care/reading.hpp>

namespace care {

/// `touch`, `request` …: the name of its table.
[[nodiscard]] std::string_view table_of(const Record& record);
/// Whom the record is about, as an id.
[[nodiscard]] Text customer_of(const Book& book, const Record& record);

/// The record as it will stand in the book: the keys in the order of book.md 2, texts as basic
/// strings of one line (TOML 1.0), lines that end with `\n`. Times have seconds, so that any reader
/// of TOML 1.0 takes them.
[[nodiscard]] std::string record_text(const Book& book, const Record& record);

/// `touch`, `request` …: the tables of all kinds of record, and `plan`, of which those of one
/// customer are.
[[nodiscard]] std::vector<std::string_view> record_tables();
/// The keys of all kinds of record, each once, in the order of book.md 2.
[[nodiscard]] std::span<const std::string_view> record_keys();
/// The values of a record, each in the place of its key among `record_keys`; references by id or
/// name.
[[nodiscard]] std::vector<Cell> record_values(const Book& book, RecordRef record);
[[nodiscard]] std::vector<Cell> record_values(const Book& book, const Plan* plan);

/// What to put behind a file so that a record stands there.
struct Addition {
  std::string text;    ///< with the line ends of the file, and one blank line before the record
  std::uint32_t line;  ///< of the file, on which the record begins
};
/// The record's header carries a comment of care's own, by which `last_addition` knows it.
/// `line_ends`: how many there are in the file, where that is known.
[[nodiscard]] Addition addition_to(std::string_view file, std::string record,
                                   std::optional<std::uint32_t> line_ends = {});

/// The last record of a file that `addition_to` made.
struct LastAddition {
  std::size_t begin;   ///< of all that was added, also of a blank line before the record
  std::size_t record;  ///< of the record itself
  std::uint32_t line;  ///< of the record
  bool is_intact;      ///< unchanged since, and nothing stands behind it
};
[[nodiscard]] std::optional<LastAddition> last_addition(std::string_view file);

/// The text of several, each behind a blank line, and on which line of it each begins, from 0.
struct RecordTexts {
  std::string text;
  std::vector<std::uint32_t> lines;
};
[[nodiscard]] RecordTexts record_texts(const Book& book, std::span<const Record> records);

/// What `after` has that is not exactly `before` and the records, the first of them at `at`, the
/// others behind it: a sentence, or nothing where all is well. Problems must be the same too, but
/// for the advice they give; only a new customer, contact or event may end some that were about the
/// lack of it. Both must have been read from the same files, or be one and the same, to which the
/// record was added by `read_on`.
[[nodiscard]] std::optional<std::string> difference(const Reading& before, const Reading& after,
                                                    std::span<const Record> records,
                                                    std::span<const Position> at);
[[nodiscard]] inline std::optional<std::string> difference(const Reading& before,
                                                           const Reading& after,
                                                           const Record& record, Position at) {
  return difference(before, after, {&record, 1}, {&at, 1});
}
/// The record of the same kind that stands there, as the book has it; nothing where none does.
[[nodiscard]] std::optional<Record> record_at(const Book& book, const Record& meant, Position at);

/// Whether nothing but the records there and behind it would be missing if they were taken out.
[[nodiscard]] bool can_do_without(const Reading& without, const Reading& with, Position at);

/// `acme-2026-11-24`, with `-2`, `-3` … if that is taken.
[[nodiscard]] std::string free_request_id(const Book& book, Text customer, Date asked);
[[nodiscard]] std::string free_promise_id(const Book& book, Text customer, Date due);
/// An id for a new customer of this name: its letters in ASCII, `-` between words.
[[nodiscard]] std::string free_customer_id(const Book& book, std::string_view name);
/// The same of their first name alone, where nobody else in the book answers to that word.
[[nodiscard]] std::string short_customer_id(const Book& book, std::string_view name);

/// Two books of the same files, of which the second has records more: at `added` and behind it in
/// that file. Places in their lists may differ, so references are compared by the position of what
/// they name.
struct Comparison {
  const Book& before;
  const Book& after;
  Position added;
  bool adds_customer = false;
  bool adds_people = false;  ///< contacts or events, by whose names others are found

  [[nodiscard]] bool is_added(Position at) const {
    return added.line != 0 && at.file == added.file && at.line >= added.line;
  }
};

/// Whether two records, each of its book, say the same, key by key. Where they stand is no part of
/// that.
[[nodiscard]] bool says_the_same(const Comparison& books, const Record& a, const Record& b);

/// Whether all that stands in the first book reads the same in the second, and nothing but those
/// records is new; of a new customer, also what was said of it before.
[[nodiscard]] bool only_adds(const Comparison& books);

/// The record with all its texts copied into the book, so that it says the same for as long as the
/// book lives: what was typed may be gone before.
[[nodiscard]] Record kept(Book& book, Record record);
/// Whether all texts of the record are the book's.
[[nodiscard]] bool is_kept(const Book& book, const Record& record);

}  // namespace care
