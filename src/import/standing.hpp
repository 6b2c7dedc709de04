#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <care/book_choices.hpp>

#include "import/person.hpp"

namespace care {

/// Whether anybody is in touch with somebody, as a file says it.
struct Standing {
  std::optional<Status> status;  ///< nothing: it does not say
  Text said;                     ///< by what, where that is no word of care's own
};

/// A word for a status that nobody knows, and whatever says that somebody opted out, is taken for
/// do-not-contact: that is the safe side.
[[nodiscard]] Standing standing_of(const Person& person);

/// `do-not-contact ("Do Not Call")`, of one that says a status.
[[nodiscard]] std::string words_of(const Standing& standing);
/// Whether the book, which has that status, should be told: another program's word for customers in
/// general is no news.
[[nodiscard]] bool is_told(const Standing& standing, Status known);
/// Whether the word for their status says more than the status: it is no word of care's own.
[[nodiscard]] bool says_more(const Person& person);

/// `0`, `false`, `no` …: that what a heading names is not so.
[[nodiscard]] bool is_no(std::string_view cell);
/// `1`, `true`, `yes` …
[[nodiscard]] bool is_yes(std::string_view cell);

}  // namespace care
