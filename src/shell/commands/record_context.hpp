#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <care/plan.hpp>
#include <care/record.hpp>
#include <care/text.hpp>

namespace care {

/// What a record is made from: the book as it is, whom it is about, who did it and when.
struct RecordContext {
  Book& book;  ///< its TextStore takes the texts that the record needs
  CustomerIndex who = 0;
  Moment now;
  When on;  ///< what was said, else now
  Text by;  ///< empty: nobody is named

  [[nodiscard]] const Customer& customer() const { return book.customers[who]; }
  /// The customer's id, as messages show it.
  [[nodiscard]] std::string id() const;
  /// What was typed as a text of the book, which must not point into the command line.
  [[nodiscard]] Text keep(std::string_view typed) const;
  /// The plan as of the record's day.
  [[nodiscard]] CustomerPlan plan() const;
};

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

/// Throws UsageError where nobody would see the request or promise.
void refuse_former(const RecordContext& context, std::string_view what);

/// The day behind `--due`, which is not before the record's. Nothing where none was typed.
[[nodiscard]] std::optional<Date> due_typed(const RecordContext& context, std::string_view due);

}  // namespace care
