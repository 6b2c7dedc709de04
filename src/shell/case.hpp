#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <care/plan.hpp>
#include <care/record.hpp>
#include <care/text.hpp>

#include "shell/arguments.hpp"

namespace care {

/// What a record is made from: the book as it is, whom it is about, who did it and when.
struct Case {
  const Arguments& arguments;
  Book& book;  ///< its TextStore takes the texts that the record needs
  CustomerIndex who = 0;
  Moment now;
  When on;  ///< what was said, else now
  Text by;  ///< empty: nobody is named

  [[nodiscard]] Date today() const { return day_of(now); }
  [[nodiscard]] const Customer& customer() const { return book.customers[who]; }
};

/// The record that the command line asks for; UsageError where it would not be right.
[[nodiscard]] Record make_record(const Case& facts);
/// The same for `log`, `done` and `offer`.
[[nodiscard]] Touch make_log(const Case& facts);
[[nodiscard]] Touch make_done(const Case& facts);
[[nodiscard]] Touch make_offer(const Case& facts);

/// The customer's id, as messages show it.
[[nodiscard]] std::string id_of(const Case& facts);
/// A text of the command line as a text of the book.
[[nodiscard]] Text kept(const Case& facts, std::string_view text);
/// The moment as of which the agenda of the record's day is meant.
[[nodiscard]] Moment moment_of(const Case& facts);

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

}  // namespace care
