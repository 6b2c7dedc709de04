#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <care/book.hpp>
#include <care/book_quiet.hpp>

namespace care {

/// One file of a book: its name as problems should print it, and its bytes. The book refers to
/// them, so it shares them.
struct Source {
  std::string name;
  FileText text;
  std::string lost{};  ///< why it could not be read; empty: it was
};

/// A book and all that is wrong with it, sorted by position.
struct Reading {
  Book book;
  std::vector<Problem> problems;
  /// Of each file that ends with a table which nothing behind it could change: how many lines end
  /// in it.
  std::vector<std::optional<std::uint32_t>> line_ends;
};

/// Reads the sources as if they stood in one file, in this order (book.md 1-3). Never fails: what
/// cannot be read is lost alone, and is reported as a problem and, where somebody could be
/// forgotten, in `Book::unreadable`. Problems that depend on the day are `problems_on` in plan.hpp.
[[nodiscard]] Reading read_book(const std::vector<Source>& sources);

/// What the rules say about who is quiet on the days of some pages, by what the book says as a
/// whole (plan_quiet.hpp).
using QuietOn = std::function<IsQuiet(const Book& book, Date today)>;
/// The same for these pages alone, today's and some after it: without the customers of whom they
/// show and count nothing, and their records (`Book::places`). Nothing where that cannot be said
/// for sure, or where anything is wrong; then `read_book` decides. Pages that are not all empty are
/// the same so.
[[nodiscard]] std::optional<Reading> read_for_pages(const std::vector<Source>& sources, Date today,
                                                    const QuietOn& quiet_on);

/// Whether somebody may be the one who is wanted, by their id or by one name of theirs.
struct MayBeWanted {
  std::function<bool(std::string_view id)> by_id;
  std::function<bool(std::string_view name)> by_name;
};
/// The same with those who may be wanted, and without whoever has nothing but keys of quiet people
/// in their tables (book_quiet.hpp); of such people nothing is wrong on any day.
[[nodiscard]] std::optional<Reading> read_for_one(const std::vector<Source>& sources, Date today,
                                                  const MayBeWanted& wanted);

/// Whether a record of this kind may change what others say, or whom they are about.
template <class Record>
inline constexpr bool changes_others = requires(Record one) {
  one.id;
}
|| std::derived_from<Record, Contact> || std::derived_from<Record, Event> ||
    std::same_as<Record, Fact>;

/// A table that was put behind all that stands in a file.
struct Added {
  std::uint32_t file = 0;
  std::uint32_t line = 0;  ///< where it begins
  FileText text;
};
/// Adds its record to a book that was read, as reading all once more would. False where that would
/// change more than one record (`changes_others`), or where anything is wrong with this one; then
/// nothing was added. Of a part of a book, the customer is in that.
[[nodiscard]] bool read_on(Reading& reading, const Added& added);

}  // namespace care
