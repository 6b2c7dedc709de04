#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <care/calendar_typed.hpp>
#include <care/cli.hpp>
#include <care/reading.hpp>
#include <care/render.hpp>

#include "shell/arguments.hpp"

namespace care {

// What one run of a command needs: the book, the day, who is meant, and where answers go. Wrong use
// throws UsageError, files FileError.

/// The exit codes of book.md 5.
inline constexpr int done = 0;
inline constexpr int something_due = 1;
inline constexpr int wrong_usage = 2;
inline constexpr int problems_found = 3;
inline constexpr int not_read_or_written = 4;

/// A book with all that is wrong with it on the day, and that day.
struct Loaded {
  Reading reading;
  Moment now;
  std::vector<Problem> notes;  ///< only `check` says them
};

/// Nothing where the variable is not set, or empty.
[[nodiscard]] std::optional<std::string> set_environment(const World& world, std::string_view name);
/// `--book`, else what the environment says (book.md 1).
[[nodiscard]] std::string book_path(const Arguments& arguments, const World& world);
[[nodiscard]] Loaded load(const Arguments& arguments, const World& world);
[[nodiscard]] int exit_code_of(const Loaded& loaded);

/// A day as people type it, without a time.
[[nodiscard]] Date day_typed(Moment now, const Book& book, std::string_view option,
                             std::string_view text, Lean lean);
/// `--now`, `--today`, or the machine's clock.
[[nodiscard]] Moment now_of(const Arguments& arguments, const World& world, const Book& book);

[[nodiscard]] StaffIndex staff_named(const Book& book, std::string_view option,
                                     std::string_view id);
[[nodiscard]] std::optional<StaffIndex> owner_wanted(const Arguments& arguments, const World& world,
                                                     const Book& book);
void check_tags(const Book& book, const std::vector<std::string>& tags);
/// The one customer whom the words name.
[[nodiscard]] CustomerIndex who_wanted(const Book& book, std::string_view who);

[[nodiscard]] Style style_of(const Arguments& arguments, const World& world);
/// Tells the first few problems on standard error.
void tell_problems(const Loaded& loaded, World& world);
/// Writes the result where it was asked for.
void deliver(const Arguments& arguments, World& world, const std::string& text);

}  // namespace care
