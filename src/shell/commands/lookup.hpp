#pragma once

#include <care/book.hpp>
#include <care/calendar_typed.hpp>
#include <care/text.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace care {

// What was typed, found in the book; UsageError with what there is where it is not there.

/// The one customer whom the words name.
[[nodiscard]] CustomerIndex customer_named(const Book& book, std::string_view who);

/// Whom WHO names, and how many of the words behind it belong to the name: `dolores vasquez`.
struct NamedCustomer {
  CustomerIndex who = 0;
  std::size_t words = 0;
};
[[nodiscard]] NamedCustomer customer_named(const Book& book, std::string_view who,
                                           const std::vector<std::string>& behind);

/// Whether each word that was typed stands in the text, letter case and accents aside.
[[nodiscard]] bool has_words(std::string_view text, std::string_view typed);

[[nodiscard]] StaffIndex staff_named(const Book& book, std::string_view option,
                                     std::string_view id);
/// Index into `Policy::tiers`; letter case does not matter.
[[nodiscard]] std::uint32_t tier_named(const Book& book, std::string_view name);
void check_tags(const Book& book, const std::vector<std::string>& tags);

/// Throws UsageError for what is not a date: with what to write for it where that can be told, else
/// with the examples.
[[noreturn]] void refuse_date(std::string_view option, std::string_view typed,
                              std::string_view examples);

/// A day, or a day and a time, as people type it.
[[nodiscard]] When when_typed(const Book& book, Moment now, std::string_view option,
                              std::string_view text, Lean lean);
/// The same without a time.
[[nodiscard]] Date day_typed(const Book& book, Moment now, std::string_view option,
                             std::string_view text, Lean lean);

/// How far ahead one may look.
inline constexpr int most_days_ahead = 3660;
/// The number behind `--days`.
[[nodiscard]] int days_typed(const std::string& text);

/// Staff whose `--owner` was typed; nothing where it was not.
[[nodiscard]] std::optional<StaffIndex> owner_named(const Book& book, const std::string& id);

/// The names of a list, as messages show them.
template <class List, class NameOf>
std::string listed(const List& list, NameOf name_of) {
  std::string names;
  for (const auto& one : list) {
    if (!names.empty()) names += ", ";
    names += name_of(one);
  }
  return neutralised(names);
}

/// `there is welcome`, `there are birthday, welcome`: of a list that is not empty.
template <class List, class NameOf>
std::string there_are(const List& list, NameOf name_of) {
  return (list.size() == 1 ? "there is " : "there are ") + listed(list, name_of);
}
template <class List>
std::string there_are(const List& names) {
  return there_are(names, [](std::string_view name) { return name; });
}

/// The first of a list that the text names: whole, letter case aside, or by its beginning.
template <class List, class NameOf>
std::optional<std::uint32_t> named(const List& list, std::string_view text, NameOf name_of) {
  std::optional<std::uint32_t> by_beginning;
  std::size_t beginnings = 0;
  const std::string wanted = folded(text);
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    const std::string name = folded(name_of(list[i]));
    if (name == wanted) return i;
    if (!name.starts_with(wanted)) continue;
    by_beginning = i;
    ++beginnings;
  }
  return beginnings == 1 ? by_beginning : std::nullopt;
}

}  // namespace care
